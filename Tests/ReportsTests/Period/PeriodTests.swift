import Foundation
import Testing

@testable import Reports

/// Periods against days found by asking Foundation for the date of every minute.
@Suite struct PeriodTests {
  /// A week in which a zone's clock does something, and how long its days are then, in hours.
  struct Case: Sendable, CustomTestStringConvertible {
    let zone: String
    let week: String
    let hours: [Double]

    var testDescription: String { "\(zone) \(week)" }
  }

  static let cases = [
    Case(zone: "UTC", week: "2018-W12", hours: [24, 24, 24, 24, 24, 24, 24]),
    Case(zone: "Asia/Kathmandu", week: "2020-W53", hours: [24, 24, 24, 24, 24, 24, 24]),
    Case(zone: "Europe/Berlin", week: "2018-W12", hours: [24, 24, 24, 24, 24, 24, 23]),
    Case(zone: "Europe/Berlin", week: "2018-W43", hours: [24, 24, 24, 24, 24, 24, 25]),
    Case(zone: "America/New_York", week: "2024-W45", hours: [24, 24, 24, 24, 24, 24, 24]),
    Case(zone: "America/New_York", week: "2024-W44", hours: [24, 24, 24, 24, 24, 24, 25]),
    Case(zone: "Australia/Lord_Howe", week: "2019-W14", hours: [24, 24, 24, 24, 24, 24, 24.5]),
    // Midnight does not exist: the day begins at 01:00.
    Case(zone: "America/Sao_Paulo", week: "2018-W44", hours: [24, 24, 24, 24, 24, 24, 23]),
    Case(zone: "Asia/Beirut", week: "2019-W13", hours: [24, 24, 24, 24, 24, 24, 23]),
    // Midnight comes, and the clock goes back to 23:00 of the day before.
    Case(zone: "America/Sao_Paulo", week: "2018-W07", hours: [24, 24, 24, 24, 24, 25, 24]),
    // Put back at 00:01, so that Sunday has begun for a minute already.
    Case(zone: "America/St_Johns", week: "2010-W44", hours: [24, 24, 24, 24, 24, 24, 25]),
    // Samoa left out the thirtieth of December, a Friday.
    Case(zone: "Pacific/Apia", week: "2011-W52", hours: [24, 24, 24, 24, 0, 24, 24]),
  ]

  @Test(arguments: cases)
  func aDayBeginsAtTheFirstMinuteOfItsDateOrALaterOne(_ test: Case) throws {
    let zone = try #require(TimeZone(identifier: test.zone))
    let period = try Period(week: test.week, now: 0, in: zone)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    // The first minute of every date that is shown in the fortnight around the week.
    var beginnings: [(date: CivilDate, instant: Int64)] = []
    let monday = Int64(period.days[0].date.dayNumber) * 86_400_000
    for minute in stride(from: monday - 3 * 86_400_000, to: monday + 10 * 86_400_000, by: 60_000) {
      let parts = calendar.dateComponents(
        [.year, .month, .day],
        from: Date(timeIntervalSince1970: Double(minute) / 1_000)
      )
      let date = CivilDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
      if beginnings.last.map({ $0.date < date }) ?? true { beginnings.append((date, minute)) }
    }
    #expect(period.days.count == 7)
    for (index, day) in period.days.enumerated() {
      let end = day.date.adding(days: 1)
      #expect(day.date.weekday == index + 1)
      #expect(day.from == beginnings.first { $0.date >= day.date }?.instant)
      #expect(day.to == beginnings.first { $0.date >= end }?.instant)
    }
    #expect(period.days.map { Double($0.to - $0.from) / 3_600_000 } == test.hours)
    #expect(period.from == period.days[0].from)
    #expect(period.to == period.days[6].to)
  }

  @Test(arguments: cases)
  func theClockPutsEveryInstantIntoTheDayThatHoldsIt(_ test: Case) throws {
    let zone = try #require(TimeZone(identifier: test.zone))
    let period = try Period(week: test.week, now: 0, in: zone)
    let clock = ZoneClock(zone: zone, from: period.from, to: period.to)
    let elsewhere = ZoneClock(zone: zone, from: 0, to: 0)
    for day in period.days where day.from < day.to {
      let instants = stride(from: day.from, to: day.to, by: 97_000)
      for instant in Array(instants) + [day.to - 1] {
        #expect(clock.date(at: instant) == day.date)
        #expect(clock.offset(at: instant) * 1_000 == offset(of: zone, at: instant))
      }
      // A clock made for other times says the same.
      #expect(elsewhere.date(at: day.from) == day.date)
      #expect(elsewhere.date(at: day.to - 1) == day.date)
      #expect(elsewhere.start(of: day.date) == day.from)
    }
  }

  @Test(arguments: ["Europe/Berlin", "America/Sao_Paulo", "Asia/Beirut", "Pacific/Apia", "UTC"])
  func weeksFollowEachOtherWithoutGapOrOverlap(_ identifier: String) throws {
    let zone = try #require(TimeZone(identifier: identifier))
    var period = try Period(week: "2021-W01", now: 0, in: zone)
    for _ in 0..<520 {
      let previous = period.previous
      #expect(previous.to == period.from)
      #expect(zip(period.days, period.days.dropFirst()).allSatisfy { $0.to == $1.from })
      period = previous
    }
    #expect(period.name == "2011-W03")
  }

  @Test func thisAndLastFollowTheZonesOwnMonday() throws {
    let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
    // Sunday 2020-12-27 23:30 UTC is Monday in Berlin, in the last week of 2020.
    let now: Int64 = 1_609_111_800_000
    #expect(try Period(week: "this", now: now, in: berlin).name == "2020-W53")
    #expect(try Period(week: "last", now: now, in: berlin).name == "2020-W52")
    #expect(try Period(week: "This", now: now, in: .gmt).name == "2020-W52")
    #expect(try Period(week: "last", now: now, in: .gmt).name == "2020-W51")
  }

  @Test func theFirstWeekOfAllBeginsBefore1970() throws {
    let period = try Period(week: "1970-w01", now: 0, in: .gmt)
    #expect(period.from == -3 * 86_400_000)
    #expect(period.to == 4 * 86_400_000)
  }

  private func offset(of zone: TimeZone, at instant: Int64) -> Int64 {
    Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant) / 1_000))) * 1_000
  }
}
