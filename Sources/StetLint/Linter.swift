import StetDocument
import StetLanguage
import StetText

/// Runs checks over one document and makes diagnostics of what they find.
package struct Linter: Sendable {
  package let checks: [any Check]
  /// The severity of each rule of each check; nil: the rule is off.
  private let severities: [[Severity?]]

  /// - Parameters:
  ///   - options: what is chosen about a rule.
  ///   - severity: what a rule weighs here; nil switches it off.
  package init(
    checks: [any Check], options: (RuleMetadata) -> RuleOptions = { RuleOptions($0) },
    severity: (RuleMetadata) -> Severity?
  ) {
    self.checks = checks.map { $0.configured(by: options) }
    self.severities = checks.map { $0.rules.map(severity) }
  }

  package func lint(_ analysis: Analysis) -> [Diagnostic] {
    let document = analysis.document
    var found: [(rule: RuleMetadata, severity: Severity, finding: Finding)] = []
    for (check, severities) in zip(checks, severities)
    where severities.contains(where: { $0 != nil }) {
      var report = Report(document: document)
      check.check(analysis, &report)
      guard !report.entries.isEmpty else { continue }
      let rules = check.rules
      for entry in report.entries {
        guard let severity = severities[entry.rule] else { continue }
        found.append((rules[entry.rule], severity, entry.finding))
      }
    }
    return Self.diagnostics(&found, analysis)
  }

  /// Adds what project rules found in a document to its diagnostics, where no rule has said the same already.
  ///
  /// - Parameter severity: what a rule weighs in this document; nil: it is off.
  package static func merge(
    _ entries: [ProjectLinter.Entry], into diagnostics: [Diagnostic], _ analysis: Analysis,
    severity: (RuleMetadata) -> Severity?
  ) -> [Diagnostic] {
    var found: [(rule: RuleMetadata, severity: Severity, finding: Finding)] = []
    for entry in entries {
      let isSaid = diagnostics.contains {
        entry.yieldsTo.contains($0.rule) && $0.range.overlaps(entry.finding.range)
      }
      if !isSaid, let severity = severity(entry.rule) { found.append((entry.rule, severity, entry.finding)) }
    }
    return (diagnostics + Self.diagnostics(&found, analysis)).sorted {
      $0.range != $1.range ? $0.range < $1.range : $0.rule < $1.rule
    }
  }

  /// Sorted, without what the text excuses, with fingerprints.
  private static func diagnostics(
    _ found: inout [(rule: RuleMetadata, severity: Severity, finding: Finding)], _ analysis: Analysis
  ) -> [Diagnostic] {
    guard !found.isEmpty else { return [] }
    found.sort {
      $0.finding.range != $1.finding.range
        ? $0.finding.range < $1.finding.range : $0.rule.id < $1.rule.id
    }
    let document = analysis.document
    let suppressed = SuppressionFilter(document)
    var fingerprints = Fingerprints(analysis)
    return found.compactMap { entry in
      guard !suppressed.hides(entry.rule, entry.finding.range) else { return nil }
      return Diagnostic(
        rule: entry.rule.id, severity: entry.severity, finding: entry.finding,
        fingerprint: fingerprints.next(rule: entry.rule.id, range: entry.finding.range))
    }
  }
}
