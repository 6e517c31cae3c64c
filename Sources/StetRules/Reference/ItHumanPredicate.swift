import StetLanguage
import StetLint

package struct ItHumanPredicate: Rule {
  package static let metadata = RuleMetadata(
    id: "it-human-predicate", family: .reference, severity: .warning,
    summary: "“it” for a person")

  private let faults: NeuterFaults

  package init(_ lexicon: Lexicon) { faults = NeuterFaults(lexicon) }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    for fault in faults.all(possessive: false, analysis) {
      let person = analysis.string(fault.person)
      report.add(
        Self.message(analysis.string(fault.evidence), person),
        at: analysis.range(fault.pronoun.token..<fault.pronoun.token + 1),
        related: [(analysis.range(fault.person), "“\(person)” is a person, who is never “it”")])
    }
  }
}

extension ItHumanPredicate {
  static func message(_ predicate: String, _ person: String) -> String {
    "“\(predicate)” is said of persons, and “\(person)” is near. Write “he”, “she” or “they”, or name who is meant."
  }
}
