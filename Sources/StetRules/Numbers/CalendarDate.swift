/// A day of the Gregorian calendar, which need not exist.
struct CalendarDate: Hashable, Sendable {
  /// Of the Common Era; nil when the text does not say.
  var year: Int?
  /// 1 to 12.
  var month: Int
  /// 1 to 31, or whatever the text says.
  var day: Int

  /// In English, January first.
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
  /// In English, Sunday first.
  static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  /// Years before this one may count days by the Julian calendar: Great Britain and its colonies changed in
  /// September 1752.
  static let firstCertainYear = 1753
  /// Until this year some countries did: Greece changed last.
  static let lastJulianYear = 1923

  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days of a month; of February 29 when the year is not known. 1900 had a 29 February where the Julian
  /// calendar was kept.
  static func days(inMonth month: Int, year: Int?) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2:
      if let year, !isLeap(year), year > lastJulianYear || year % 4 != 0 { 28 } else { 29 }
    default: 31
    }
  }

  var exists: Bool {
    (1...12).contains(month) && day >= 1 && day <= Self.days(inMonth: month, year: year)
  }

  /// The day of the week, 0 for Sunday; nil without a year.
  var weekday: Int? {
    guard let year else { return nil }
    return Self.weekday(dayNumber(year) - Self.dayNumberOfMonday + 1)
  }

  /// The day of the week of this date in the Julian calendar, 0 for Sunday.
  var julianWeekday: Int? {
    guard let year else { return nil }
    // The calendars drift apart by three days in four centuries: 13 from March 1900 to February 2100.
    let century = (month > 2 ? year : year - 1) / 100
    return Self.weekday(dayNumber(year) + century - century / 4 - 2 - Self.dayNumberOfMonday + 1)
  }

  private static func weekday(_ number: Int) -> Int { ((number % 7) + 7) % 7 }

  /// The number of 1 January of the year 1, a Monday.
  private static let dayNumberOfMonday = 306

  /// Days since 1 March of the year 0 (Richards, “Calendars”, in the Explanatory Supplement to the
  /// Astronomical Almanac, 3rd edition, 2013).
  private func dayNumber(_ year: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let fromMarch = (month + 9) % 12
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * fromMarch + 2) / 5 + day - 1
  }
}
