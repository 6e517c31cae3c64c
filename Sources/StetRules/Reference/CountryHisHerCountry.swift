import StetLanguage
import StetLint

package struct CountryHisHerCountry: Rule {
  package static let metadata = RuleMetadata(
    id: "country-his-her-country", family: .reference, severity: .warning,
    summary: "His or her for a country, a place or an organisation")

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    for fault in PronounFaults.all(analysis) where fault.pronoun.grammaticalCase == .possessive {
      let word = analysis.string(analysis.layer.tokens[fault.pronoun.token])
      let name = analysis.string(fault.antecedent.tokens)
      report.add(
        Self.message(word, name), at: analysis.layer.tokens[fault.pronoun.token].range,
        related: [
          (analysis.range(fault.antecedent.tokens), PronounFaults.reason(name, fault.kind))
        ],
        fixes: PronounFaults.fix(fault.pronoun, analysis))
    }
  }
}

extension CountryHisHerCountry {
  static func message(_ pronoun: String, _ name: String) -> String {
    "“\(pronoun)” can only mean “\(name)”, which is no person. Write “its”, or name the person who is meant."
  }
}
