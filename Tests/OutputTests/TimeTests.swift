import Chronology
import Foundation
import TestSupport
import Testing

@testable import Output

@Suite struct TimeTests {
  @Test(arguments: [
    "UTC", "Europe/Lisbon", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia",
    "America/Sao_Paulo", "Africa/Casablanca",
  ])
  func clocksShowWhatFoundationsCalendarSays(name: String) throws {
    let zone = try Zone(identifier: name)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone.timeZone
    var generator = SeededGenerator(seed: 7)
    let units: Set<Calendar.Component> = [.year, .month, .day, .hour, .minute, .second]
    for _ in 0..<2000 {
      // After 1583, where Foundation too is Gregorian, to 2400.
      let milliseconds = Int64.random(
        in: -12_212_553_600_000...13_569_465_600_000,
        using: &generator
      )
      let clock = zone.civilTime(at: milliseconds)
      let seconds = (Double(milliseconds) / 1000).rounded(.down)
      let date = Date(timeIntervalSince1970: seconds)
      let expected = calendar.dateComponents(units, from: date)
      let (year, month, day) = clock.date.parts
      #expect(year == expected.year)
      #expect(month == expected.month)
      #expect(day == expected.day)
      #expect(clock.hour == expected.hour)
      #expect(clock.minute == expected.minute)
      #expect(clock.second == expected.second)
    }
  }

  @Test(arguments: [
    ("UTC", 0, "1970-01-01T00:00:00.000+00:00"),
    ("UTC", -1, "1969-12-31T23:59:59.999+00:00"),
    ("Europe/Lisbon", 1_521_990_000_000, "2018-03-25T16:00:00.000+01:00"),
    ("America/St_Johns", 1_521_019_560_123, "2018-03-14T06:56:00.123-02:30"),
    ("UTC", 951_782_400_000, "2000-02-29T00:00:00.000+00:00"),
    ("UTC", 253_402_300_800_000, "+10000-01-01T00:00:00.000+00:00"),
    ("UTC", -62_167_219_200_001, "-0001-12-31T23:59:59.999+00:00"),
    ("Asia/Tokyo", Int64.max, "+292278994-08-17T07:12:55.807+00:00"),
    ("Asia/Tokyo", Int64.min, "-292275055-05-16T16:47:04.192+00:00"),
  ])
  func momentsAreWrittenAfterTheStandard(zone: String, milliseconds: Int64, text: String) throws {
    #expect(try Zone(identifier: zone).civilTime(at: milliseconds).iso == text)
  }

  @Test func peopleSeeMinutes() throws {
    #expect(
      try Zone(identifier: "Europe/Berlin").civilTime(at: 1_521_019_560_123).short
        == "2018-03-14 10:26"
    )
  }

  @Test(
    arguments: [
      ("Europe/Lisbonn", nil), ("lisbon", "Europe/Lisbon"), ("europe/lisbon", "Europe/Lisbon"),
      ("New York", "America/New_York"), ("", nil), ("../etc/passwd", nil),
    ] as [(String, String?)]
  )
  func unknownZonesAreRefused(name: String, suggestion: String?) {
    #expect(throws: OutputError.unknownTimeZone(name, suggestion: suggestion)) {
      try Zone(identifier: name)
    }
  }

  @Test func errorsSayWhatToDo() {
    #expect(
      OutputError.unknownTimeZone("x", suggestion: nil).description
        == "no time zone is called 'x'; use an IANA name such as Europe/Lisbon, or UTC"
    )
    #expect(
      OutputError.unknownTimeZone("lisbon", suggestion: "Europe/Lisbon").description
        == "no time zone is called 'lisbon'; did you mean 'Europe/Lisbon'?"
    )
  }

  @Test func zoneTablesHaveARelease() {
    #expect(Zone.dataVersion.contains(/^20\d\d[a-z]+$/))
  }
}

@Suite struct AgeTests {
  @Test(arguments: [
    (-5, "0 min"), (59_999, "0 min"), (3_600_000, "1 h"), (172_799_999, "47 h"),
    (172_800_000, "2 d"), (86_400_000 * 729, "729 d"), (86_400_000 * 1500, "4 y"),
  ])
  func agesAreInOneUnit(milliseconds: Int64, text: String) {
    #expect(Age(milliseconds: milliseconds).text == text)
  }

  @Test func noMomentIsTooFar() {
    #expect(Age(of: .min, at: .max).milliseconds == .max)
    #expect(Age(of: .max, at: .min).milliseconds == .min)
    #expect(Age(of: 1000, at: 4000).milliseconds == 3000)
  }
}
