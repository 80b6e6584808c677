/// A week of ISO 8601: it begins on Monday, and belongs to the year its Thursday lies in.
///
///     try ISOWeek("2018-W12").monday.description                      // "2018-03-19"
///     ISOWeek(containing: CivilDate(year: 2021, month: 1, day: 1))    // 2020-W53
public struct ISOWeek: Sendable, Hashable {
  /// The week's Monday.
  public let monday: CivilDate

  /// The week a day lies in.
  public init(containing date: CivilDate) { monday = date.adding(days: 1 - date.weekday) }

  /// Reads `2018-W12`; the `W` may be small.
  ///
  /// - Parameter text: A year of four digits, `-W`, and a week of two.
  /// - Throws: `PeriodError` for any other form, and for a week or year that there is not.
  public init(_ text: String) throws(PeriodError) {
    let bytes = Array(text.utf8)
    guard bytes.count == 8, bytes[4] == UInt8(ascii: "-"), bytes[5] | 0x20 == UInt8(ascii: "w"),
      let year = number(in: bytes[0..<4]), let week = number(in: bytes[6..<8])
    else { throw .malformedWeek(text) }
    guard Self.years.contains(year) else { throw .yearOutOfRange(text, allowed: Self.years) }
    let weeks = Self.weeks(inYear: year)
    guard (1...weeks).contains(week) else {
      throw .noSuchWeek(text, year: year, lastWeek: weeks)
    }
    monday = Self.firstMonday(ofYear: year).adding(days: 7 * (week - 1))
  }

  /// The ISO year, which is not always the year of the Monday.
  public var year: Int { monday.adding(days: 3).parts.year }

  /// The number of the week in its ISO year, 1 to 53.
  public var week: Int {
    (monday.dayNumber - Self.firstMonday(ofYear: year).dayNumber) / 7 + 1
  }

  /// The week before.
  public var previous: ISOWeek { ISOWeek(containing: monday.adding(days: -7)) }

  /// The ISO years that a week may be asked for: no item has a time outside them.
  public static let years = 1970...9999

  /// How many weeks an ISO year has: 52 or 53.
  public static func weeks(inYear year: Int) -> Int {
    (firstMonday(ofYear: year + 1).dayNumber - firstMonday(ofYear: year).dayNumber) / 7
  }

  /// The Monday of week 1: the week that holds the fourth of January.
  private static func firstMonday(ofYear year: Int) -> CivilDate {
    ISOWeek(containing: CivilDate(year: year, month: 1, day: 4)).monday
  }
}

extension ISOWeek: CustomStringConvertible {
  /// The week as ISO 8601 writes it: `2018-W12`.
  public var description: String { "\(padded(year, to: 4))-W\(padded(week, to: 2))" }
}

/// The number that ASCII digits spell, or nil where a byte is none.
private func number(in digits: ArraySlice<UInt8>) -> Int? {
  var result = 0
  for digit in digits {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
    result = result * 10 + Int(digit - UInt8(ascii: "0"))
  }
  return result
}
