import StetLanguage
import StetLint

package struct TitlePronounClash: Rule {
  package static let metadata = RuleMetadata(
    id: "title-pronoun-clash", family: .reference, severity: .warning,
    summary: "A pronoun against a person's title")

  private let faults: GenderFaults

  package init(_ lexicon: Lexicon) { faults = GenderFaults(lexicon) }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    faults.report(titled: true, analysis, &report, message: Self.message)
  }
}

extension TitlePronounClash {
  static func message(_ pronoun: String, _ person: String) -> String {
    "“\(pronoun)” seems to mean “\(person)”, whose title or noun says otherwise. Correct one, or name the person who is meant."
  }
}
