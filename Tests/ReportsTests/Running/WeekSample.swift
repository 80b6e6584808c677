import Chronology
import Foundation
import Testing

@testable import Reports

/// A week of a made-up tenant in a zone: what the report says of it, and the items it is about.
struct WeekSample: Sendable {
  struct Case: Sendable, Hashable, CustomTestStringConvertible {
    let zone: String
    let week: String
    var testDescription: String { "\(zone) \(week)" }
  }

  typealias Item = SampleTenant.Item

  /// Weeks in which a clock is changed, year ends and a leap day.
  static let cases = [
    Case(zone: "UTC", week: "2018-W12"),
    Case(zone: "Europe/Berlin", week: "2018-W12"),
    Case(zone: "Europe/Berlin", week: "2018-W43"),
    Case(zone: "Europe/Berlin", week: "2018-W44"),
    Case(zone: "America/New_York", week: "2024-W44"),
    Case(zone: "America/Sao_Paulo", week: "2018-W44"),
    Case(zone: "Asia/Beirut", week: "2019-W13"),
    Case(zone: "Australia/Lord_Howe", week: "2019-W14"),
    Case(zone: "Asia/Kathmandu", week: "2020-W53"),
    Case(zone: "Pacific/Kiritimati", week: "2020-W01"),
    Case(zone: "Pacific/Apia", week: "2011-W52"),
    Case(zone: "America/Los_Angeles", week: "2020-W09"),
  ]

  let result: ReportResult
  /// The items of the week, and of the week before, by Foundation.
  let week: [Item]
  let before: [Item]
  /// Each item's local date by Foundation, by its number.
  let dates: [String]

  /// Made once for all tests: most of the time goes into importing.
  private static let all: [Case: Result<WeekSample, any Error>] = Dictionary(
    uniqueKeysWithValues: cases.map { test in (test, Result { try WeekSample(test) }) }
  )

  static func of(_ test: Case) throws -> WeekSample { try #require(all[test]).get() }

  private init(_ test: Case) throws {
    let zone = try #require(TimeZone(identifier: test.zone))
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = zone
    let number = try #require(Int(test.week.suffix(2)))
    let year = try #require(Int(test.week.prefix(4)))
    let middle = try #require(
      calendar.date(
        from: DateComponents(hour: 12, weekday: 4, weekOfYear: number, yearForWeekOfYear: year)
      )
    )
    let time = Int64(middle.timeIntervalSince1970) * 1_000
    let day: Int64 = 24 * 3_600_000
    let tenant = SampleTenant(
      seed: UInt64(time),
      count: 500,
      from: time - 13 * day,
      to: time + 6 * day,
      edges: (-12...6).map { days in
        let noon = middle.addingTimeInterval(Double(days) * 86_400)
        return Int64(calendar.startOfDay(for: noon).timeIntervalSince1970) * 1_000
      }
    )
    func parts(of date: Date) -> DateComponents {
      calendar.dateComponents([.year, .month, .day], from: date)
    }
    func weekParts(of date: Date) -> DateComponents {
      calendar.dateComponents([.weekOfYear, .yearForWeekOfYear], from: date)
    }
    let instants = tenant.items.map { Date(timeIntervalSince1970: Double($0.time) / 1_000) }
    func items(inWeekOf date: Date) -> [Item] {
      zip(tenant.items, instants).filter { weekParts(of: $1) == weekParts(of: date) }.map(\.0)
    }
    week = items(inWeekOf: middle)
    before = items(inWeekOf: middle.addingTimeInterval(-7 * 86_400))
    dates = instants.map { instant in
      let parts = parts(of: instant)
      return [(parts.year, 4), (parts.month, 2), (parts.day, 2)]
        .map { ($0 ?? 0).padded($1) }.joined(separator: "-")
    }
    let runner = try SampleIndex(tenant).runner(zone: test.zone, now: time + 99 * day)
    let definition = try ReportLibrary(folders: []).definition(named: "weekly-activity")
    result = try runner.run(definition, ["period": test.week])
  }
}
