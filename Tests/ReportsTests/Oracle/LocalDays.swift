import Foundation
import Synchronization

/// A day of the calendar, without a zone.
struct CalendarDay: Hashable, Comparable, CustomStringConvertible {
  let year: Int
  let month: Int
  let day: Int

  static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.order < right.order }

  /// A number that grows from day to day.
  var order: Int { (year * 16 + month) * 32 + day }

  var description: String {
    "\(Self.digits(year, 4))-\(Self.digits(month, 2))-\(Self.digits(day, 2))"
  }
  var monthName: String { String(description.prefix(7)) }

  /// The ISO week that it lies in where weeks begin so many days before Monday.
  func weekName(daysBeforeMonday: Int) -> String {
    let date = adding(daysBeforeMonday).noon
    let year = Self.iso.component(.yearForWeekOfYear, from: date)
    return "\(Self.digits(year, 4))-W\(Self.digits(Self.iso.component(.weekOfYear, from: date), 2))"
  }

  func adding(_ days: Int) -> CalendarDay {
    Self(Self.gregorian.date(byAdding: .day, value: days, to: noon) ?? noon)
  }

  /// The first of the month that comes so many months later.
  func firstOfMonth(adding months: Int) -> CalendarDay {
    let first = CalendarDay(year: year, month: month, day: 1).noon
    return Self(Self.gregorian.date(byAdding: .month, value: months, to: first) ?? first)
  }

  /// Those from here to another, both included.
  func days(to last: CalendarDay) -> [CalendarDay] {
    var days: [CalendarDay] = []
    var next = self
    while next <= last {
      days.append(next)
      next = next.adding(1)
    }
    return days
  }

  /// The first day of an ISO week.
  static func monday(ofWeek week: Int, in year: Int) -> CalendarDay {
    let parts = DateComponents(hour: 12, weekday: 2, weekOfYear: week, yearForWeekOfYear: year)
    return Self(iso.date(from: parts) ?? .distantPast)
  }

  private static let gregorian = calendar(.gregorian)
  private static let iso = calendar(.iso8601)

  private static func calendar(_ identifier: Calendar.Identifier) -> Calendar {
    var calendar = Calendar(identifier: identifier)
    calendar.timeZone = .gmt
    return calendar
  }

  private var noon: Date {
    Self.gregorian.date(from: DateComponents(year: year, month: month, day: day, hour: 12))
      ?? .distantPast
  }

  private init(_ date: Date) {
    let parts = Self.gregorian.dateComponents([.year, .month, .day], from: date)
    self.init(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
  }

  init(year: Int, month: Int, day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads `2018-03-19`.
  init(_ text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}

/// The days and hours of a zone by Foundation's calendar.
struct LocalDays {
  struct Moment: Sendable {
    let day: CalendarDay
    /// 1 for Monday.
    let weekday: Int
    let hour: Int
  }

  private let calendar: Calendar
  /// Moments worked out before, by zone and time.
  private static let known = Mutex<[TimeZone: [Int64: Moment]]>([:])

  init(_ zone: TimeZone) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    self.calendar = calendar
  }

  /// What the zone's clocks and calendars show at times (ms UTC), by time.
  func moments(at times: [Int64]) -> [Int64: Moment] {
    var moments = Self.known.withLock { $0[calendar.timeZone] ?? [:] }
    for time in times where moments[time] == nil { moments[time] = moment(at: time) }
    Self.known.withLock { $0[calendar.timeZone] = moments }
    return moments
  }

  /// What the zone's clocks and calendars show at a time (ms UTC).
  func moment(at time: Int64) -> Moment {
    // Whole seconds: no zone changes within one.
    let date = Date(timeIntervalSince1970: (Double(time) / 1_000).rounded(.down))
    let parts = calendar.dateComponents([.year, .month, .day, .weekday, .hour], from: date)
    return Moment(
      day: CalendarDay(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0),
      weekday: ((parts.weekday ?? 0) + 5) % 7 + 1,
      hour: parts.hour ?? 0
    )
  }

  /// The first ms (UTC) of a day that is not left out.
  func start(of day: CalendarDay) -> Int64 {
    let noon = calendar.date(
      from: DateComponents(year: day.year, month: day.month, day: day.day, hour: 12)
    )
    let start = noon.flatMap { calendar.dateInterval(of: .day, for: $0)?.start }
    return Int64((start ?? .distantPast).timeIntervalSince1970 * 1_000)
  }
}
