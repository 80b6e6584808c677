import Chronology
public import Foundation

extension Period {
  /// What periods a text may name.
  public enum Form: String, Sendable, CaseIterable {
    /// One week.
    case week
    /// One month.
    case month
    /// Any period.
    case any = "period"
  }

  /// The period that a text names.
  ///
  /// A day (`2018-03-19`), week (`2018-W12`), month (`2018-03`), quarter (`2018-Q1`) or year (`2018`); two of them,
  /// `A..B`, for all from the beginning of A to the end of B; `today`, `yesterday`, and `this-` and `last-` with
  /// `week`, `month`, `quarter` and `year`; `4w`, `30d`, `6m` and `2y` for the last so many whole ones before the
  /// present one. `this` and `last` alone are of the form asked for, and of weeks for any.
  ///
  /// - Parameters:
  ///   - text: The period's name.
  ///   - form: What periods are wanted.
  ///   - now: The present time, in ms UTC.
  ///   - zone: The zone whose days are meant.
  ///   - weekStart: The day that weeks begin on.
  /// - Throws: `PeriodError` when the text names no period of the form.
  public init(
    _ text: String,
    form: Form = .any,
    now: Int64,
    in zone: TimeZone,
    weekStart: WeekStart = .monday
  ) throws(PeriodError) {
    let reader = PeriodReader(
      text: text,
      form: form,
      today: ZoneClock(zone: zone).date(at: now),
      weekStart: weekStart
    )
    self.init(try reader.span(), in: zone, weekStart: weekStart)
  }
}

/// Reads the name of a period.
struct PeriodReader {
  let text: String
  let form: Period.Form
  let today: CivilDate
  let weekStart: WeekStart

  func span() throws(PeriodError) -> CalendarSpan {
    let lower = text.lowercased()
    let span = try rangeSpan(lower)
    let fits =
      switch (form, span) {
      case (.any, _), (.week, .weeks(_, 1)), (.month, .months(_, 1)): true
      default: false
      }
    guard fits else { throw .otherForm(text, form) }
    let dates = span.dates(weekStart: weekStart)
    guard dates.first <= dates.last else { throw .backwards(text) }
    // The first week of 1970 begins before it.
    guard Self.years.contains(dates.last.parts.year), dates.last <= Self.lastDay else {
      throw .yearOutOfRange(text, allowed: Self.years)
    }
    guard dates.last.dayNumber - dates.first.dayNumber < Period.longest else {
      throw .tooLong(text, days: Period.longest)
    }
    return span
  }

  /// The years that a report may be asked for: no item has a time before them.
  private static let years = 1970...ISOWeek.years.upperBound
  private static let lastDay = CalendarMonth(year: years.upperBound, month: 12).last

  private func rangeSpan(_ text: String) throws(PeriodError) -> CalendarSpan {
    guard let dots = text.firstRange(of: "..") else { return try single(text[...]) }
    let (left, right) = (text[..<dots.lowerBound], text[dots.upperBound...])
    let first = try single(left)
    // Without an end: until today.
    let last = right.isEmpty ? CalendarSpan.days(today, today) : try single(right)
    let dates = (first.dates(weekStart: weekStart).first, last.dates(weekStart: weekStart).last)
    guard dates.0 <= dates.1 else { throw .backwards(self.text) }
    return first.extended(to: last, weekStart: weekStart)
  }

  private func single(_ text: Substring) throws(PeriodError) -> CalendarSpan {
    if let span = relative(text) { return span }
    if let span = try calendar(text) { return span }
    throw .malformed(self.text, form)
  }

  private var thisWeek: ISOWeek {
    ISOWeek(containing: today.adding(days: weekStart.daysBeforeMonday))
  }

  private var thisMonth: CalendarMonth { CalendarMonth(containing: today) }

  private func relative(_ text: Substring) -> CalendarSpan? {
    switch text {
    case "today": return .days(today, today)
    case "yesterday": return .days(today.adding(days: -1), today.adding(days: -1))
    case "this", "last": return relative("\(text)-\(form == .month ? "month" : "week")")
    default: break
    }
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    if words.count == 2, ["this", "last"].contains(words[0]) {
      let back = words[0] == "last" ? 1 : 0
      switch words[1] {
      case "week": return .weeks(thisWeek.adding(weeks: -back), count: 1)
      case "month": return .months(thisMonth.adding(months: -back), count: 1)
      case "quarter":
        let first = thisMonth.adding(months: -((thisMonth.month - 1) % 3))
        return .months(first.adding(months: -3 * back), count: 3)
      case "year":
        return .months(CalendarMonth(year: thisMonth.year - back, month: 1), count: 12)
      default: return nil
      }
    }
    guard let unit = text.last, let count = Self.number(text.dropLast()), count > 0,
      count <= Period.longest
    else { return nil }
    switch unit {
    case "d": return .days(today.adding(days: -count), today.adding(days: -1))
    case "w": return .weeks(thisWeek.adding(weeks: -count), count: count)
    case "m": return .months(thisMonth.adding(months: -count), count: count)
    case "y":
      return .months(CalendarMonth(year: thisMonth.year - count, month: 1), count: 12 * count)
    default: return nil
    }
  }

  private func calendar(_ text: Substring) throws(PeriodError) -> CalendarSpan? {
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    guard words[0].utf8.count == 4, let year = Self.number(words[0]) else { return nil }
    guard Self.years.contains(year) else {
      throw .yearOutOfRange(self.text, allowed: Self.years)
    }
    if words.count == 1 { return .months(CalendarMonth(year: year, month: 1), count: 12) }
    if words.count == 2, words[1].utf8.count == 3, words[1].first == "w" {
      guard let number = Self.number(words[1].dropFirst()) else { return nil }
      guard let week = ISOWeek(year: year, number: number) else {
        throw .noSuchWeek(self.text, year: year, lastWeek: ISOWeek.count(in: year))
      }
      return .weeks(week, count: 1)
    }
    if words.count == 2, words[1].utf8.count == 2, words[1].first == "q" {
      guard let quarter = Self.number(words[1].dropFirst()), (1...4).contains(quarter) else {
        return nil
      }
      return .months(CalendarMonth(year: year, month: 3 * quarter - 2), count: 3)
    }
    guard words.dropFirst().allSatisfy({ $0.utf8.count == 2 }), words.count <= 3,
      let month = Self.number(words[1])
    else { return nil }
    guard (1...12).contains(month) else { throw .noSuchDay(self.text) }
    guard words.count == 3 else {
      return .months(CalendarMonth(year: year, month: month), count: 1)
    }
    guard let number = Self.number(words[2]) else { return nil }
    guard let day = CivilDate(year: year, month: month, day: number) else {
      throw .noSuchDay(self.text)
    }
    return .days(day, day)
  }

  /// The number that ASCII digits spell, or nil.
  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.count < 10,
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text)
  }
}
