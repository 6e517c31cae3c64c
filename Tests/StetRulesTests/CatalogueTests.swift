import Foundation
import StetLanguage
import StetLint
import StetRules
import StetService
import StetSpelling
import Testing

/// What holds for the rules as a set: nothing is missing, nothing is left over.
@Suite struct CatalogueTests {
  private static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Rules whose examples cannot be written as text; tested in code.
  private static let withoutExamples: Set<String> = [
    "forbidden-form", "malformed-utf8", "site-name-variant", "site-term-variant",
  ]

  @Test(arguments: Desk.shared.book.rules.map(\.id))
  func ruleAndPage(_ id: String) throws {
    let rule = try #require(Desk.shared.book.rule(id))
    var wrong: [String] = []
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    let isKebab = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
    if !isKebab { wrong.append("the id is not in kebab-case") }
    if rule.summary.hasSuffix(".") { wrong.append("the summary ends in a full stop") }
    if rule.summary.isEmpty || rule.summary.count > 100 {
      wrong.append("the summary has not 1 to 100 characters")
    }
    for option in rule.options {
      if option.name == "severity" || !option.summary.hasSuffix(".") {
        wrong.append("the option “\(option.name)” needs another name, or a sentence that ends in a full stop")
      }
    }
    if let markdown = RuleBook.markdown(rule) {
      do throws(RulePageFault) {
        _ = try RulePageReader.read(markdown)
        if !markdown.hasPrefix("# \(id)\n") { wrong.append("the page is not headed “# \(id)”") }
        if !markdown.contains("\n## Precision\n") { wrong.append("the page has no section “## Precision”") }
      } catch {
        wrong.append("\(rule.pageName).md:\(error.line): \(error.message)")
      }
    }
    if let page = Desk.shared.book.page(rule) {
      if page.rationale.isEmpty { wrong.append("the page says nothing about the fault") }
      let flags = page.examples.filter { if case .flags = $0.expectation { true } else { false } }
      let accepts = page.examples.count - flags.count
      if min(flags.count, accepts) < 2, !Self.withoutExamples.contains(id) {
        wrong.append("\(flags.count) flagged and \(accepts) accepted examples; two of each is the least")
      }
      for (name, text) in page.examples.flatMap(\.options) {
        guard let option = rule.options.first(where: { $0.name == name }) else {
          wrong.append("an example chooses an option “\(name)” that the rule has not")
          continue
        }
        do { _ = try option.value(inOneWord: text) } catch { wrong.append("an example: \(error.message)") }
      }
      let texts = page.examples.map { "\($0.options) \($0.text)" }
      if Set(texts).count < texts.count { wrong.append("an example stands twice on the page") }
    } else {
      wrong.append("there is no page \(rule.pageName).md")
    }
    #expect(wrong == [])
  }

  @Test func idsAndAliasesAreUnique() {
    var owners: [String: [String]] = [:]
    for rule in Desk.shared.book.rules {
      for name in [rule.id] + rule.aliases { owners[name, default: []].append(rule.id) }
    }
    #expect(owners.filter { $0.value.count > 1 } == [:])
    #expect(Desk.shared.book.problems == [])
  }

  @Test func everyPageHasItsRule() throws {
    let pages = Set(EmbeddedData.names.filter { $0.hasPrefix("Rules/") })
    let due = Set(
      Desk.shared.book.rules.map { $0.pageName + (RuleBook.markdown($0) == nil ? ".yml" : ".md") })
    #expect(pages.subtracting(due).sorted() == [], "pages without a rule")
    let folder = Self.top.appendingPathComponent("Rules")
    let files = try Self.files(folder, ending: [".md", ".yml"]).filter { !$0.hasSuffix("README.md") }
    #expect(Set(files.map { "Rules/\($0)" }) == pages, "the program carries other pages: run `make data`")
  }

  /// `struct X: Rule` under Sources/StetRules and the lines of the catalogue are the same, sorted by id.
  @Test func catalogueIsComplete() throws {
    let folder = Self.top.appendingPathComponent("Sources/StetRules")
    var declared: Set<String> = []
    var scanned: Set<String> = []
    for file in try Self.files(folder, ending: [".swift"]) {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for match in text.matches(of: #/struct (\w+): Rule\b/#) { declared.insert(String(match.1)) }
      for match in text.matches(of: #/struct (\w+): (?:Mark|Character)Rule\b/#) {
        scanned.insert(String(match.1))
      }
    }
    #expect(
      scanned.subtracting(ProseScan.ruleNames) == [],
      "missing in Sources/StetRules/Scans/ProseScan+Rules.swift")
    let listed = Catalogue.rules.map { String(describing: $0) }
    let missing = declared.subtracting(listed).sorted().map { "    \($0).self," }
    #expect(missing == [], "missing in Sources/StetRules/Catalogue.swift")
    #expect(Set(listed).subtracting(declared) == [] && Set(listed).count == listed.count)
    let ids = Catalogue.rules.map { $0.metadata.id }
    #expect(ids == ids.sorted())
  }

  /// Paths below the folder, sorted.
  private static func files(_ folder: URL, ending: [String]) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { path in ending.contains(where: path.hasSuffix) }.sorted()
  }
}
