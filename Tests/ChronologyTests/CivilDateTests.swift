import Foundation
import TestSupport
import Testing

@testable import Chronology

@Suite struct CivilDateTests {
  @Test func everyDayOfThreeCenturiesFollowsTheOneBefore() {
    var previous = CivilDate(dayNumber: -36_526).parts
    var faults: [CivilDate] = []
    for dayNumber in -36_525...73_050 {
      let date = CivilDate(dayNumber: dayNumber)
      let parts = date.parts
      let isSameMonth = parts.year == previous.year && parts.month == previous.month
      let isRight =
        CivilDate(year: parts.year, month: parts.month, day: parts.day) == date
        && parts.day == (isSameMonth ? previous.day + 1 : 1)
      if !isRight { faults.append(date) }
      previous = parts
    }
    #expect(faults.isEmpty)
  }

  @Test func daysHaveTheDateFoundationGivesThem() throws {
    let calendar = Calendar.iso8601InUTC
    var random = SeededGenerator(seed: 1)
    // Around each year's end, and anywhere.
    var days = try (1970...2400).flatMap { year in
      let newYear = try #require(CivilDate(year: year, month: 1, day: 1))
      return (-5...5).map { newYear.dayNumber + $0 }
    }
    days += (0..<2_000).map { _ in Int.random(in: -30_000...2_900_000, using: &random) }
    for dayNumber in days {
      let date = CivilDate(dayNumber: dayNumber)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date.midnight)
      #expect(date.parts.year == parts.year)
      #expect(date.parts.month == parts.month)
      #expect(date.parts.day == parts.day)
      #expect(date.weekday % 7 + 1 == parts.weekday)
    }
  }

  @Test(arguments: [
    (2018, 2, 29), (1900, 2, 29), (2018, 4, 31), (2018, 13, 1), (2018, 0, 1), (2018, 1, 0),
    (0, 1, 1), (10_000, 1, 1),
  ])
  func whatTheCalendarLacksIsNoDate(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [1972, 2000, 2024, 2400])
  func leapDaysOfLeapYearsExist(year: Int) {
    #expect(CivilDate(year: year, month: 2, day: 29) != nil)
  }

  @Test(arguments: [
    (17_609, "2018-03-19"), (-719_162, "0001-01-01"), (2_932_896, "9999-12-31"),
    (2_932_897, "+10000-01-01"), (-719_163, "0000-12-31"), (-719_529, "-0001-12-31"),
  ])
  func datesAreWrittenAfterTheStandard(dayNumber: Int, text: String) {
    #expect(CivilDate(dayNumber: dayNumber).description == text)
  }
}

extension Calendar {
  /// Foundation's calendar, told to be Gregorian with ISO weeks, in UTC.
  static let iso8601InUTC: Calendar = {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    return calendar
  }()
}

extension CivilDate {
  /// Its first moment in UTC.
  var midnight: Date { Date(timeIntervalSince1970: Double(dayNumber) * 86_400) }
}
