import StetLanguage
import StetLint

package struct ItHumanPredicate: Rule {
  package static let metadata = RuleMetadata(
    id: "it-human-predicate", family: .reference, severity: .warning,
    summary: "“it” for a person")

  private let faults: NeuterFaults

  package init(_ lexicon: Lexicon) { faults = NeuterFaults(lexicon) }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    faults.report(possessive: false, analysis, &report, message: Self.message)
  }
}

extension ItHumanPredicate {
  static func message(_ predicate: String, _ person: String) -> String {
    "“\(predicate)” is said of persons, and “\(person)” is near. Write “he”, “she” or “they”, or name who is meant."
  }
}
