import StetDocument
import StetLanguage
import StetText

/// A rule about what a text excuses; it is asked when all other rules have spoken.
package protocol SuppressionRule: Rule {
  func check(_ audit: SuppressionAudit, _ report: inout Report)
}

extension SuppressionRule {
  package var auditor: (any SuppressionRule)? { self }

  package func check(_ analysis: Analysis, _ report: inout Report) {}
}

/// What became of the suppressions of a document.
package struct SuppressionAudit {
  package let document: Document
  /// Whether each of the document's suppressions excused a finding.
  package let isUsed: [Bool]
  private let names: RuleNames

  init(_ document: Document, used: Set<Int>, names: RuleNames) {
    self.document = document
    isUsed = document.suppressions.indices.map { used.contains($0) }
    self.names = names
  }

  /// Whether the rule of that id or former id runs, nil when there is no such rule. A rule that is switched off, or
  /// compares whole projects, may have something to excuse in another run.
  package func runs(_ rule: String) -> Bool? { names.states[rule] }

  /// The ids and former ids of all rules.
  package var ruleNames: some Sequence<String> { names.states.keys }

  /// The rules' names, and whether they run.
  struct RuleNames: Sendable {
    var states: [String: Bool] = [:]

    mutating func add(_ rule: RuleMetadata, runs: Bool) {
      states[rule.id] = runs
      for alias in rule.aliases { states[alias] = runs }
    }
  }
}
