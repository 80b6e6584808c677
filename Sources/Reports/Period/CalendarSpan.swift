import Chronology

/// A period as the calendar knows it, without a zone.
enum CalendarSpan: Sendable, Equatable {
  /// Whole weeks, from the first on.
  case weeks(ISOWeek, count: Int)
  /// Whole months, from the first on; quarters and years are three and twelve of them.
  case months(CalendarMonth, count: Int)
  /// Days, both included.
  case days(CivilDate, CivilDate)

  /// Its first and last day.
  func dates(weekStart: WeekStart) -> (first: CivilDate, last: CivilDate) {
    switch self {
    case .weeks(let week, let count):
      let first = week.monday.adding(days: -weekStart.daysBeforeMonday)
      return (first, first.adding(days: 7 * count - 1))
    case .months(let month, let count):
      return (month.first, month.adding(months: count - 1).last)
    case .days(let first, let last): return (first, last)
    }
  }

  /// The span of the same kind and length that ends where this one begins.
  var previous: CalendarSpan {
    switch self {
    case .weeks(let week, let count): .weeks(week.adding(weeks: -count), count: count)
    case .months(let month, let count): .months(month.adding(months: -count), count: count)
    case .days(let first, let last):
      .days(
        first.adding(days: first.dayNumber - last.dayNumber - 1),
        first.adding(days: -1)
      )
    }
  }

  /// The span from the beginning of this one to the end of another, in weeks or months where both are of them.
  func extended(to other: CalendarSpan, weekStart: WeekStart) -> CalendarSpan {
    switch (self, other) {
    case (.weeks(let first, _), .weeks(let last, let count)):
      .weeks(first, count: (last.monday.dayNumber - first.monday.dayNumber) / 7 + count)
    case (.months(let first, _), .months(let last, let count)):
      .months(first, count: last - first + count)
    default:
      .days(dates(weekStart: weekStart).first, other.dates(weekStart: weekStart).last)
    }
  }
}

extension CalendarSpan: CustomStringConvertible {
  /// `2018-W12`, `2018-03`, `2018-Q1`, `2018`, `2018-03-19`, or two of a kind: `2018-W09..2018-W12`.
  var description: String {
    switch self {
    case .weeks(let week, let count):
      count == 1 ? "\(week)" : "\(week)..\(week.adding(weeks: count - 1))"
    case .months(let month, 1): "\(month)"
    case .months(let month, 3) where month.month % 3 == 1:
      "\(month.year.padded(4))-Q\((month.month + 2) / 3)"
    case .months(let month, 12) where month.month == 1: month.year.padded(4)
    case .months(let month, let count): "\(month)..\(month.adding(months: count - 1))"
    case .days(let first, let last): first == last ? "\(first)" : "\(first)..\(last)"
    }
  }
}

extension ISOWeek {
  /// The week that comes `weeks` later.
  func adding(weeks: Int) -> ISOWeek { ISOWeek(containing: monday.adding(days: 7 * weeks)) }
}
