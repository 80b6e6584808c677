public import Chronology
public import Foundation

/// A span of whole local days that a report is about.
///
///     let week = try Period(week: "2018-W12", now: now, in: berlin)
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

  /// What a period is in the calendar; from it follow its days and what came before it.
  private enum Span: Sendable, Equatable {
    case week(ISOWeek)
  }

  private let span: Span
  /// The zone its days are of.
  public let zone: TimeZone
  /// Its days in order, each beginning where the one before ends.
  public let days: [Day]

  /// A week of a zone.
  public init(week: ISOWeek, in zone: TimeZone) {
    span = .week(week)
    self.zone = zone
    days = Self.days(from: week.monday, count: 7, in: zone)
  }

  /// The week that a text names: `2018-W12`, `this` (the week of `now`) or `last` (the one before it).
  ///
  /// - Parameters:
  ///   - text: The week's name.
  ///   - now: The present time, in ms UTC.
  ///   - zone: The zone whose week it is.
  /// - Throws: `PeriodError` when the text names no week.
  public init(week text: String, now: Int64, in zone: TimeZone) throws(PeriodError) {
    let present = ISOWeek(containing: ZoneClock(zone: zone).date(at: now))
    switch text.lowercased() {
    case "this": self.init(week: present, in: zone)
    case "last": self.init(week: present.previous, in: zone)
    default: self.init(week: try ISOWeek(text), in: zone)
    }
  }

  /// The period as it is asked for: `2018-W12`.
  public var name: String {
    switch span {
    case .week(let week): week.description
    }
  }

  /// The period of the same kind that ends where this one begins.
  public var previous: Period {
    switch span {
    case .week(let week): Period(week: week.previous, in: zone)
    }
  }

  /// Its first ms, UTC.
  public var from: Int64 { days.first?.from ?? 0 }
  /// The ms after its last, UTC.
  public var to: Int64 { days.last?.to ?? 0 }

  /// The `count` local days from `first` on.
  private static func days(from first: CivilDate, count: Int, in zone: TimeZone) -> [Day] {
    let start = Int64(first.dayNumber) * ZoneClock.day
    let clock = ZoneClock(zone: zone, from: start, to: start + Int64(count) * ZoneClock.day)
    let starts = (0...count).map { clock.start(of: first.adding(days: $0)) }
    return zip(starts, starts.dropFirst()).enumerated().map { index, bounds in
      Day(date: first.adding(days: index), from: bounds.0, to: bounds.1)
    }
  }
}
