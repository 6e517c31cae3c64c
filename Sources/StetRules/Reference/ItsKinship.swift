import StetLanguage
import StetLint

package struct ItsKinship: Rule {
  package static let metadata = RuleMetadata(
    id: "its-kinship", family: .reference, severity: .warning,
    summary: "“its” for a person")

  private let faults: NeuterFaults

  package init(_ lexicon: Lexicon) { faults = NeuterFaults(lexicon) }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    faults.report(possessive: true, analysis, &report, message: Self.message)
  }
}

extension ItsKinship {
  static func message(_ owned: String, _ person: String) -> String {
    "Only a person has “\(owned)”, and “\(person)” is near. Write “his”, “her” or “their”."
  }
}
