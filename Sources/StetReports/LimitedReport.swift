import StetLint

/// Hands a report no more than so many findings; the rest are only counted.
package struct LimitedReport: DiagnosticReport {
  private var report: any DiagnosticReport
  private let limit: Int
  private let lowest: Severity
  /// Findings handed on, and all findings, of the severities that count.
  package private(set) var handedOn = 0
  package private(set) var all = 0

  /// - Parameter lowest: lighter findings are handed on without being counted: the report leaves them out itself.
  package init(_ report: any DiagnosticReport, limit: Int, lowest: Severity) {
    self.report = report
    self.limit = limit
    self.lowest = lowest
  }

  package mutating func begin() { report.begin() }

  package mutating func add(_ file: LintedFile) {
    var file = file
    let lowest = file.showsNotes ? Severity.note : lowest
    file.diagnostics = file.diagnostics.filter { diagnostic in
      guard diagnostic.severity >= lowest else { return true }
      all += 1
      guard handedOn < limit else { return false }
      handedOn += 1
      return true
    }
    report.add(file)
  }

  package mutating func end() { report.end() }
  package mutating func end(_ outcome: RunOutcome) { report.end(outcome) }
}
