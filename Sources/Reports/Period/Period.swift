public import Chronology
public import Foundation

/// A span of whole local days that a report is about: weeks, months, or days of any number.
///
///     let week = try Period("2018-W12", now: now, in: berlin)
///     week.from, week.to      // ms UTC, half-open; 7 × 86,400,000 apart unless the clock is changed
///     week.previous.name      // "2018-W11"
public struct Period: Sendable, Equatable {
  /// One local day of a period.
  public struct Day: Sendable, Equatable {
    /// Its date.
    public let date: CivilDate
    /// Its first ms, UTC.
    public let from: Int64
    /// The ms after its last, UTC; 23 or 25 hours after `from` where the clock is changed.
    public let to: Int64
  }

  /// What the period is in the calendar.
  let span: CalendarSpan
  /// The zone its days are of.
  public let zone: TimeZone
  /// The day its weeks begin on.
  public let weekStart: WeekStart
  /// Its days in order, each beginning where the one before ends; at least one.
  public let days: [Day]

  init(_ span: CalendarSpan, in zone: TimeZone, weekStart: WeekStart) {
    self.span = span
    self.zone = zone
    self.weekStart = weekStart
    let dates = span.dates(weekStart: weekStart)
    days = Self.days(from: dates.first, to: dates.last, in: zone)
  }

  /// The period as it is asked for: `2018-W12`, `2018-03`, `2018-03-01..2018-03-15`.
  public var name: String { span.description }

  /// The period of the same kind and length that ends where this one begins.
  public var previous: Period { Period(span.previous, in: zone, weekStart: weekStart) }

  /// Its first day.
  public var first: CivilDate { days[0].date }
  /// Its last day.
  public var last: CivilDate { days[days.count - 1].date }
  /// Its first ms, UTC.
  public var from: Int64 { days[0].from }
  /// The ms after its last, UTC.
  public var to: Int64 { days[days.count - 1].to }

  /// How many days a period can have: a hundred years.
  static let longest = 36_600

  /// The local days from `first` to `last`.
  private static func days(from first: CivilDate, to last: CivilDate, in zone: TimeZone) -> [Day] {
    let count = last.dayNumber - first.dayNumber + 1
    let start = Int64(first.dayNumber) * ZoneClock.day
    let clock = ZoneClock(zone: zone, from: start, to: start + Int64(count) * ZoneClock.day)
    let starts = (0...count).map { clock.start(of: first.adding(days: $0)) }
    return zip(starts, starts.dropFirst()).enumerated().map { index, bounds in
      Day(date: first.adding(days: index), from: bounds.0, to: bounds.1)
    }
  }
}

extension Period {
  /// A calendar week or month, as far as it lies in a period.
  struct Part: Sendable, Equatable {
    /// `2018-W12` or `2018-03`.
    let name: String
    /// Its first day in the period.
    let first: CivilDate
    /// Its first ms in the period, UTC.
    let from: Int64
  }

  /// Where its days begin, and where the last one ends (ms UTC).
  var cuts: [Int64] { days.map(\.from) + [to] }

  /// Its weeks, the first and last of them perhaps in part.
  var weeks: [Part] {
    parts { date in
      ISOWeek(containing: date.adding(days: weekStart.daysBeforeMonday)).description
    }
  }

  /// The names of the weeks that lie in it from their first day to their last.
  public var wholeWeeks: [String] {
    weeks.filter { week in
      days.first?.date != week.first || first.weekday == firstWeekday
    }.filter { week in last.dayNumber - week.first.dayNumber >= 6 }.map(\.name)
  }

  /// The weekday, as ISO 8601 counts, that weeks begin on.
  private var firstWeekday: Int { 1 + (7 - weekStart.daysBeforeMonday) % 7 }

  /// Its months, the first and last of them perhaps in part.
  var months: [Part] { parts { CalendarMonth(containing: $0).description } }

  /// Runs of days of one name.
  private func parts(name: (CivilDate) -> String) -> [Part] {
    var parts: [Part] = []
    for day in days {
      let name = name(day.date)
      if parts.last?.name != name {
        parts.append(Part(name: name, first: day.date, from: day.from))
      }
    }
    return parts
  }
}
