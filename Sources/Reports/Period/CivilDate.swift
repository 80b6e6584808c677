/// A day of the Gregorian calendar, without a time and without a zone.
///
///     CivilDate(year: 2018, month: 3, day: 19).weekday          // 1, a Monday
///     CivilDate(dayNumber: 17_609).description                  // "2018-03-19"
public struct CivilDate: Sendable, Hashable {
  /// Days since 1970-01-01, negative before it.
  public let dayNumber: Int

  /// The day that lies `dayNumber` days after 1970-01-01.
  public init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// A day by its parts; parts past the end of a month or year run over into the next.
  ///
  /// Counting in years that begin in March puts the leap day last, where the month lengths
  /// repeat as 153 days in five months.
  public init(year: Int, month: Int, day: Int) {
    let (moreYears, monthIndex) = floorDivide(month - 3, 12)
    let (era, yearOfEra) = floorDivide(year + moreYears, 400)
    let dayOfYear = (153 * monthIndex + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * Self.daysOfEra + dayOfEra - Self.marchOfYear0
  }

  /// The day's year, its month from 1 to 12 and its day of the month from 1.
  public var parts: (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = floorDivide(dayNumber + Self.marchOfYear0, Self.daysOfEra)
    let leaps = dayOfEra / 1_460 - dayOfEra / 36_524 + dayOfEra / (Self.daysOfEra - 1)
    let yearOfEra = (dayOfEra - leaps) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let year = era * 400 + yearOfEra + (monthIndex < 10 ? 0 : 1)
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  /// The day of the week as ISO 8601 counts it, 1 for Monday to 7 for Sunday.
  public var weekday: Int { floorDivide(dayNumber + 3, 7).remainder + 1 }

  /// The day `days` later, or earlier where it is negative.
  public func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

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
  /// The day as ISO 8601 writes it: `2018-03-19`.
  public var description: String {
    let (year, month, day) = parts
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

/// Quotient and remainder with the remainder never negative, so that days before 1970 count alike.
func floorDivide<Number: BinaryInteger>(
  _ number: Number,
  _ divisor: Number
) -> (quotient: Number, remainder: Number) {
  let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
  return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
}

/// A number with zeros before it up to `width` digits.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.count))
  return (number < 0 ? "-" : "") + zeros + digits
}
