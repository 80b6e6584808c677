/// A week of ISO 8601: it begins on Monday and belongs to the year that holds its Thursday.
package struct ISOWeek: Sendable, Hashable {
  package let year: Int
  /// 1…53.
  package let number: Int

  /// A week that exists, or nothing: only long years have a week 53.
  package init?(year: Int, number: Int) {
    guard (1...9998).contains(year), number >= 1, number <= Self.count(in: year) else { return nil }
    self.year = year
    self.number = number
  }

  /// Days from 1970-01-01 to the week's Monday.
  package var monday: Int {
    Self.firstMonday(of: year) + (number - 1) * 7
  }

  /// How many weeks a year has: 52, or 53 when it begins or (in a leap year) ends on a Thursday.
  package static func count(in year: Int) -> Int {
    (firstMonday(of: year + 1) - firstMonday(of: year)) / 7
  }

  /// The Monday of the week with 4 January in it, which is always week 1.
  private static func firstMonday(of year: Int) -> Int {
    guard let fourth = CivilDate(year: year, month: 1, day: 4)?.daysSinceEpoch else { return 0 }
    // 1970-01-01 was a Thursday, three days after a Monday.
    return (fourth + 3).flooredQuotient(by: 7) * 7 - 3
  }
}
