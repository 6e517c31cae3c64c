import StetDocument
import StetLanguage

/// A date as the text writes it.
struct DateMention {
  enum Form {
    /// 3 May 2024, 3rd of May
    case dayMonth
    /// May 3, 2024
    case monthDay
  }

  var date: CalendarDate
  var form: Form
  /// From the day or the month to the year.
  var tokens: Range<Int>
  /// The token of the day.
  var day: Int
  /// The token of the month.
  var month: Int
  /// The weekday written with it, 0 for Sunday, and its token.
  var weekday: (number: Int, token: Int)?
}

/// Finds dates with the name of a month.
struct DateFinder: Sendable {
  private let months: [WordKey: Int]
  private let weekdays: [WordKey: Int]
  private let monthSet: WordSet
  private let weekdaySet: WordSet
  private let the: WordKey
  private let of: WordKey
  private let a: WordKey

  init(_ lexicon: Lexicon) {
    var months: [WordKey: Int] = [:]
    var weekdays: [WordKey: Int] = [:]
    var monthSet = WordSet()
    var weekdaySet = WordSet()
    for (index, name) in CalendarDate.months.enumerated() {
      let short = String(name.prefix(3))
      for form in [name, short, short + "."] { months[lexicon.key(form)] = index + 1 }
    }
    for form in ["Sept", "Sept."] { months[lexicon.key(form)] = 9 }
    for (index, name) in CalendarDate.weekdays.enumerated() {
      weekdays[lexicon.key(name)] = index
      // The Sun is a newspaper.
      guard index > 0 else { continue }
      let short = String(name.prefix(3))
      for form in [short, short + "."] { weekdays[lexicon.key(form)] = index }
    }
    for form in ["Tues", "Tues."] { weekdays[lexicon.key(form)] = 2 }
    for form in ["Thurs", "Thurs.", "Thur", "Thur."] { weekdays[lexicon.key(form)] = 4 }
    for key in months.keys { monthSet.insert(key) }
    for key in weekdays.keys { weekdaySet.insert(key) }
    self.months = months
    self.weekdays = weekdays
    self.monthSet = monthSet
    self.weekdaySet = weekdaySet
    the = lexicon.key("the")
    of = lexicon.key("of")
    a = lexicon.key("a")
  }

  func month(_ token: Token) -> Int? {
    token.isCapitalized && monthSet.contains(token.key) ? months[token.key] : nil
  }

  func weekday(_ token: Token) -> Int? {
    token.isCapitalized && weekdaySet.contains(token.key) ? weekdays[token.key] : nil
  }

  /// All dates, in order.
  func dates(_ analysis: Analysis) -> [DateMention] {
    let tokens = analysis.layer.tokens
    let figures = Figures(analysis)
    var found: [DateMention] = []
    for at in analysis.numbers where tokens[at].length <= 4 {
      let block = analysis.layer.block(of: at).map { analysis.layer.blocks[$0] }
      guard let block, let date = date(at, tokens, block, figures) else { continue }
      found.append(date)
    }
    return found
  }

  private func date(_ at: Int, _ tokens: [Token], _ block: Range<Int>, _ figures: Figures) -> DateMention? {
    guard let day = figures.ordinal(tokens[at]) ?? figures.integer(tokens[at]), day < 100 else { return nil }
    let before = at > block.lowerBound ? month(tokens[at - 1]) : nil
    var next = at + 1
    if next < block.upperBound, tokens[next].key == of { next += 1 }
    let after = next < block.upperBound && tokens[next].spaceBefore ? month(tokens[next]) : nil
    if let month = after, before == nil || isDay(at - 2, tokens, block, figures) {
      return dayMonth(at, next, CalendarDate(year: nil, month: month, day: day), tokens, block, figures)
    }
    guard let month = before, after == nil, !isDay(at - 2, tokens, block, figures), tokens[at].spaceBefore
    else { return nil }
    return monthDay(at, CalendarDate(year: nil, month: month, day: day), tokens, block, figures)
  }

  /// Whether the token is the day of a month that follows it, so that a figure after the month is no day.
  private func isDay(_ at: Int, _ tokens: [Token], _ block: Range<Int>, _ figures: Figures) -> Bool {
    guard at >= block.lowerBound else { return false }
    let token = tokens[at].key == of && at > block.lowerBound ? tokens[at - 1] : tokens[at]
    return (figures.ordinal(token) ?? figures.integer(token) ?? 99) <= 31
  }

  private func dayMonth(
    _ day: Int, _ month: Int, _ written: CalendarDate, _ tokens: [Token], _ block: Range<Int>,
    _ figures: Figures
  ) -> DateMention {
    var date = written
    var end = month + 1
    if let year = year(end, tokens, block, figures) {
      date.year = year.value
      end = year.end
    }
    var mention = DateMention(
      date: date, form: .dayMonth, tokens: day..<end, day: day, month: month, weekday: nil)
    mention.weekday = weekday(around: mention.tokens, tokens, block, figures)
    return mention
  }

  private func monthDay(
    _ day: Int, _ written: CalendarDate, _ tokens: [Token], _ block: Range<Int>, _ figures: Figures
  ) -> DateMention {
    var date = written
    var end = day + 1
    // May 3–5, 2024
    if end + 1 < block.upperBound, figures.isDash(tokens[end]),
      let last = figures.integer(tokens[end + 1]), last <= 31
    {
      end += 2
    }
    if let year = year(end, tokens, block, figures) {
      date.year = year.value
      end = year.end
    }
    var mention = DateMention(
      date: date, form: .monthDay, tokens: day - 1..<end, day: day, month: day - 1, weekday: nil)
    mention.weekday = weekday(around: mention.tokens, tokens, block, figures)
    return mention
  }

  private func year(
    _ at: Int, _ tokens: [Token], _ block: Range<Int>, _ figures: Figures
  ) -> (value: Int, end: Int)? {
    var at = at
    if at < block.upperBound, figures.isByte(tokens[at], UInt8(ascii: ",")) { at += 1 }
    guard at < block.upperBound, tokens[at].spaceBefore, let year = figures.year(tokens[at]) else {
      return nil
    }
    return (year, at + 1)
  }

  /// “Friday, 3 May”, “Friday the 3rd of May”, “3 May 2024 (Friday)”, “3 May 2024, a Friday”.
  private func weekday(
    around date: Range<Int>, _ tokens: [Token], _ block: Range<Int>, _ figures: Figures
  ) -> (number: Int, token: Int)? {
    var at = date.lowerBound - 1
    if at >= block.lowerBound, tokens[at].key == the { at -= 1 }
    if at >= block.lowerBound, figures.isByte(tokens[at], UInt8(ascii: ",")) { at -= 1 }
    if at >= block.lowerBound, let number = weekday(tokens[at]) { return (number, at) }
    at = date.upperBound
    guard at + 1 < block.upperBound else { return nil }
    if figures.isByte(tokens[at], UInt8(ascii: "(")), let number = weekday(tokens[at + 1]) {
      return (number, at + 1)
    }
    if figures.isByte(tokens[at], UInt8(ascii: ",")), tokens[at + 1].key == a, at + 2 < block.upperBound,
      let number = weekday(tokens[at + 2])
    {
      return (number, at + 2)
    }
    return nil
  }
}
