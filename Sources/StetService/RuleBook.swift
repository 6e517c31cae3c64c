import StetLanguage
import StetLint
import StetPatterns
import StetRules
import StetSpelling
import StetText
import StetVale
import StetYAML

/// All rules, made ready to run, with their pages.
package struct RuleBook: Sendable {
  package let checks: [any Check]
  /// Rules that compare all documents of a run.
  package let projectRules: [any ProjectRule]
  /// Sorted by id.
  package let rules: [RuleMetadata]
  /// Rule files that did not load.
  package let problems: [Problem]
  /// Of the rule files that the program does not carry: results are kept by what is in them.
  package let filesDigest: Digest
  private let patterns: [PatternSet]
  private let stylePages: [String: RulePage]
  let styles: [ValeStyles]

  /// Before the lexicon's first table is made, since rules name words.
  /// - Parameter userRules: rules of the user's own, beside those that the program carries.
  package init(_ lexicon: Lexicon, userRules: UserRules = .none) {
    let written = Catalogue.checks(lexicon)
    projectRules = ProjectCatalogue.rules.map { $0.init(lexicon) as any ProjectRule }
    let taken = written.flatMap(\.rules) + projectRules.map { type(of: $0).metadata }
    let loaded = PatternSet.load(
      PatternSet.embeddedFiles + userRules.files, lexicon: lexicon,
      taken: Set(taken.flatMap { [$0.id] + $0.aliases }))
    let (styles, failures) = Self.styles(userRules.valeFiles)
    self.styles = styles
    checks = written + loaded.sets + styles
    var seen: Set<String> = []
    rules = (checks.flatMap(\.rules) + projectRules.map { type(of: $0).metadata }).filter {
      // Two configurations of Vale may name one style.
      seen.insert($0.id).inserted
    }.sorted { $0.id < $1.id }
    problems = userRules.problems + loaded.errors.map(Problem.init) + failures
    var writer = ByteWriter()
    for file in userRules.files {
      writer.put(file.name)
      writer.put(file.bytes)
    }
    filesDigest = Digest(writer.bytes)
    patterns = loaded.sets
    let pages = styles.flatMap { zip($0.rules.map(\.id), $0.pages).map { ($0, $1) } }
    stylePages = Dictionary(pages, uniquingKeysWith: { first, _ in first })
  }

  /// The ids of the rules that run only when files are compared.
  package var projectRuleIDs: Set<String> { Set(projectRules.map { type(of: $0).metadata.id }) }

  /// The rule of that id or alias.
  package func rule(_ id: String) -> RuleMetadata? {
    rules.first { $0.id == id } ?? rules.first { $0.aliases.contains(id) }
  }

  /// What a person can read about a rule; nil when it has no page, which a test makes sure of.
  package func page(_ rule: RuleMetadata) -> RulePage? {
    if let page = patterns.lazy.compactMap({ $0.page(rule) }).first { return page }
    if let page = stylePages[rule.id] { return page }
    return Self.markdown(rule).flatMap { try? RulePageReader.read($0) }
  }

  /// The page of a rule that is written in Swift, as it stands in its file.
  package static func markdown(_ rule: RuleMetadata) -> String? {
    EmbeddedData.bytes(named: rule.pageName + ".md").map { String(decoding: $0, as: UTF8.self) }
  }

  /// The id that is nearest to a mistyped one.
  package func nearest(_ id: String) -> String? { NearestName.nearest(id, among: rules.map(\.id)) }
}
