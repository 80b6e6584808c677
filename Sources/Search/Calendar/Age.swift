internal import Chronology

/// How long ago something is, such as `7d` or `3mo`.
struct Age: Equatable {
  enum Unit: String, CaseIterable {
    case minute = "min"
    case hour = "h"
    case day = "d"
    case week = "w"
    case month = "mo"
    case year = "y"
  }

  /// 0…99,999.
  let count: Int
  let unit: Unit

  /// Reads a number and a unit, with nothing between them; nothing if it is not that.
  init?(_ text: some StringProtocol) {
    let text = text.lowercased()
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...5).contains(digits.count), let count = Int(digits),
      let unit = Unit(rawValue: String(text.dropFirst(digits.count)))
    else { return nil }
    self.count = count
    self.unit = unit
  }

  /// The moment this long before now, in milliseconds since 1970 UTC.
  ///
  /// Up to weeks these are exact stretches of time (a day is 24 hours); months and years go back
  /// in the calendar at the same time of day, to a shorter month's last day if need be.
  func before(_ clock: LocalClock) -> Int64 {
    switch unit {
    case .minute: clock.now - Int64(count) * 60_000
    case .hour: clock.now - Int64(count) * 3_600_000
    case .day: clock.now - Int64(count) * 86_400_000
    case .week: clock.now - Int64(count) * 604_800_000
    case .month: Self.moment(months: count, before: clock)
    case .year: Self.moment(months: count * 12, before: clock)
    }
  }

  private static func moment(months: Int, before clock: LocalClock) -> Int64 {
    let reading = clock.wall.reading(at: clock.now)
    let (today, time) = reading.flooredDivision(by: ZoneClock.day)
    let date = CivilDate(dayNumber: Int(today)).parts
    let months = max(12, date.year * 12 + date.month - 1 - months)
    let (year, month) = (months / 12, months % 12 + 1)
    let day = min(date.day, CivilDate.dayCount(ofMonth: month, year: year))
    guard let then = CivilDate(year: year, month: month, day: day) else { return clock.now }
    return clock.wall.firstInstant(showing: Int64(then.dayNumber) * ZoneClock.day + time)
  }
}
