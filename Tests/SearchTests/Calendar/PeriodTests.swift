import Foundation
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
  func daysBeginWhereTheWallClockFirstShowsThem(zone: String) throws {
    let clock = try Self.clock(zone)
    let first = try #require(CivilDate(year: 2009, month: 1, day: 1)).daysSinceEpoch
    let last = try #require(CivilDate(year: 2019, month: 12, day: 31)).daysSinceEpoch
    var end = try Period(Self.text(first), at: clock).from
    var faults: [String] = []
    for day in first...last {
      let period = try Period(Self.text(day), at: clock)
      let before = clock.reading(at: Int(period.from / 1000) - 1)
      let begin = clock.reading(at: Int(period.from / 1000))
      let isSkipped = period.from == period.to
      let isRight =
        period.from == end && before < day * 86_400 && begin >= day * 86_400
        && (isSkipped || begin < (day + 1) * 86_400)
      if !isRight { faults.append(Self.text(day)) }
      end = period.to
    }
    #expect(faults.isEmpty)
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
      let (year, month) = (Self.padded(parts.year, 4), Self.padded(parts.month, 2))
      let weekYear = Self.padded(parts.yearForWeekOfYear, 4)
      let texts: [(Calendar.Component, String)] = [
        (.year, year), (.month, "\(year)-\(month)"),
        (.day, "\(year)-\(month)-\(Self.padded(parts.day, 2))"),
        (.weekOfYear, "\(weekYear)-W\(Self.padded(parts.weekOfYear, 2))"),
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
      let moment = Int.random(in: 0...2_100_000_000, using: &random)
      let reading = clock.reading(at: moment)
      let day = reading.flooredQuotient(by: 86_400)
      let (hour, minute) = ((reading - day * 86_400) / 3600, reading / 60 % 60)
      let text = "\(Self.text(day))T\(Self.padded(hour, 2)):\(Self.padded(minute, 2))"
      let period = try Period(text, at: clock)
      #expect(period.from <= Int64(moment) * 1000 && Int64(moment) * 1000 < period.to)
      #expect(clock.reading(at: Int(period.from / 1000)) == reading - reading % 60)
      #expect(clock.reading(at: Int(period.to / 1000) - 1) == reading - reading % 60 + 59)
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

  @Test func monthsGoBackToTheLastDayOfShorterOnes() throws {
    let end = try Period("2018-05-31T12:00", at: .berlin).from
    let clock = LocalClock(timeZone: LocalClock.berlin.timeZone, now: end)
    #expect(try Age("3mo")?.before(clock) == Period("2018-02-28T12:00", at: clock).from)
    #expect(try Age("2y")?.before(clock) == Period("2016-05-31T12:00", at: clock).from)
    #expect(Age("99999y")?.before(clock) ?? 0 < 0)
  }

  private static func text(_ day: Int) -> String {
    let date = CivilDate(daysSinceEpoch: day)
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }

  private static func padded(_ number: Int?, _ width: Int) -> String {
    let digits = String(number ?? 0)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
