import Foundation
import Testing

@testable import Search

@Suite struct CivilDateTests {
  private let utc: Calendar = {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    return calendar
  }()

  @Test func everyDayOfThreeCenturiesIsFoundationsDay() throws {
    var previous = CivilDate(daysSinceEpoch: -36_526)
    for days in -36_525...73_050 {
      let date = CivilDate(daysSinceEpoch: days)
      #expect(date.daysSinceEpoch == days)
      let isNextDay = date.year == previous.year && date.month == previous.month
      #expect(isNextDay ? date.day == previous.day + 1 : date.day == 1)
      previous = date
      guard days.isMultiple(of: 97) else { continue }
      let parts = utc.dateComponents([.year, .month, .day], from: Self.midnight(days))
      #expect(parts.year == date.year && parts.month == date.month && parts.day == date.day)
    }
  }

  @Test(arguments: [
    (2018, 2, 29), (1900, 2, 29), (2018, 4, 31), (2018, 13, 1), (2018, 0, 1), (2018, 1, 0),
    (0, 1, 1), (10_000, 1, 1),
  ])
  func whatTheCalendarLacksIsNoDate(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test func leapDaysOfLeapYearsExist() {
    for year in [1972, 2000, 2024, 2400] {
      #expect(CivilDate(year: year, month: 2, day: 29) != nil)
    }
  }

  @Test func weeksAreFoundationsWeeks() throws {
    for year in 1970...2069 {
      for number in 1...53 {
        let week = ISOWeek(year: year, number: number)
        guard let week else {
          #expect(number == 53)
          continue
        }
        let monday = Self.midnight(week.monday)
        let parts = utc.dateComponents([.yearForWeekOfYear, .weekOfYear, .weekday], from: monday)
        #expect(parts.yearForWeekOfYear == year && parts.weekOfYear == number)
        #expect(parts.weekday == 2)
      }
    }
  }

  @Test func weeksFollowOneAnotherAcrossYears() throws {
    for year in 1970...2069 {
      let last = try #require(ISOWeek(year: year, number: ISOWeek.count(in: year)))
      let first = try #require(ISOWeek(year: year + 1, number: 1))
      #expect(first.monday == last.monday + 7)
    }
  }

  private static func midnight(_ days: Int) -> Date {
    Date(timeIntervalSince1970: Double(days) * 86_400)
  }
}
