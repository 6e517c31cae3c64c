import StetLanguage

/// How far around a finding a check looks.
package enum Reach: Sendable {
  /// Anywhere in the document.
  case document
  /// The block of the finding, the blocks before and after it and a dozen words: their sentences and word classes,
  /// whether they are quoted, and what the whole document is. Such a finding stays as it is when other blocks change.
  case block
}

/// Something that looks at a document: one Swift rule, or the engine that runs all pattern rules at once.
package protocol Check: Sendable {
  /// The rules it reports for; `Report.add(rule:)` takes an index into this list.
  var rules: [RuleMetadata] { get }
  var reach: Reach { get }
  func check(_ analysis: Analysis, _ report: inout Report)
  /// The check as some settings want it. Called once for each different settings of a run, never for each file.
  func configured(by options: (RuleMetadata) -> RuleOptions) -> any Check
  /// The check itself when it is a rule about suppressions. Asking by a cast costs a walk over all conformances of the
  /// program, 0.2 million instructions for each check at every start.
  var auditor: (any SuppressionRule)? { get }
}

extension Check {
  package var reach: Reach { .document }
  package var auditor: (any SuppressionRule)? { nil }

  package func configured(by options: (RuleMetadata) -> RuleOptions) -> any Check { self }
}

/// A rule written in Swift: a value with metadata and one function.
package protocol Rule: Check {
  static var metadata: RuleMetadata { get }
  /// Made once, before the first document: here a rule names the words that it compares keys with.
  init(_ lexicon: Lexicon)
  /// Takes over the values of the options that its metadata declare. Words can no longer be named here.
  mutating func configure(_ options: RuleOptions)
}

extension Rule {
  package var rules: [RuleMetadata] { [Self.metadata] }
  package mutating func configure(_ options: RuleOptions) {}

  package func configured(by options: (RuleMetadata) -> RuleOptions) -> any Check {
    guard !Self.metadata.options.isEmpty else { return self }
    var copy = self
    copy.configure(options(Self.metadata))
    return copy
  }
}
