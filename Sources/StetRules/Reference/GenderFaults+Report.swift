import StetLanguage
import StetLint

extension GenderFaults {
  /// Reports the faults whose gender a title or a noun shows, or the others, with both places.
  func report(
    titled: Bool, _ analysis: Analysis, _ report: inout Report,
    message: (_ pronoun: String, _ person: String) -> String
  ) {
    for fault in analysis.shared({ GenderFaultList(faults: all($0)) }).faults
    where fault.sign.isTitle == titled {
      let token = analysis.layer.tokens[fault.pronoun.token]
      let person = analysis.string(fault.person)
      let shown = analysis.string(fault.sign.tokens)
      report.add(
        message(analysis.string(token), person), at: token.range,
        related: [(analysis.range(fault.sign.tokens), Self.reason(shown, fault.sign))],
        fixes: Self.fix(fault.pronoun, analysis))
    }
  }

  private static func reason(_ shown: String, _ sign: SpokenGender.Sign) -> String {
    let gender = sign.gender == .masculine ? "a man" : "a woman"
    return sign.isTitle ? "“\(shown)” is \(gender)" : "“\(shown)” is said here"
  }

  /// The same case of the other gender, with the capital kept.
  private static func fix(_ pronoun: Pronoun, _ analysis: Analysis) -> [ProposedFix] {
    let token = analysis.layer.tokens[pronoun.token]
    let right: String
    switch analysis.words.string(token.key) {
    case "he": right = "she"
    case "she": right = "he"
    case "him": right = "her"
    case "himself": right = "herself"
    case "herself": right = "himself"
    case "hers": right = "his"
    case "her": right = pronoun.grammaticalCase == .possessive ? "his" : "him"
    case "his": right = "her"
    default: return []
    }
    let cased = token.isCapitalized ? right.prefix(1).uppercased() + right.dropFirst() : right
    return [.replace(token.range, with: cased, .review)]
  }
}
