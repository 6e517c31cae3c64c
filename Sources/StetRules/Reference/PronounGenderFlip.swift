import StetLanguage
import StetLint

package struct PronounGenderFlip: Rule {
  package static let metadata = RuleMetadata(
    id: "pronoun-gender-flip", family: .reference, severity: .warning,
    summary: "One person who is he and she")

  private let faults: GenderFaults

  package init(_ lexicon: Lexicon) { faults = GenderFaults(lexicon) }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    faults.report(titled: false, analysis, &report, message: Self.message)
  }
}

extension PronounGenderFlip {
  static func message(_ pronoun: String, _ person: String) -> String {
    "“\(pronoun)” seems to mean “\(person)”, who has the other gender elsewhere. Choose one, or name the person who is meant."
  }
}
