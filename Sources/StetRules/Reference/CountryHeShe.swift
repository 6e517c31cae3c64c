import StetDocument
import StetLanguage
import StetLint

/// A country or a body that became a person. Two rules share one pass: the subject “He” is nearly always
/// wrong; “his” before a noun is a little less certain.
package struct CountryHeShe: Rule {
  package static let metadata = RuleMetadata(
    id: "country-he-she", family: .reference, severity: .error,
    summary: "He or she for a country, a place or an organisation", aliases: ["country-as-person"],
    packs: .news)

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    PronounFaults.add(possessive: false, analysis, &report, message: Self.message)
  }
}

extension CountryHeShe {
  static func message(_ pronoun: String, _ name: String) -> String {
    "“\(pronoun)” can only mean “\(name)”, which is no person. Write “it”, or name the person who is meant."
  }
}
