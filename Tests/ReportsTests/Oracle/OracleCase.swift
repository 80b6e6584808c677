import Foundation
import Testing

@testable import Reports

/// A period in a zone, as it is asked for and as it is meant.
struct OracleCase: Sendable, CustomTestStringConvertible {
  let zone: String
  let text: String
  let span: OracleSpan
  var weekStart = WeekStart.monday
  /// The present (ms UTC), for periods that are told from it.
  var now: Int64 = 4_000_000_000_000
  /// The most rows of the long tables.
  var most = 1_000

  var testDescription: String { "\(zone) \(text)" }

  private init(
    _ zone: String,
    _ text: String,
    _ kind: OracleSpan.Kind,
    _ weekStart: WeekStart = .monday,
    daysBeforeMonday: Int = 0,
    now: Int64? = nil,
    most: Int? = nil
  ) {
    self.zone = zone
    self.text = text
    self.weekStart = weekStart
    span = OracleSpan(kind, daysBeforeMonday: daysBeforeMonday)
    if let now { self.now = now }
    if let most { self.most = most }
  }

  /// Days, both included.
  init(days first: String, _ last: String, in zone: String) {
    self.init(zone, "\(first)..\(last)", .days(first, last))
  }

  private static func week(_ zone: String, _ year: Int, _ week: Int, most: Int? = nil) -> OracleCase
  {
    let text = "\(year)-W\(week < 10 ? "0" : "")\(week)"
    return OracleCase(zone, text, .weeks(year: year, week: week, count: 1), most: most)
  }

  /// Clocks put forward and back by an hour and by half of one, also at midnight; a day that a zone left out, year
  /// ends, leap days, and offsets that are not of whole hours, nor of whole minutes.
  static let all = [
    week("UTC", 2018, 12),
    week("Europe/Berlin", 2018, 12),
    week("Europe/Berlin", 2018, 43, most: 3),
    week("America/New_York", 2024, 44),
    week("America/New_York", 1970, 1),
    week("America/Sao_Paulo", 2018, 44),
    OracleCase("America/Sao_Paulo", "2018-02", .months(year: 2018, month: 2, count: 1)),
    week("Asia/Beirut", 2019, 13),
    week("Australia/Lord_Howe", 2019, 14),
    OracleCase("Australia/Lord_Howe", "2019-10", .months(year: 2019, month: 10, count: 1)),
    week("Asia/Kathmandu", 2020, 53),
    OracleCase("Asia/Kolkata", "2020-q1", .months(year: 2020, month: 1, count: 3)),
    week("Pacific/Apia", 2011, 52),
    OracleCase("Pacific/Apia", "2011", .months(year: 2011, month: 1, count: 12)),
    week("Pacific/Kiritimati", 2020, 1),
    OracleCase(
      "America/Los_Angeles",
      "2020-02-24..2020-03-01",
      .days("2020-02-24", "2020-03-01"),
      most: 2
    ),
    OracleCase("America/St_Johns", "2020", .months(year: 2020, month: 1, count: 12), most: 4),
    // Four weeks before the one of Wednesday 2018-10-31.
    OracleCase(
      "Europe/Lisbon",
      "4w",
      .weeks(year: 2018, week: 40, count: 4),
      .sunday,
      daysBeforeMonday: 1,
      now: 1_540_980_000_000
    ),
    OracleCase(
      "Asia/Riyadh",
      "2018-W12",
      .weeks(year: 2018, week: 12, count: 1),
      .saturday,
      daysBeforeMonday: 2
    ),
    OracleCase(
      "Pacific/Chatham",
      "2018-09..2018-11",
      .months(year: 2018, month: 9, count: 3),
      .sunday,
      daysBeforeMonday: 1
    ),
    OracleCase("Asia/Pyongyang", "2018-05", .months(year: 2018, month: 5, count: 1)),
    OracleCase("Africa/Monrovia", "1971", .months(year: 1971, month: 1, count: 12)),
    week("Africa/Monrovia", 1972, 1),
  ]

  var timeZone: TimeZone { TimeZone(identifier: zone) ?? .gmt }

  /// From the beginning of the period before to the end (ms UTC).
  var stretch: ClosedRange<Int64> {
    let days = LocalDays(timeZone)
    return max(0, days.start(of: span.previous.first))...days.start(of: span.last.adding(1))
  }

  /// The first ms of each day of two weeks, or of both periods, and those beside them.
  var edges: [Int64] {
    let days = LocalDays(timeZone)
    let both = span.previous.days + span.days + [span.last.adding(1)]
    let cuts = both.count < 20 ? both : [span.previous.first, span.first, span.last.adding(1)]
    let starts = cuts.map { days.start(of: $0) }
    return starts.flatMap { start in (-1...1).map { start + $0 } }.filter { $0 >= 0 }
  }
}
