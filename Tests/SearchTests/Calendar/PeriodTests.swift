import Chronology
import Foundation
import TestSupport
import Testing

@testable import Search

/// Dates in zones that change their clocks at midnight, by half an hour, or by a whole day.
@Suite struct PeriodTests {
  static let zones = [
    "UTC", "Europe/Berlin", "Europe/Lisbon", "America/New_York", "America/Sao_Paulo",
    "America/Havana", "Asia/Beirut", "Africa/Cairo", "Asia/Kathmandu", "Australia/Lord_Howe",
    "Pacific/Apia", "Pacific/Auckland", "Atlantic/Azores",
  ]

  private static func clock(_ zone: String) throws -> LocalClock {
    LocalClock(timeZone: try #require(TimeZone(identifier: zone)), now: 0)
  }

  @Test(arguments: zones)
  func periodsAreFoundationsPeriods(zone: String) throws {
    let clock = try Self.clock(zone)
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = clock.timeZone
    var random = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let moment = Date(timeIntervalSince1970: .random(in: 0...2_100_000_000, using: &random))
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekOfYear, .yearForWeekOfYear],
        from: moment
      )
      let (year, month) = ((parts.year ?? 0).padded(4), (parts.month ?? 0).padded(2))
      let weekYear = (parts.yearForWeekOfYear ?? 0).padded(4)
      let texts: [(Calendar.Component, String)] = [
        (.year, year), (.month, "\(year)-\(month)"),
        (.day, "\(year)-\(month)-\((parts.day ?? 0).padded(2))"),
        (.weekOfYear, "\(weekYear)-W\((parts.weekOfYear ?? 0).padded(2))"),
      ]
      for (component, text) in texts {
        let interval = try #require(calendar.dateInterval(of: component, for: moment))
        let period = try Period(text, at: clock)
        #expect(Double(period.from) / 1000 == interval.start.timeIntervalSince1970, "\(text)")
        #expect(Double(period.to) / 1000 == interval.end.timeIntervalSince1970, "\(text)")
      }
    }
  }

  @Test(arguments: zones)
  func everyMomentLiesInTheMinuteItsClockShows(zone: String) throws {
    let clock = try Self.clock(zone)
    var random = SeededGenerator(seed: 11)
    for _ in 0..<400 {
      let moment = Int64.random(in: 0...2_100_000_000_000, using: &random)
      let reading = clock.wall.reading(at: moment)
      let minute = reading - reading % 60_000
      let (day, time) = reading.flooredDivision(by: ZoneClock.day)
      let text = "\(CivilDate(dayNumber: Int(day)))T\(Self.text(time))"
      let period = try Period(text, at: clock)
      #expect(period.from <= moment && moment < period.to)
      #expect(clock.wall.reading(at: period.from) == minute)
      #expect(clock.wall.reading(at: period.to - 1) == minute + 59_999)
    }
  }

  @Test func daysOfClockChangesHave23And25Hours() throws {
    for (day, hours) in [("2018-03-25", 23), ("2018-10-28", 25), ("2018-10-27", 24)] {
      let period = try Period(day, at: .berlin)
      #expect(period.to - period.from == Int64(hours) * 3_600_000)
    }
  }

  @Test func aDayTheZoneSkippedIsEmpty() throws {
    let period = try Period("2011-12-30", at: try Self.clock("Pacific/Apia"))
    #expect(period.from == period.to)
  }

  @Test func todayTurnsAtLocalMidnight() throws {
    let zone = try #require(TimeZone(identifier: "America/New_York"))
    let midnight = try Period("2018-03-14", at: LocalClock(timeZone: zone, now: 0)).from
    let before = LocalClock(timeZone: zone, now: midnight - 1)
    let after = LocalClock(timeZone: zone, now: midnight)
    #expect(try Period("today", at: before) == Period("2018-03-13", at: before))
    #expect(try Period("today", at: after) == Period("2018-03-14", at: after))
    #expect(try Period("yesterday", at: after) == Period("today", at: before))
  }

  @Test func todayBeginsOnceWhereTheClockIsPutBackOverMidnight() throws {
    // St. John's put its clock back at 00:01, and the day before was shown again for 59 minutes.
    let zone = try #require(TimeZone(identifier: "America/St_Johns"))
    let sunday = try Period("2010-11-07", at: LocalClock(timeZone: zone, now: 0))
    for now in stride(from: sunday.from, to: sunday.to, by: 60_000) {
      let clock = LocalClock(timeZone: zone, now: now)
      #expect(try Period("today", at: clock) == sunday)
    }
  }

  @Test func monthsGoBackToTheLastDayOfShorterOnes() throws {
    let end = try Period("2018-05-31T12:00", at: .berlin).from
    let clock = LocalClock(timeZone: LocalClock.berlin.timeZone, now: end)
    #expect(try Age("3mo")?.before(clock) == Period("2018-02-28T12:00", at: clock).from)
    #expect(try Age("2y")?.before(clock) == Period("2016-05-31T12:00", at: clock).from)
    #expect(Age("99999y")?.before(clock) ?? 0 < 0)
  }

  /// Hour and minute, from ms after midnight.
  private static func text(_ time: Int64) -> String {
    "\(Int(time / 3_600_000).padded(2)):\(Int(time / 60_000 % 60).padded(2))"
  }
}
