import StetDocument
import StetLanguage
import StetLint

package struct BareOrdinalDate: Rule {
  package static let metadata = RuleMetadata(
    id: "bare-ordinal-date", family: .numbers, severity: .note,
    summary: "A day without its month: on the 9th", packs: .news)

  private let on: WordSet
  private let the: WordKey
  private let dates: DateFinder

  package init(_ lexicon: Lexicon) {
    on = WordSet("on until since", lexicon)
    the = lexicon.key("the")
    dates = DateFinder(lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let figures = Figures(analysis)
    for at in analysis.numbers where at >= 2 && tokens[at - 1].key == the && on.contains(tokens[at - 2].key) {
      guard let day = figures.ordinal(tokens[at]), (1...31).contains(day),
        let block = analysis.layer.block(of: at), ends(at, analysis.layer.blocks[block], tokens, figures),
        !hasMonth(before: at, block, analysis)
      else { continue }
      report.add(Self.message(analysis.string(at - 2..<at + 1)), at: analysis.range(at - 2..<at + 1))
    }
  }

  /// A comma, a full stop or the end: “on the 9th hole” has a noun.
  private func ends(_ at: Int, _ block: Range<Int>, _ tokens: [Token], _ figures: Figures) -> Bool {
    guard at + 1 < block.upperBound else { return true }
    let next = tokens[at + 1]
    return figures.isByte(next, UInt8(ascii: ",")) || figures.isByte(next, UInt8(ascii: "."))
  }

  /// Whether this paragraph up to here or the one before names a month.
  private func hasMonth(before at: Int, _ block: Int, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let start = analysis.layer.blocks[max(0, block - 1)].lowerBound
    let end = analysis.layer.blocks[block].upperBound
    return (start..<end).contains { dates.month(tokens[$0]) != nil }
  }
}

extension BareOrdinalDate {
  static func message(_ text: String) -> String {
    "“\(text)” names a day and no month. Readers need both."
  }
}
