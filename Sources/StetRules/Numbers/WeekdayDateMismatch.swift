import StetDocument
import StetLanguage
import StetLint

package struct WeekdayDateMismatch: Rule {
  package static let metadata = RuleMetadata(
    id: "weekday-date-mismatch", family: .numbers, severity: .error,
    summary: "A weekday that does not fit its date", aliases: ["weekday-date"])

  private let dates: DateFinder
  private let style: WordKey
  private let julian: WordKey

  package init(_ lexicon: Lexicon) {
    dates = DateFinder(lexicon)
    style = lexicon.key("style")
    julian = lexicon.key("julian")
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    for mention in dates.dates(analysis) {
      guard let written = mention.weekday, let year = mention.date.year, mention.date.exists,
        year >= CalendarDate.firstCertainYear, let right = mention.date.weekday, right != written.number
      else { continue }
      // Where the Julian calendar was kept, the day may be one of that.
      if year <= CalendarDate.lastJulianYear, mention.date.julianWeekday == written.number { continue }
      if namesCalendar(near: mention.tokens, analysis) { continue }
      let token = analysis.layer.tokens[written.token]
      let name = CalendarDate.weekdays[right]
      let text = analysis.string(token)
      report.add(
        Self.message(text, analysis.string(mention.tokens), name), at: token.range,
        related: [(analysis.range(mention.tokens), "a \(name)")],
        fixes: [.replace(token.range, with: Self.replacement(name, like: text), .review)])
    }
  }

  /// “(Old Style)” or “of the Julian calendar” within ten tokens.
  private func namesCalendar(near date: Range<Int>, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    return (max(0, date.lowerBound - 10)..<min(tokens.count, date.upperBound + 10)).contains {
      tokens[$0].key == style || tokens[$0].key == julian
    }
  }

  /// The right weekday in the form of the wrong one: Fri, Fri., FRIDAY.
  private static func replacement(_ name: String, like text: String) -> String {
    let letters = text.hasSuffix(".") ? String(text.dropLast()) : text
    var right = letters.utf8.count <= 5 ? String(name.prefix(3)) : name
    if letters.utf8.allSatisfy({ $0 < 0x61 }) { right = right.uppercased() }
    return text.hasSuffix(".") ? right + "." : right
  }
}

extension WeekdayDateMismatch {
  static func message(_ weekday: String, _ date: String, _ right: String) -> String {
    "“\(weekday)” does not fit “\(date)”, which is a \(right). Correct the weekday or the date."
  }
}
