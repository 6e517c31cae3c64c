import StetDocument
import StetLanguage
import StetLint

package struct ImpossiblePercentage: Rule {
  package static let metadata = RuleMetadata(
    id: "impossible-percentage", family: .numbers, severity: .warning,
    summary: "A part of more than 100 percent, or a fall by more than that")

  private let percent: WordSet
  private let falls: WordSet
  private let groups: WordSet
  private let of: WordKey
  private let by: WordKey
  private let per: WordKey
  private let fillers: WordSet

  package init(_ lexicon: Lexicon) {
    percent = WordSet("percent pct", lexicon)
    falls = WordSet(
      "fell dropped declined decreased plunged shrank slumped plummeted fallen shrunk fall drop decline decrease "
        + "shrink plunge falls drops declines decreases", lexicon)
    groups = WordSet(
      "respondents voters participants residents households pupils adults votes ballots "
        + "inhabitants citizens americans britons women men children patients parents teachers", lexicon)
    of = lexicon.key("of")
    by = lexicon.key("by")
    per = lexicon.key("per")
    fillers = WordSet(
      "the all those surveyed eligible registered polled about almost nearly over than more", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let figures = Figures(analysis)
    for at in analysis.numbers where tokens[at].length >= 3 && at + 1 < tokens.count {
      guard let value = figures.value(tokens[at]), value > 100,
        let end = percentEnd(at + 1, tokens, figures)
      else { continue }
      if isFall(at, tokens) {
        report.add(Self.fall(analysis.string(at..<end)), at: analysis.range(at..<end))
      } else if value < 1000, isPart(end, tokens) {
        report.add(Self.part(analysis.string(at..<end)), at: analysis.range(at..<end))
      }
    }
  }

  private func percentEnd(_ at: Int, _ tokens: [Token], _ figures: Figures) -> Int? {
    if percent.contains(tokens[at].key) || figures.isByte(tokens[at], UInt8(ascii: "%")) { return at + 1 }
    guard tokens[at].key == per, at + 1 < tokens.count,
      figures.bytes(tokens[at + 1]).elementsEqual("cent".utf8)
    else { return nil }
    return at + 2
  }

  /// “fell by 120 percent”, “dropped by more than 120 percent”
  private func isFall(_ number: Int, _ tokens: [Token]) -> Bool {
    var at = number - 1
    while at > 0, number - at <= 3, fillers.contains(tokens[at].key) { at -= 1 }
    guard at > 0, tokens[at].key == by else {
      return at >= 0 && falls.contains(tokens[at].key) && at == number - 1
    }
    return falls.contains(tokens[at - 1].key)
  }

  /// “120 percent of the voters”
  private func isPart(_ end: Int, _ tokens: [Token]) -> Bool {
    guard end + 1 < tokens.count, tokens[end].key == of else { return false }
    var at = end + 1
    while at + 1 < tokens.count, at - end <= 3, fillers.contains(tokens[at].key) { at += 1 }
    return groups.contains(tokens[at].key)
  }
}

extension ImpossiblePercentage {
  static func fall(_ text: String) -> String {
    "Nothing falls by “\(text)”: after 100 percent nothing is left. Check the figure."
  }

  static func part(_ text: String) -> String {
    "“\(text)” is more than all of them. Check the figure."
  }
}
