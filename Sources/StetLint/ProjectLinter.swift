import StetLanguage

/// Runs project rules: summaries in, findings per document out.
package struct ProjectLinter: Sendable {
  /// The summaries of one document, one for each rule; nil where the rule is off.
  package struct Summaries: Sendable {
    fileprivate var parts: [(any Codable & Sendable)?]
  }

  /// A finding with its rule. What it weighs is for the settings of its file to say.
  package struct Entry: Sendable {
    package var rule: RuleMetadata
    package var yieldsTo: Set<String>
    package var finding: Finding
  }

  private let rules: [any ProjectRule]

  package init(rules: [any ProjectRule]) {
    self.rules = rules
  }

  /// - Parameter severity: what a rule weighs in this document; nil: nothing is kept of the document for it.
  package func summaries(_ analysis: Analysis, severity: (RuleMetadata) -> Severity?) -> Summaries {
    Summaries(
      parts: rules.map { rule in
        severity(type(of: rule).metadata) == nil ? nil : Self.summary(rule, analysis)
      })
  }

  private static func summary<R: ProjectRule>(_ rule: R, _ analysis: Analysis) -> any Codable & Sendable {
    rule.summary(analysis)
  }

  /// Summaries as bytes, one for each rule; nil where the rule is off.
  package func encode(_ summaries: Summaries, _ coder: some SummaryCoder) throws -> [[UInt8]?] {
    try summaries.parts.map { part in try part.map { try coder.encode($0) } }
  }

  /// Summaries of what `encode` made; throws when it is something else.
  package func decode(_ parts: [[UInt8]?], _ coder: some SummaryCoder) throws -> Summaries {
    guard parts.count == rules.count else { throw SummaryMismatch() }
    return Summaries(
      parts: try zip(rules, parts).map { rule, part in
        try part.map { try Self.decode($0, rule, coder) }
      })
  }

  private static func decode<R: ProjectRule>(
    _ part: [UInt8], _ rule: R, _ coder: some SummaryCoder
  ) throws -> any Codable & Sendable {
    try coder.decode(R.Summary.self, from: part)
  }

  /// An empty archive for each rule.
  package func archives() -> Archives {
    Archives(shelves: rules.map { $0.shelf() })
  }

  /// All findings, by the number of the document.
  package func check(_ archives: Archives) -> [Int: [Entry]] {
    var found: [Int: [Entry]] = [:]
    for (shelf, rule) in zip(archives.shelves, rules) {
      var report = ProjectReport()
      shelf.check(&report)
      let kind = type(of: rule)
      for entry in report.entries {
        found[entry.document, default: []].append(
          Entry(rule: kind.metadata, yieldsTo: kind.yieldsTo, finding: entry.finding)
        )
      }
    }
    return found
  }

  /// What all rules keep of all documents.
  package struct Archives: Sendable {
    fileprivate var shelves: [any Shelf]

    package mutating func add(_ summaries: Summaries, of document: Int) {
      for index in shelves.indices {
        if let part = summaries.parts[index] { shelves[index].add(part, of: document) }
      }
    }

    /// Bytes on the heap.
    package var bytes: Int { shelves.reduce(0) { $0 + $1.bytes } }
  }
}

/// Turns summaries into bytes and back.
package protocol SummaryCoder {
  func encode(_ summary: some Encodable) throws -> [UInt8]
  func decode<Summary: Decodable>(_ type: Summary.Type, from bytes: [UInt8]) throws -> Summary
}

/// Summaries of other rules than those that are asked for.
private struct SummaryMismatch: Error {}

/// The archive of one rule, whatever its type.
private protocol Shelf: Sendable {
  mutating func add(_ summary: any Codable & Sendable, of document: Int)
  func check(_ report: inout ProjectReport)
  var bytes: Int { get }
}

private struct TypedShelf<R: ProjectRule>: Shelf {
  let rule: R
  var archive = R.Archive()

  mutating func add(_ summary: any Codable & Sendable, of document: Int) {
    guard let summary = summary as? R.Summary else {
      preconditionFailure("a summary came to the archive of another rule")
    }
    archive.add(summary, of: document)
  }

  func check(_ report: inout ProjectReport) { rule.check(archive, &report) }
  var bytes: Int { archive.bytes }
}

extension ProjectRule {
  fileprivate func shelf() -> any Shelf { TypedShelf(rule: self) }
}
