import Foundation
import Testing

@testable import Reports

/// Our calendar against Foundation's.
@Suite struct CalendarTests {
  /// Foundation's calendar, told to be Gregorian with ISO weeks, in UTC.
  private let oracle: Calendar = {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    return calendar
  }()

  @Test func daysHaveTheDateAndWeekFoundationGivesThem() {
    var random = SeededGenerator(state: 1)
    // Around each year's end, and anywhere.
    var days = (1970...2400).flatMap { year in
      (-5...5).map { CivilDate(year: year, month: 1, day: 1).dayNumber + $0 }
    }
    days += (0..<5_000).map { _ in Int.random(in: -30_000...2_900_000, using: &random) }
    for dayNumber in days {
      let parts = oracle.dateComponents(
        [.year, .month, .day, .weekday, .weekOfYear, .yearForWeekOfYear],
        from: Date(timeIntervalSince1970: Double(dayNumber) * 86_400)
      )
      let date = CivilDate(dayNumber: dayNumber)
      let week = ISOWeek(containing: date)
      #expect(date.parts.year == parts.year)
      #expect(date.parts.month == parts.month)
      #expect(date.parts.day == parts.day)
      #expect(date.weekday % 7 + 1 == parts.weekday)
      #expect(week.year == parts.yearForWeekOfYear)
      #expect(week.week == parts.weekOfYear)
      #expect(
        CivilDate(year: date.parts.year, month: date.parts.month, day: date.parts.day) == date
      )
    }
  }

  @Test func partsPastTheEndRunOver() {
    #expect(CivilDate(year: 2018, month: 14, day: 1).description == "2019-02-01")
    #expect(CivilDate(year: 2018, month: 0, day: 31).description == "2017-12-31")
    #expect(CivilDate(year: 2020, month: 2, day: 30).description == "2020-03-01")
  }

  @Test func everyWeekIsReadFromItsOwnName() throws {
    var week = ISOWeek(containing: CivilDate(year: 2040, month: 1, day: 1))
    for _ in 0..<3_600 {
      #expect(try ISOWeek(week.description) == week)
      #expect(week.previous.monday.adding(days: 7) == week.monday)
      week = week.previous
    }
  }

  @Test(arguments: [
    ("2018-W00", "there is no week '2018-W00'; 2018 has weeks 01 to 52"),
    ("2018-W53", "there is no week '2018-W53'; 2018 has weeks 01 to 52"),
    ("2020-W54", "there is no week '2020-W54'; 2020 has weeks 01 to 53"),
    ("1969-W10", "there is no week '1969-W10'; years go from 1970 to 9999"),
    ("2018-W3", "'2018-W3' is no week; write one like 2018-W12, or 'last' or 'this'"),
    ("2018-12", "'2018-12' is no week; write one like 2018-W12, or 'last' or 'this'"),
    ("2018-W1२", "'2018-W1२' is no week; write one like 2018-W12, or 'last' or 'this'"),
    ("", "'' is no week; write one like 2018-W12, or 'last' or 'this'"),
  ])
  func otherTextsAreRefusedAndSayWhatIsAllowed(text: String, sentence: String) {
    let error = #expect(throws: PeriodError.self) { try ISOWeek(text) }
    #expect(error?.description == sentence)
  }
}
