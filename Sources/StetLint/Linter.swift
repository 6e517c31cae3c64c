import StetDocument
import StetLanguage
import StetText

/// Runs checks over one document and makes diagnostics of what they find.
package struct Linter: Sendable {
  package let checks: [any Check]
  /// The severity of each rule of each check; nil: the rule is off.
  private let severities: [[Severity?]]
  /// Rules about suppressions, with their severity.
  private let auditors: [(rule: any SuppressionRule, severity: Severity)]
  private let names: SuppressionAudit.RuleNames

  private typealias Found = (rule: RuleMetadata, severity: Severity, finding: Finding)

  /// - Parameters:
  ///   - projectRules: rules that run elsewhere, so that their names are known.
  ///   - options: what is chosen about a rule.
  ///   - severity: what a rule weighs here; nil switches it off.
  package init(
    checks: [any Check], projectRules: [RuleMetadata] = [],
    options: (RuleMetadata) -> RuleOptions = { RuleOptions($0) }, severity: (RuleMetadata) -> Severity?
  ) {
    self.checks = checks.map { $0.configured(by: options) }
    severities = checks.map { $0.rules.map(severity) }
    var auditors: [(rule: any SuppressionRule, severity: Severity)] = []
    var names = SuppressionAudit.RuleNames()
    for (check, severities) in zip(checks, severities) {
      for (rule, severity) in zip(check.rules, severities) { names.add(rule, runs: severity != nil) }
      guard let rule = check.auditor, let severity = severities.first ?? nil else { continue }
      auditors.append((rule, severity))
    }
    for rule in projectRules { names.add(rule, runs: false) }
    self.auditors = auditors
    self.names = names
  }

  package func lint(_ analysis: Analysis) -> [Diagnostic] { result(analysis).diagnostics }

  package func result(_ analysis: Analysis) -> LintResult {
    diagnostics(entries(analysis), analysis)
  }

  /// What each check finds; none for one whose rules are all off.
  func entries(_ analysis: Analysis) -> [[Report.Entry]] {
    checks.indices.map { runs($0) ? Self.entries(checks[$0], analysis) : [] }
  }

  static func entries(_ check: any Check, _ analysis: Analysis) -> [Report.Entry] {
    var report = Report(document: analysis.document)
    check.check(analysis, &report)
    return report.entries
  }

  /// Whether any rule of a check is on.
  func runs(_ check: Int) -> Bool { severities[check].contains { $0 != nil } }

  /// Makes diagnostics of what each check found.
  func diagnostics(_ entries: [[Report.Entry]], _ analysis: Analysis) -> LintResult {
    var found: [Found] = []
    for (number, entries) in entries.enumerated() where !entries.isEmpty {
      let rules = checks[number].rules
      for entry in entries {
        guard let severity = severities[number][entry.rule] else { continue }
        found.append((rules[entry.rule], severity, entry.finding))
      }
    }
    return diagnostics(found, analysis)
  }

  /// Adds what project rules found in a document to its diagnostics, where no rule has said the same already.
  ///
  /// - Parameter severity: what a rule weighs in this document; nil: it is off.
  package static func merge(
    _ entries: [ProjectLinter.Entry], into result: LintResult, _ analysis: Analysis,
    severity: (RuleMetadata) -> Severity?
  ) -> LintResult {
    var found: [Found] = []
    for entry in entries {
      let isSaid = result.diagnostics.contains {
        entry.yieldsTo.contains($0.rule) && $0.range.overlaps(entry.finding.range)
      }
      if !isSaid, let severity = severity(entry.rule) { found.append((entry.rule, severity, entry.finding)) }
    }
    guard !found.isEmpty else { return result }
    var filter = SuppressionFilter(analysis)
    let added = named(found.map { ($0, filter.excuse($0.rule, $0.finding.range)) }, analysis)
    var merged = result
    merged.diagnostics = (merged.diagnostics + added.diagnostics).sorted(by: isBefore)
    merged.suppressed = (merged.suppressed + added.suppressed).sorted {
      isBefore($0.diagnostic, $1.diagnostic)
    }
    return merged
  }

  private static func isBefore(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    a.range != b.range ? a.range < b.range : a.rule < b.rule
  }

  /// Sorted, with fingerprints, apart from what the text excuses.
  private func diagnostics(_ found: [Found], _ analysis: Analysis) -> LintResult {
    let document = analysis.document
    let hasNoComments =
      document.suppressions.isEmpty && document.suppressionComments.isEmpty
      && document.settings.faults.isEmpty
    if found.isEmpty, hasNoComments { return LintResult() }
    var filter = SuppressionFilter(analysis)
    var judged = found.map { ($0, filter.excuse($0.rule, $0.finding.range)) }
    if !hasNoComments {
      for auditor in auditors {
        var report = Report(document: document)
        auditor.rule.check(
          SuppressionAudit(document, used: filter.used, names: names), &report)
        let rule = type(of: auditor.rule).metadata
        for entry in report.entries {
          let excuse = filter.excuse(rule, entry.finding.range)
          judged.append(((rule, auditor.severity, entry.finding), excuse))
        }
      }
    }
    return Self.named(judged, analysis)
  }

  /// Equal findings are numbered before the excused ones are set apart, so that a comment renames no other finding.
  private static func named(
    _ judged: [(found: Found, excuse: ByteRange?)], _ analysis: Analysis
  ) -> LintResult {
    guard !judged.isEmpty else { return LintResult() }
    let sorted = judged.sorted { a, b in
      a.found.finding.range != b.found.finding.range
        ? a.found.finding.range < b.found.finding.range : a.found.rule.id < b.found.rule.id
    }
    var fingerprints = Fingerprints(analysis)
    var result = LintResult()
    for (found, excuse) in sorted {
      let diagnostic = Diagnostic(
        rule: found.rule.id, severity: found.severity, finding: found.finding,
        fingerprint: fingerprints.next(rule: found.rule.id, range: found.finding.range))
      if let excuse {
        result.suppressed.append(SuppressedDiagnostic(diagnostic: diagnostic, excuse: excuse))
      } else {
        result.diagnostics.append(diagnostic)
      }
    }
    return result
  }
}
