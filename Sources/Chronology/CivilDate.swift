/// A day of the Gregorian calendar (extended backwards), without a time and without a zone.
///
///     CivilDate(year: 2018, month: 3, day: 19)?.weekday         // 1, a Monday
///     CivilDate(dayNumber: 17_609).description                  // "2018-03-19"
public struct CivilDate: Sendable, Hashable {
  /// Days since 1970-01-01, negative before it.
  public let dayNumber: Int

  /// The day that lies `dayNumber` days after 1970-01-01, of any moment that Int64 holds in ms.
  public init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// A day that exists, or nothing: no 30 February, and only years of four digits.
  ///
  /// Days from a date after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"
  /// (`days_from_civil`): counting in years that begin in March puts the leap day last, where the
  /// month lengths repeat as 153 days in five months.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.dayCount(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// The first of January of any year.
  static func newYear(of year: Int) -> CivilDate { CivilDate(unchecked: year, 1, 1) }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    let (moreYears, monthFromMarch) = (month - 3).flooredDivision(by: 12)
    let (era, yearOfEra) = (year + moreYears).flooredDivision(by: 400)
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * Self.daysOfEra + dayOfEra - Self.marchOfYear0
  }

  /// The day's year (0 is 1 BC), its month from 1 to 12 and its day of the month from 1
  /// (`civil_from_days`).
  public var parts: (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = (dayNumber + Self.marchOfYear0).flooredDivision(by: Self.daysOfEra)
    let leaps = dayOfEra / 1_460 - dayOfEra / 36_524 + dayOfEra / (Self.daysOfEra - 1)
    let yearOfEra = (dayOfEra - leaps) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let year = era * 400 + yearOfEra + (monthFromMarch < 10 ? 0 : 1)
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The day of the week as ISO 8601 counts it, 1 for Monday to 7 for Sunday.
  public var weekday: Int {
    // 1970-01-01 was a Thursday, three days after a Monday.
    (dayNumber + 3).flooredDivision(by: 7).remainder + 1
  }

  /// The day `days` later, or earlier where it is negative.
  public func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// How many days a month, 1 to 12, has in a year.
  package static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// Days in 400 years, after which the calendar repeats.
  private static let daysOfEra = 146_097
  /// Days from 0000-03-01 to 1970-01-01.
  private static let marchOfYear0 = 719_468
}

extension CivilDate: Comparable {
  /// Whether the left day is before the right one.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.dayNumber < right.dayNumber
  }
}

extension CivilDate: CustomStringConvertible {
  /// The day as ISO 8601 writes it, `2018-03-19`; years of other than four digits have a sign.
  public var description: String {
    let (year, month, day) = parts
    return "\(year.paddedYear)-\(month.padded(2))-\(day.padded(2))"
  }
}
