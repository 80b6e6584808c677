import Chronology
import Foundation
import Index
import SQLite

/// A zone's clocks and calendar days for times from anywhere, remembered for the next time near by.
///
/// Rows mostly come in the order of their times, so the day before is mostly the day asked for.
final class LocalClocks {
  private let zone: TimeZone
  /// By the number of 366 days since 1970, each good for that span.
  private var clocks: [Int64: ZoneClock] = [:]
  /// The clock last used, and for which span.
  private var current: (span: Int64, clock: ZoneClock)?
  /// The day last asked for, with its first ms and the ms after its last.
  private var day: (date: CivilDate, text: String, from: Int64, to: Int64)?

  init(zone: TimeZone) { self.zone = zone }

  /// The clock that knows the offset at an instant (ms UTC).
  func clock(at instant: Int64) -> ZoneClock {
    let span = instant.flooredDivision(by: Self.spanLength).quotient
    if let current, current.span == span { return current.clock }
    let clock =
      clocks[span]
      ?? ZoneClock(zone: zone, from: span * Self.spanLength, to: (span + 1) * Self.spanLength)
    clocks[span] = clock
    current = (span, clock)
    return clock
  }

  /// The local day of an instant (ms UTC), also as `2018-03-19`.
  func day(at instant: Int64) -> (date: CivilDate, text: String) {
    if let day, instant >= day.from, instant < day.to { return (day.date, day.text) }
    let clock = clock(at: instant)
    let date = clock.date(at: instant)
    let text = date.description
    day = (date, text, clock.start(of: date), clock.start(of: date.adding(days: 1)))
    return (date, text)
  }

  private static let spanLength = 366 * ZoneClock.day
}

extension ZoneClock {
  /// Whether an instant (ms UTC) lies where clocks are told: from 1970 to the year 9999.
  static func tells(_ instant: Int64) -> Bool { (0...Rowid.latestTime).contains(instant) }
}

extension Connection {
  /// Defines `local_date(ms)`, `local_hour(ms)` and `local_weekday(ms)` for a zone.
  ///
  /// They give `2018-03-19`, 0 to 23, and 1 for Monday to 7 for Sunday; NULL for NULL and for what
  /// lies before 1970 or after the year 9999.
  func defineLocalTime(in zone: TimeZone) throws(SQLiteError) {
    let clocks = LocalClocks(zone: zone)
    func define(
      _ name: String,
      _ body: @escaping (Int64, FunctionResult) -> Void
    ) throws(SQLiteError) {
      try self.define(name, arguments: 1) { arguments, result in
        guard !arguments.isNull(0), ZoneClock.tells(arguments.integer(0)) else { return }
        body(arguments.integer(0), result)
      }
    }
    try define("local_date") { instant, result in result.set(clocks.day(at: instant).text) }
    try define("local_hour") { instant, result in
      result.set(Int64(clocks.clock(at: instant).hour(at: instant)))
    }
    try define("local_weekday") { instant, result in
      result.set(Int64(clocks.day(at: instant).date.weekday))
    }
  }
}
