import StetDocument
import StetLanguage
import StetLint
import StetSpelling
import StetText

@testable import StetPatterns

/// Rules from YAML, ready to run over texts.
struct Harness {
  let sets: [PatternSet]
  var rules: [RuleMetadata] { sets.flatMap(\.rules) }
  func page(_ rule: RuleMetadata) -> RulePage? { sets.lazy.compactMap { $0.page(rule) }.first }
  let errors: [RuleFileError]
  private let language: Language
  private let lexicon: Lexicon

  init(_ files: [PatternSet.File]) {
    lexicon = Lexicon()
    let loaded = PatternSet.load(files, lexicon: lexicon)
    sets = loaded.sets
    errors = loaded.errors
    language = Language(lexicon: lexicon)
  }

  /// One rule with the given patterns and whatever else goes into the file.
  init(patterns: [String], more: String = "") {
    let list = patterns.map { "  - '\($0.replacing("'", with: "''"))'\n" }.joined()
    self.init(yaml: "patterns:\n\(list)\(more)")
  }

  init(yaml: String) {
    let text = """
      id: a-rule
      family: grammar
      severity: warning
      summary: a rule
      rationale: It is a test.
      message: “{match}” is found
      flags: [⟦a⟧, {text: ⟦b⟧, fixed: b}]
      accepts: [c, d]

      """
    self.init([PatternSet.File(name: "a-rule.yml", bytes: Array((text + yaml).utf8))])
  }

  /// The patterns ask no dictionary, but a document is not read without one.
  private static func speller() -> Speller {
    do { return try Speller() } catch { preconditionFailure("no English dictionary is installed: \(error)") }
  }

  func findings(_ text: String, markdown: Bool = false) -> [Finding] {
    let document = DocumentReader.read(
      SourceText(text), path: "test", format: markdown ? .markdown : .plain)
    let analysis = Analysis(document, words: lexicon.table(), language: language, speller: Self.speller())
    var report = Report(document: document)
    for set in sets { set.check(analysis, &report) }
    return report.entries.map(\.finding).sorted { $0.range < $1.range }
  }

  /// The text with ⟦marks⟧ around what is found.
  func marked(_ text: String, markdown: Bool = false) -> String {
    var bytes = Array(text.utf8)
    for finding in findings(text, markdown: markdown).reversed() {
      bytes.insert(contentsOf: "⟧".utf8, at: finding.range.upper)
      bytes.insert(contentsOf: "⟦".utf8, at: finding.range.lower)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text with the first fix of every finding applied.
  func fixed(_ text: String, markdown: Bool = false) -> String {
    var bytes = Array(text.utf8)
    for finding in findings(text, markdown: markdown).reversed() {
      for edit in finding.fixes.first?.edits.reversed() ?? [] {
        bytes.replaceSubrange(edit.range.indices, with: edit.replacement.utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  var withoutMarks: String { replacing("⟦", with: "").replacing("⟧", with: "") }
}
