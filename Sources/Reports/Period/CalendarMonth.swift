import Chronology

/// A month of the Gregorian calendar.
struct CalendarMonth: Sendable, Hashable, Comparable {
  /// Months since January of the year 0.
  private let ordinal: Int

  private init(ordinal: Int) { self.ordinal = ordinal }

  /// The month of a year; `month` is 1 to 12.
  init(year: Int, month: Int) { ordinal = 12 * year + month - 1 }

  /// The month a day lies in.
  init(containing date: CivilDate) {
    let parts = date.parts
    self.init(year: parts.year, month: parts.month)
  }

  var year: Int { ordinal.flooredDivision(by: 12).quotient }
  /// 1 to 12.
  var month: Int { ordinal.flooredDivision(by: 12).remainder + 1 }

  /// The month that comes `months` later.
  func adding(months: Int) -> CalendarMonth { CalendarMonth(ordinal: ordinal + months) }

  /// Its first day.
  var first: CivilDate {
    // A month of the calendar always has a first day; years beyond four digits are none that it is asked for.
    CivilDate(year: year, month: month, day: 1) ?? CivilDate(dayNumber: 0)
  }

  /// Its last day.
  var last: CivilDate { first.adding(days: CivilDate.dayCount(ofMonth: month, year: year) - 1) }

  static func < (left: CalendarMonth, right: CalendarMonth) -> Bool { left.ordinal < right.ordinal }

  /// How many months lie from one to another.
  static func - (left: CalendarMonth, right: CalendarMonth) -> Int { left.ordinal - right.ordinal }
}

extension CalendarMonth: CustomStringConvertible {
  /// `2018-03`.
  var description: String { "\(year.padded(4))-\(month.padded(2))" }
}
