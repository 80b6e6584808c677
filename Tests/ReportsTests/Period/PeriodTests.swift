import Chronology
import Foundation
import Testing

@testable import Reports

@Suite struct PeriodTests {
  @Test(arguments: [
    ("Europe/Berlin", "2018-W12", [24, 24, 24, 24, 24, 24, 23]),
    ("Europe/Berlin", "2018-W43", [24, 24, 24, 24, 24, 24, 25]),
    ("Asia/Kathmandu", "2020-W53", [24, 24, 24, 24, 24, 24, 24]),
    // Samoa left out the thirtieth of December, a Friday.
    ("Pacific/Apia", "2011-W52", [24, 24, 24, 24, 0, 24, 24]),
  ])
  func aWeekHasTheSevenDaysOfItsZone(zoneName: String, name: String, hours: [Int64]) throws {
    let zone = try #require(TimeZone(identifier: zoneName))
    let period = try Period(name, now: 0, in: zone)
    #expect(period.days.map(\.date.weekday) == Array(1...7))
    #expect(period.days.map { ($0.to - $0.from) / 3_600_000 } == hours)
    #expect(period.days.allSatisfy { $0.from == ZoneClock(zone: zone).start(of: $0.date) })
    #expect(period.from == period.days[0].from)
    #expect(period.to == period.days[6].to)
  }

  @Test(arguments: ["Europe/Berlin", "America/Sao_Paulo", "Asia/Beirut", "Pacific/Apia", "UTC"])
  func weeksFollowEachOtherWithoutGapOrOverlap(_ identifier: String) throws {
    let zone = try #require(TimeZone(identifier: identifier))
    var period = try Period("2021-W01", now: 0, in: zone)
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
    #expect(try Period("this", now: now, in: berlin).name == "2020-W53")
    #expect(try Period("last", now: now, in: berlin).name == "2020-W52")
    #expect(try Period("This", now: now, in: .gmt).name == "2020-W52")
    #expect(try Period("last", now: now, in: .gmt).name == "2020-W51")
  }

  @Test func theFirstWeekOfAllBeginsBefore1970() throws {
    let period = try Period("1970-w01", now: 0, in: .gmt)
    #expect(period.from == -3 * 86_400_000)
    #expect(period.to == 4 * 86_400_000)
  }
}
