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
