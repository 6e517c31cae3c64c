import StetLanguage

/// Something that looks at a document: one Swift rule, or the engine that runs all pattern rules at once.
package protocol Check: Sendable {
  /// The rules it reports for; `Report.add(rule:)` takes an index into this list.
  var rules: [RuleMetadata] { get }
  func check(_ analysis: Analysis, _ report: inout Report)
}

/// A rule written in Swift: a value with metadata and one function.
package protocol Rule: Check {
  static var metadata: RuleMetadata { get }
  /// Made once, before the first document: here a rule names the words that it compares keys with.
  init(_ lexicon: Lexicon)
}

extension Rule {
  package var rules: [RuleMetadata] { [Self.metadata] }
}
