import StetDocument
import StetLanguage
import StetLint

package struct DecimalComma: Rule {
  package static let metadata = RuleMetadata(
    id: "decimal-comma", family: .numbers, severity: .error,
    summary: "A decimal comma, as in 3,5 million")

  private let units: WordSet
  private let per: WordKey
  private let cent: WordKey

  package init(_ lexicon: Lexicon) {
    units = WordSet(
      "million billion trillion percent per-cent percentage kilometers kilometres metres meters km kg cm mm mw gw "
        + "tonnes tons litres liters degrees hectares acres miles kilograms kilogrammes euros dollars points bn tn",
      lexicon)
    per = lexicon.key("per")
    cent = lexicon.key("cent")
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let figures = Figures(analysis)
    for at in analysis.numbers where at + 3 < tokens.count {
      guard !tokens[at + 1].spaceBefore, figures.isByte(tokens[at + 1], UInt8(ascii: ",")),
        !tokens[at + 2].spaceBefore, let whole = figures.integer(tokens[at]), whole < 1000,
        figures.integer(tokens[at + 2]) != nil, tokens[at + 2].length <= 2
      else { continue }
      // 1,2,3 is a list.
      let (before, after) = (at > 0 ? tokens[at - 1] : tokens[at], tokens[at + 3])
      if !tokens[at].spaceBefore, figures.isByte(before, UInt8(ascii: ",")) { continue }
      guard isUnit(after, at + 3, tokens, figures) || isMoney(before, tokens[at], after, figures) else {
        continue
      }
      let range = analysis.range(at..<at + 3)
      let text = analysis.document.string(range)
      let fixed = analysis.string(tokens[at]) + "." + analysis.string(tokens[at + 2])
      report.add(Self.message(text, fixed), at: range, fixes: [.replace(range, with: fixed, .safe)])
    }
  }

  private func isUnit(_ token: Token, _ at: Int, _ tokens: [Token], _ figures: Figures) -> Bool {
    if figures.isByte(token, UInt8(ascii: "%")) { return true }
    if token.key == per, at + 1 < tokens.count { return tokens[at + 1].key == cent }
    return token.isWord && units.contains(token.key)
  }

  /// €3,50 before a blank or the end of the sentence.
  private func isMoney(_ before: Token, _ number: Token, _ after: Token, _ figures: Figures) -> Bool {
    guard !number.spaceBefore, before.end == number.start else { return false }
    let sign = Array(figures.bytes(before))
    let signs: [[UInt8]] = [Array("€".utf8), Array("£".utf8), Array("$".utf8)]
    return signs.contains(sign) && (after.spaceBefore || after.isPunctuation)
  }
}

extension DecimalComma {
  static func message(_ text: String, _ fixed: String) -> String {
    "“\(text)” has a decimal comma. English writes “\(fixed)”."
  }
}
