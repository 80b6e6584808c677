/// A week of ISO 8601: it begins on Monday, and belongs to the year its Thursday lies in.
///
///     ISOWeek(year: 2018, number: 12)?.monday.description      // "2018-03-19"
///     ISOWeek(containing: newYear2021).description             // "2020-W53"
public struct ISOWeek: Sendable, Hashable {
  /// The week's Monday.
  public let monday: CivilDate

  /// The week a day lies in.
  public init(containing date: CivilDate) { monday = date.adding(days: 1 - date.weekday) }

  /// A week that exists, or nothing: only long years have a week 53, and a year is one of `years`.
  public init?(year: Int, number: Int) {
    guard Self.years.contains(year), (1...Self.count(in: year)).contains(number) else { return nil }
    monday = Self.firstMonday(of: year).adding(days: 7 * (number - 1))
  }

  /// The ISO year, which is not always the year of the Monday.
  public var year: Int { monday.adding(days: 3).parts.year }

  /// The number of the week in its ISO year, 1 to 53.
  public var number: Int {
    (monday.dayNumber - Self.firstMonday(of: year).dayNumber) / 7 + 1
  }

  /// The week before.
  public var previous: ISOWeek { ISOWeek(containing: monday.adding(days: -7)) }

  /// The ISO years whose weeks can be named: all days of their weeks have years of four digits.
  public static let years = 1...9998

  /// How many weeks an ISO year has: 52 or 53.
  public static func count(in year: Int) -> Int {
    (firstMonday(of: year + 1).dayNumber - firstMonday(of: year).dayNumber) / 7
  }

  /// The Monday of week 1: the week that holds the fourth of January.
  private static func firstMonday(of year: Int) -> CivilDate {
    ISOWeek(containing: .newYear(of: year).adding(days: 3)).monday
  }
}

extension ISOWeek: CustomStringConvertible {
  /// The week as ISO 8601 writes it: `2018-W12`.
  public var description: String { "\(year.paddedYear)-W\(number.padded(2))" }
}
