internal import Chronology

/// What one date in a query names: a year, month, week, day, hour, minute or second, in the
/// clock's zone, from its first moment to its last.
struct Period: Equatable {
  /// Its first millisecond since 1970 UTC.
  let from: Int64
  /// The millisecond after its last; equal to `from` where the zone's clock skips the period.
  let to: Int64

  /// Why a text is no date.
  enum Failure: Error {
    /// Written in no form we know.
    case unreadable
    /// Well written, but the calendar has no such day, week or time.
    case nonexistent
  }
}

extension Period {
  /// Reads `2026`, `2026-03`, `2026-03-05`, `2026-W12`, `2026-W12-4`, `2026-03-05T14:30`, with
  /// seconds or a zone (`Z`, `+02:00`) if wanted, `today`, `yesterday`, and `this-` or `last-` with
  /// `week`, `month` or `year`.
  init(_ text: some StringProtocol, at clock: LocalClock) throws(Failure) {
    switch text.lowercased() {
    case "today": self.init(days: clock.today.alone, at: clock)
    case "yesterday": self.init(days: clock.today.adding(days: -1).alone, at: clock)
    case let text where text.hasPrefix("this-") || text.hasPrefix("last-"):
      let isLast = text.hasPrefix("last-")
      self.init(days: try Self.days(of: text.dropFirst(5), isLast: isLast, clock.today), at: clock)
    case let text:
      let halves = text.split(separator: "t", maxSplits: 1, omittingEmptySubsequences: false)
      let days = try Self.days(halves[0])
      guard halves.count == 2 else {
        self.init(days: days, at: clock)
        return
      }
      guard days == days.lowerBound.alone else { throw .unreadable }
      try self.init(day: days.lowerBound, time: TimeOfDay(halves[1]), at: clock)
    }
  }

  /// Whole days: they begin where the first begins and end where the day after them begins, so
  /// that days leave no gap and share nothing, however long the zone makes them.
  private init(days: Range<CivilDate>, at clock: LocalClock) {
    from = clock.wall.start(of: days.lowerBound)
    to = clock.wall.start(of: days.upperBound)
  }

  /// A part of a day: from the first moment the clock shows it to the last, which are an hour
  /// further apart where the clock is put back in between.
  private init(day: CivilDate, time: TimeOfDay, at clock: LocalClock) {
    let first = Int64(day.dayNumber) * ZoneClock.day + time.start
    let last = first + time.length - 1
    if let offset = time.offset {
      from = first - offset
      to = last - offset + 1
    } else {
      from = clock.wall.firstInstant(showing: first)
      to = clock.wall.lastInstant(showing: last) + 1
    }
  }
}

extension Period {
  /// The days of the ISO week, month or year around a day, or of the one before.
  private static func days(
    of unit: Substring,
    isLast: Bool,
    _ today: CivilDate
  ) throws(Failure) -> Range<CivilDate> {
    switch unit {
    case "week":
      let monday = ISOWeek(containing: today).monday.adding(days: isLast ? -7 : 0)
      return monday..<monday.adding(days: 7)
    case "month":
      let index = today.parts.year * 12 + today.parts.month - 1 - (isLast ? 1 : 0)
      let (year, month) = (index / 12, index % 12 + 1)
      let first = try day(year, month, 1)
      return first..<first.adding(days: CivilDate.dayCount(ofMonth: month, year: year))
    case "year":
      let year = today.parts.year - (isLast ? 1 : 0)
      return try day(year, 1, 1)..<day(year, 12, 31).adding(days: 1)
    default: throw .unreadable
    }
  }

  /// The days of a date in lower case.
  private static func days(_ text: Substring) throws(Failure) -> Range<CivilDate> {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, let year = number(parts[0], digits: 4) else { throw .unreadable }
    if parts.count == 1 {
      return try day(year, 1, 1)..<day(year, 12, 31).adding(days: 1)
    }
    if parts[1].hasPrefix("w") {
      return try weekDays(year: year, parts: parts)
    }
    guard let month = number(parts[1], digits: 2) else { throw .unreadable }
    if parts.count == 2 {
      let first = try day(year, month, 1)
      return first..<first.adding(days: CivilDate.dayCount(ofMonth: month, year: year))
    }
    guard let dayOfMonth = number(parts[2], digits: 2) else { throw .unreadable }
    return try day(year, month, dayOfMonth).alone
  }

  private static func weekDays(
    year: Int,
    parts: [Substring]
  ) throws(Failure) -> Range<CivilDate> {
    guard let number = number(parts[1].dropFirst(), digits: 2) else { throw .unreadable }
    guard let week = ISOWeek(year: year, number: number) else { throw .nonexistent }
    guard parts.count == 3 else { return week.monday..<week.monday.adding(days: 7) }
    guard let weekday = self.number(parts[2], digits: 1) else { throw .unreadable }
    guard (1...7).contains(weekday) else { throw .nonexistent }
    return week.monday.adding(days: weekday - 1).alone
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) throws(Failure) -> CivilDate {
    guard let date = CivilDate(year: year, month: month, day: day) else { throw .nonexistent }
    return date
  }

  /// The number that exactly `digits` ASCII digits write.
  fileprivate static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}

extension CivilDate {
  /// The range of this day alone.
  fileprivate var alone: Range<CivilDate> { self..<adding(days: 1) }
}

/// An hour, minute or second of a day, as `14`, `14:30` or `14:30:05`, with or without an offset.
private struct TimeOfDay {
  /// Where it begins, in ms after midnight.
  let start: Int64
  /// How many ms it lasts.
  let length: Int64
  /// How many ms its clock is ahead of UTC, if the text says so.
  let offset: Int64?

  init(_ text: Substring) throws(Period.Failure) {
    let (clock, offset) = try Self.splittingOffset(text)
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Period.number($0, digits: 2) }
    guard (1...3).contains(parts.count), numbers.count == parts.count else { throw .unreadable }
    let minute = numbers.count > 1 ? numbers[1] : 0
    let second = numbers.count > 2 ? numbers[2] : 0
    guard numbers[0] < 24, minute < 60, second < 60 else { throw .nonexistent }
    start = Int64(numbers[0] * 3600 + minute * 60 + second) * 1000
    length = [3_600_000, 60_000, 1000][parts.count - 1]
    self.offset = offset
  }

  private static func splittingOffset(
    _ text: Substring
  ) throws(Period.Failure) -> (clock: Substring, offset: Int64?) {
    if text.hasSuffix("z") {
      return (text.dropLast(), 0)
    }
    guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return (text, nil) }
    let digits = text[text.index(after: sign)...].filter { $0 != ":" }
    guard let number = Period.number(digits[...], digits: 4) else { throw .unreadable }
    guard number / 100 <= 14, number % 100 < 60 else { throw .nonexistent }
    let offset = Int64(number / 100 * 60 + number % 100) * 60_000
    return (text[..<sign], text[sign] == "-" ? -offset : offset)
  }
}
