import StetDocument
import StetLanguage
import StetLint

package struct DateFormatMixed: Rule {
  package static let metadata = RuleMetadata(
    id: "date-format-mixed", family: .numbers, severity: .note,
    summary: "Dates in two orders in one text: 5 May and May 6")

  private let dates: DateFinder
  private let of: WordKey

  package init(_ lexicon: Lexicon) {
    dates = DateFinder(lexicon)
    of = lexicon.key("of")
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let blocks = analysis.document.blocks
    let figures = Figures(analysis)
    var found: [(mention: DateMention, isDayFirst: Bool)] = []
    for mention in dates.dates(analysis) where mention.date.exists {
      guard let block = analysis.layer.block(of: mention.day), blocks[block].kind == .paragraph,
        tokens[mention.month].key != of, figures.ordinal(tokens[mention.day]) == nil,
        !analysis.quotations.contains(mention.day), !isName(mention, tokens)
      else { continue }
      if case .dayMonth = mention.form {
        found.append((mention, true))
      } else {
        found.append((mention, false))
      }
    }
    let dayFirst = found.filter(\.isDayFirst).count
    guard dayFirst > 0, dayFirst < found.count else { return }
    let keepsDayFirst = dayFirst * 2 == found.count ? found[0].isDayFirst : dayFirst * 2 > found.count
    guard let stray = found.first(where: { $0.isDayFirst != keepsDayFirst }),
      let kept = found.first(where: { $0.isDayFirst == keepsDayFirst })
    else { return }
    let others = found.filter { $0.isDayFirst != keepsDayFirst }.dropFirst()
    report.add(
      Self.message(analysis.string(stray.mention.tokens), analysis.string(kept.mention.tokens)),
      at: analysis.range(stray.mention.tokens),
      related: [(analysis.range(kept.mention.tokens), "the other order")]
        + others.map { (analysis.range($0.mention.tokens), "here too") })
  }

  /// “the 7 October attacks”, “the May 4 movement”: a name keeps its form.
  private func isName(_ mention: DateMention, _ tokens: [Token]) -> Bool {
    let end = mention.tokens.upperBound
    guard mention.date.year == nil, end < tokens.count, tokens[end].isWord, tokens[end].spaceBefore else {
      return false
    }
    return tokens[end].isCapitalized || tokens[end].length > 5
  }
}

extension DateFormatMixed {
  static func message(_ stray: String, _ kept: String) -> String {
    "“\(stray)” and “\(kept)” are written in two orders. Use one of them throughout."
  }
}
