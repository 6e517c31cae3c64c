import StetLanguage
import StetLint

package struct ItsKinship: Rule {
  package static let metadata = RuleMetadata(
    id: "its-kinship", family: .reference, severity: .warning,
    summary: "“its” for a person")

  private let faults: NeuterFaults

  package init(_ lexicon: Lexicon) { faults = NeuterFaults(lexicon) }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    for fault in faults.all(possessive: true, analysis) {
      let person = analysis.string(fault.person)
      report.add(
        Self.message(analysis.string(fault.evidence), person),
        at: analysis.range(fault.pronoun.token..<fault.pronoun.token + 1),
        related: [(analysis.range(fault.person), "“\(person)” is a person, who is never “it”")])
    }
  }
}

extension ItsKinship {
  static func message(_ owned: String, _ person: String) -> String {
    "Only a person has “\(owned)”, and “\(person)” is near. Write “his”, “her” or “their”."
  }
}
