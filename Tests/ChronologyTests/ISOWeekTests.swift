import Foundation
import Testing

@testable import Chronology

@Suite struct ISOWeekTests {
  @Test func weeksAreFoundationsWeeks() {
    for year in 1970...2069 {
      for number in 1...53 {
        guard let week = ISOWeek(year: year, number: number) else {
          #expect(number == 53 && ISOWeek.count(in: year) == 52)
          continue
        }
        let parts = Calendar.iso8601InUTC.dateComponents(
          [.yearForWeekOfYear, .weekOfYear, .weekday],
          from: week.monday.midnight
        )
        #expect(parts.yearForWeekOfYear == year && parts.weekOfYear == number)
        #expect(parts.weekday == 2)
        #expect(week.year == year && week.number == number)
      }
    }
  }

  @Test func aWeekHoldsItsSevenDays() throws {
    let first = try #require(CivilDate(year: 2000, month: 1, day: 3))
    for offset in 0..<3_000 {
      let week = ISOWeek(containing: first.adding(days: offset))
      #expect(week.monday == first.adding(days: offset / 7 * 7))
    }
  }

  @Test func weeksFollowOneAnotherAcrossYears() throws {
    for year in 1970...2069 {
      let last = try #require(ISOWeek(year: year, number: ISOWeek.count(in: year)))
      let first = try #require(ISOWeek(year: year + 1, number: 1))
      #expect(first.monday == last.monday.adding(days: 7))
      #expect(first.previous == last)
    }
  }

  @Test(arguments: [(0, 1), (-1, 1), (9999, 1), (2018, 0), (2018, 53), (2020, 54)])
  func whatTheCalendarLacksIsNoWeek(year: Int, number: Int) {
    #expect(ISOWeek(year: year, number: number) == nil)
  }

  @Test func everyDayOfANamedWeekHasAYearOfFourDigits() throws {
    let first = ISOWeek(year: ISOWeek.years.lowerBound, number: 1)
    #expect(first?.monday.description == "0001-01-01")
    let year = ISOWeek.years.upperBound
    let last = try #require(ISOWeek(year: year, number: ISOWeek.count(in: year)))
    #expect(last.monday.adding(days: 6).parts.year <= 9999)
    #expect(last.description == "9998-W53")
  }

  @Test func weeksAreWrittenAfterTheStandard() throws {
    let newYear = try #require(CivilDate(year: 2021, month: 1, day: 1))
    #expect(ISOWeek(containing: newYear).description == "2020-W53")
    #expect(ISOWeek(year: 7, number: 3)?.description == "0007-W03")
  }
}
