import StetLanguage
import StetLint

package struct CountryHisHerCountry: Rule {
  package static let metadata = RuleMetadata(
    id: "country-his-her-country", family: .reference, severity: .warning,
    summary: "His or her for a country, a place or an organisation", packs: .news)

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    PronounFaults.add(possessive: true, analysis, &report, message: Self.message)
  }
}

extension CountryHisHerCountry {
  static func message(_ pronoun: String, _ name: String) -> String {
    "“\(pronoun)” can only mean “\(name)”, which is no person. Write “its”, or name the person who is meant."
  }
}
