import StetDocument
import StetLanguage
import StetLint

package struct OrdinalInDate: Rule {
  package static let metadata = RuleMetadata(
    id: "ordinal-in-date", family: .numbers, severity: .warning,
    summary: "An ordinal in a date, as in May 7th", packs: [.strict])

  private let dates: DateFinder
  private let of: WordKey

  package init(_ lexicon: Lexicon) {
    dates = DateFinder(lexicon)
    of = lexicon.key("of")
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let figures = Figures(analysis)
    for mention in dates.dates(analysis) {
      let day = tokens[mention.day]
      // “The 7th of May” is a phrase of its own.
      guard let number = figures.ordinal(day), mention.day + 1 < tokens.count,
        tokens[mention.day + 1].key != of,
        !analysis.quotations.contains(mention.day)
      else { continue }
      report.add(
        Self.message(analysis.string(mention.tokens)), at: day.range,
        fixes: [.replace(day.range, with: "\(number)", .safe)])
    }
  }
}

extension OrdinalInDate {
  static func message(_ date: String) -> String {
    "“\(date)” has an ordinal; the style of news agencies writes the plain figure."
  }
}
