import StetDocument
import StetLanguage
import StetLint

package struct RelativeDateNoDateline: Rule {
  package static let metadata = RuleMetadata(
    id: "relative-date-no-dateline", family: .numbers, severity: .note,
    summary: "“Yesterday” or “last year” in a text without any date", packs: .news)

  private let alone: WordSet
  private let last: WordSet
  private let units: WordSet
  private let dates: DateFinder

  package init(_ lexicon: Lexicon) {
    alone = WordSet("yesterday tomorrow", lexicon)
    last = WordSet("last next", lexicon)
    units = WordSet("week month year weekend night", lexicon)
    dates = DateFinder(lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    guard tokens.count >= 60, analysis.document.blocks.count >= 3 else { return }
    var first: Range<Int>?
    for block in analysis.layer.blocks {
      for at in block {
        if alone.contains(tokens[at].key), first == nil { first = at..<at + 1 }
        if at + 1 < block.upperBound, last.contains(tokens[at].key), units.contains(tokens[at + 1].key),
          first == nil
        {
          first = at..<at + 2
        }
        if dates.month(tokens[at]) != nil || dates.weekday(tokens[at]) != nil { return }
      }
    }
    guard let first, !analysis.quotations.contains(first.lowerBound) else { return }
    let figures = Figures(analysis)
    guard !analysis.numbers.contains(where: { figures.year(tokens[$0]) != nil }) else { return }
    report.add(Self.message(analysis.string(first)), at: analysis.range(first))
  }
}

extension RelativeDateNoDateline {
  static func message(_ text: String) -> String {
    "“\(text)” is counted from a day that the text does not name. Give a date."
  }
}
