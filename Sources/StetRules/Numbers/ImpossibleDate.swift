import StetDocument
import StetLanguage
import StetLint

package struct ImpossibleDate: Rule {
  package static let metadata = RuleMetadata(
    id: "impossible-date", family: .numbers, severity: .error,
    summary: "A date that no calendar has, such as 31 April")

  private let dates: DateFinder
  /// Words after which figures with hyphens or strokes are a number of something.
  private let labels: WordSet
  private let openers: WordSet

  package init(_ lexicon: Lexicon) {
    dates = DateFinder(lexicon)
    labels = WordSet(
      "no no. nos number case file docket ref reference resolution decree directive law act order page pages "
        + "tel tel. telephone phone fax isbn issn version v release build id", lexicon)
    openers = WordSet("on until till since from by before after", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    for mention in dates.dates(analysis) where !mention.date.exists && isCertain(mention, analysis) {
      let text = analysis.string(mention.tokens)
      report.add(Self.message(text, mention.date), at: analysis.range(mention.tokens))
    }
    let tokens = analysis.layer.tokens
    let figures = Figures(analysis)
    for at in analysis.numbers where tokens[at].length >= 8 && tokens[at].length <= 10 {
      guard let reason = Self.fault(Array(figures.bytes(tokens[at]))), !isLabelled(at, tokens, figures)
      else { continue }
      report.add(Self.message(analysis.string(tokens[at]), reason), at: tokens[at].range)
    }
  }

  /// “In April 31 people died” has no date.
  private func isCertain(_ mention: DateMention, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let hasOpener =
      mention.weekday != nil
      || mention.tokens.lowerBound > 0 && openers.contains(tokens[mention.tokens.lowerBound - 1].key)
    // A page or a temperature.
    let isOrdinal = Figures(analysis).ordinal(tokens[mention.day]) != nil
    guard
      mention.date.day <= 31 || (hasOpener || isOrdinal && mention.date.year != nil) && mention.date.day < 40
    else { return false }
    guard mention.date.day > 0 else { return false }
    if mention.date.year != nil { return true }
    if case .dayMonth = mention.form { return true }
    guard hasOpener, tokens.indices.contains(mention.tokens.upperBound) else { return hasOpener }
    return tokens[mention.tokens.upperBound].isPunctuation
  }

  private func isLabelled(_ at: Int, _ tokens: [Token], _ figures: Figures) -> Bool {
    if at + 1 < tokens.count, !tokens[at + 1].spaceBefore, figures.isDash(tokens[at + 1]) { return true }
    guard at > 0 else { return false }
    let before = tokens[at - 1]
    if labels.contains(before.key) { return true }
    guard !tokens[at].spaceBefore, before.end == tokens[at].start else { return false }
    return !figures.isByte(before, UInt8(ascii: "("))
  }

  /// What is wrong with 2024-18-15, 18/30/2014 or 31.4.2014; nil for a date that exists and for what is none.
  static func fault(_ bytes: [UInt8]) -> String? {
    for mark in [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")] where bytes.contains(mark) {
      let parts = bytes.split(separator: mark, omittingEmptySubsequences: false)
      let values = parts.compactMap { Figures.integer($0) }
      guard parts.count == 3, values.count == 3 else { return nil }
      if parts[0].count == 4, parts[1].count == 2, parts[2].count == 2, mark != UInt8(ascii: ".") {
        return isoFault(values)
      }
      guard parts[2].count == 4, parts[0].count <= 2, parts[1].count <= 2 else { return nil }
      return figureFault(values)
    }
    return nil
  }

  private static func isoFault(_ values: [Int]) -> String? {
    let (year, month, day) = (values[0], values[1], values[2])
    guard (1583...2199).contains(year), (0...39).contains(day), month <= 31 else { return nil }
    // Three seasons, 2018-19-20.
    if month == (year + 1) % 100, day == (year + 2) % 100 { return nil }
    if month == 0 || month > 12 { return "there is no month \(month)" }
    return dayFault(CalendarDate(year: year, month: month, day: day))
  }

  private static func figureFault(_ values: [Int]) -> String? {
    let (first, second, year) = (values[0], values[1], values[2])
    guard (1583...2199).contains(year), (1...31).contains(first), (1...31).contains(second) else {
      return nil
    }
    if first > 12, second > 12 { return "neither \(first) nor \(second) is a month" }
    if first > 12 { return dayFault(CalendarDate(year: year, month: second, day: first)) }
    if second > 12 { return dayFault(CalendarDate(year: year, month: first, day: second)) }
    return nil
  }

  private static func dayFault(_ date: CalendarDate) -> String? {
    date.exists ? nil : reason(date)
  }

  private static func reason(_ date: CalendarDate) -> String {
    let days = CalendarDate.days(inMonth: date.month, year: date.year)
    let year = date.month == 2 ? date.year.map { " \($0)" } ?? "" : ""
    return "\(CalendarDate.months[date.month - 1])\(year) has \(days) days"
  }
}

extension ImpossibleDate {
  static func message(_ text: String, _ date: CalendarDate) -> String { message(text, reason(date)) }

  static func message(_ text: String, _ reason: String) -> String {
    "“\(text)” is no date: \(reason). Look the date up."
  }
}
