import StetLint

/// A report that is fed one file at a time and writes as it goes, so that its memory does not grow with the
/// number of files. Calls come in this order: `begin`, any number of `add`, one of the two `end`.
package protocol DiagnosticReport {
  mutating func begin()
  mutating func add(_ file: LintedFile)
  mutating func end()
  /// The same, for reports that also tell how the run went.
  mutating func end(_ outcome: RunOutcome)
}

extension DiagnosticReport {
  package mutating func end(_ outcome: RunOutcome) { end() }
}

/// How a run went, apart from its findings.
package struct RunOutcome: Sendable {
  package var exitStatus: Int
  /// What could not be done, a sentence each: files that were not read, faults of configuration.
  package var failures: [String]

  package init(exitStatus: Int, failures: [String]) {
    self.exitStatus = exitStatus
    self.failures = failures
  }
}

/// The program that a report names as its author.
package struct ReportingTool: Sendable, Hashable {
  package var name: String
  /// As Semantic Versioning 2.0 writes it.
  package var version: String

  package init(name: String = "stet", version: String) {
    self.name = name
    self.version = version
  }
}

/// A rule with what its page says; the page is nil when none is at hand.
package struct DescribedRule: Sendable {
  package var metadata: RuleMetadata
  package var page: RulePage?

  package init(_ metadata: RuleMetadata, page: RulePage?) {
    self.metadata = metadata
    self.page = page
  }
}

/// How many diagnostics there were of each weight, and in how many files.
struct DiagnosticCounts {
  private(set) var files = 0
  private(set) var errors = 0
  private(set) var warnings = 0
  private(set) var notes = 0
  private(set) var known = 0

  mutating func add(_ file: LintedFile) {
    files += 1
    known += file.known
    for diagnostic in file.diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
    }
  }
}
