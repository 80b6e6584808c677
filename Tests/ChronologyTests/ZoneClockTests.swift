import Foundation
import TestSupport
import Testing

@testable import Chronology

/// The clock against Foundation's answers for every minute.
@Suite struct ZoneClockTests {
  /// A minute of the days around a change, and what the clock shows then.
  private struct Minute {
    let instant: Int64
    let reading: Int64
  }

  private static func minutes(around change: ClockChange) throws -> [Minute] {
    let zone = try change.zone
    let monday = Int64(try change.monday.dayNumber) * ZoneClock.day
    let instants = stride(
      from: monday - 3 * ZoneClock.day,
      to: monday + 10 * ZoneClock.day,
      by: 60_000
    )
    return instants.map { instant in
      let seconds = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant) / 1_000))
      return Minute(instant: instant, reading: instant + Int64(seconds) * 1_000)
    }
  }

  /// A clock that knows the days around a change, one that knows those up to just before most
  /// changes, one that knows others, and one that knows none.
  private static func clocks(for change: ClockChange) throws -> [ZoneClock] {
    let zone = try change.zone
    let monday = Int64(try change.monday.dayNumber) * ZoneClock.day
    return [
      ZoneClock(zone: zone, from: monday, to: monday + 7 * ZoneClock.day),
      ZoneClock(zone: zone, from: monday, to: monday + 3 * ZoneClock.day),
      ZoneClock(zone: zone, from: 0, to: 0),
      ZoneClock(zone: zone),
    ]
  }

  @Test(arguments: ClockChange.all)
  func aDayBeginsAtTheFirstMinuteOfItsDateOrALaterOne(_ change: ClockChange) throws {
    let days = try (0...7).map { try change.monday.adding(days: $0) }
    let minutes = try Self.minutes(around: change)
    let beginnings = days.map { day in
      minutes.first { $0.reading >= Int64(day.dayNumber) * ZoneClock.day }?.instant
    }
    for clock in try Self.clocks(for: change) {
      let starts = days.map(clock.start)
      #expect(starts == beginnings)
      #expect(zip(starts, starts.dropFirst()).map { Double($1 - $0) / 3_600_000 } == change.hours)
    }
  }

  @Test(arguments: ClockChange.all)
  func theClockPutsEveryInstantIntoTheDayThatHoldsIt(_ change: ClockChange) throws {
    let clocks = try Self.clocks(for: change)
    for day in try (0..<7).map({ try change.monday.adding(days: $0) }) {
      let (from, to) = (clocks[0].start(of: day), clocks[0].start(of: day.adding(days: 1)))
      let instants = stride(from: from, to: to, by: 97_000)
      #expect(instants.allSatisfy { clocks[0].date(at: $0) == day })
      guard from < to else { continue }
      #expect(clocks.allSatisfy { $0.date(at: from) == day && $0.date(at: to - 1) == day })
    }
  }

  @Test(arguments: ClockChange.all)
  func theClockShowsWhatFoundationSays(_ change: ClockChange) throws {
    let clocks = try Self.clocks(for: change)
    for (index, minute) in try Self.minutes(around: change).enumerated() {
      let hour = Int((minute.reading % ZoneClock.day) / 3_600_000)
      // Looking offsets up each time takes a while.
      for clock in index.isMultiple(of: 61) ? clocks : Array(clocks.prefix(1)) {
        let isRight =
          clock.reading(at: minute.instant) == minute.reading
          && clock.hour(at: minute.instant) == hour
        if !isRight { Issue.record("\(clock.zone.identifier) at \(minute.instant)") }
      }
    }
  }

  @Test(arguments: ClockChange.all)
  func readingsAreFoundWhereTheClockFirstAndLastShowsThem(_ change: ClockChange) throws {
    let minutes = try Self.minutes(around: change)
    let clocks = try Self.clocks(for: change)
    let monday = Int64(try change.monday.dayNumber) * ZoneClock.day
    let lastShowing = Dictionary(
      zip(minutes.map(\.reading), minutes.indices),
      uniquingKeysWith: { max($0, $1) }
    )
    var first = minutes.startIndex
    var last = try #require(lastShowing[monday - 60_000])
    for reading in stride(from: monday, to: monday + 7 * ZoneClock.day, by: 60_000) {
      while minutes[first].reading < reading { first += 1 }
      last = max(last, lastShowing[reading] ?? last)
      // What the clock never shows is over where the clock is changed.
      let lastInstant =
        lastShowing[reading] == nil ? minutes[last + 1].instant - 1 : minutes[last].instant
      for clock in reading.isMultiple(of: 30 * 60_000) ? clocks : Array(clocks.prefix(1)) {
        let isRight =
          clock.firstInstant(showing: reading) == minutes[first].instant
          && clock.lastInstant(showing: reading) == lastInstant
        if !isRight { Issue.record("\(clock.zone.identifier) showing \(reading)") }
      }
    }
  }

  @Test(arguments: [
    "UTC", "Europe/Berlin", "Europe/Lisbon", "America/New_York", "America/Sao_Paulo",
    "America/Havana", "Asia/Beirut", "Africa/Cairo", "Asia/Kathmandu", "Australia/Lord_Howe",
    "Pacific/Apia", "Pacific/Auckland", "Atlantic/Azores",
  ])
  func daysBeginWhereTheClockFirstShowsThem(zoneName: String) throws {
    let zone = try #require(TimeZone(identifier: zoneName))
    let first = try #require(CivilDate(year: 2009, month: 1, day: 1))
    let last = try #require(CivilDate(year: 2020, month: 1, day: 1))
    let start = Int64(first.dayNumber) * ZoneClock.day
    let clock = ZoneClock(zone: zone, from: start, to: Int64(last.dayNumber) * ZoneClock.day)
    var faults: [CivilDate] = []
    for dayNumber in first.dayNumber..<last.dayNumber {
      let day = CivilDate(dayNumber: dayNumber)
      let midnight = Int64(dayNumber) * ZoneClock.day
      let (from, to) = (clock.start(of: day), clock.start(of: day.adding(days: 1)))
      let isRight =
        reading(of: zone, at: from - 1_000) < midnight && reading(of: zone, at: from) >= midnight
        && (from == to || reading(of: zone, at: from) < midnight + ZoneClock.day)
      if !isRight { faults.append(day) }
    }
    #expect(faults.isEmpty)
  }

  private func reading(of zone: TimeZone, at instant: Int64) -> Int64 {
    let date = Date(timeIntervalSince1970: Double(instant) / 1_000)
    return instant + Int64(zone.secondsFromGMT(for: date)) * 1_000
  }
}
