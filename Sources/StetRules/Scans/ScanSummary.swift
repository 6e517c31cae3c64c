import StetDocument
import StetLint

/// Brings what was found block by block into the report: a rule that reports once a document, and a block that
/// bears several traces of tokenised text, become one finding each.
struct ScanSummary {
  private let once: [Bool]
  private let tokenised: Int?
  /// By rule.
  private var gathered: [Int: [ScanFindings.Item]] = [:]

  init(_ rules: [RuleMetadata], once: [Bool]) {
    self.once = once
    tokenised = rules.firstIndex { $0.id == TokenisedOutput.metadata.id }
  }

  mutating func add(_ items: [ScanFindings.Item], to report: inout Report) {
    var items = items
    let traces = items.filter { $0.trace != nil }
    let kinds = Set(traces.compactMap(\.trace))
    if let tokenised, kinds.count > 1 || traces.count > 2, let whole = TokenisedOutput.whole(traces) {
      items.removeAll { $0.trace != nil }
      report.add(whole.message, at: whole.range, rule: tokenised, fixes: whole.fixes)
    }
    for item in items {
      if once[item.rule] {
        gathered[item.rule, default: []].append(item)
      } else {
        report.add(item.message, at: item.range, rule: item.rule, fixes: item.fixes)
      }
    }
  }

  func finish(_ report: inout Report) {
    for (rule, items) in gathered {
      guard let first = items.first else { continue }
      let others = items.count - 1
      let more =
        others == 0
        ? ""
        : others == 1 ? " One more place has the same fault." : " \(others) more places have the same fault."
      let fixes = items.compactMap(\.fixes.first)
      let fix = fixes.first.map {
        ProposedFix($0.title, fixes.flatMap(\.edits), $0.applicability)
      }
      report.add(
        first.message + more, at: first.range, rule: rule,
        related: items.dropFirst().map { ($0.range, "here too") }, fixes: fix.map { [$0] } ?? [])
    }
  }
}
