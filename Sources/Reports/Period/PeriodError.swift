/// Why a text names no period.
public enum PeriodError: Error, Sendable, Equatable {
  /// It is not written as a period is.
  case malformed(String, Period.Form)
  /// It is a period of another form than the one wanted.
  case otherForm(String, Period.Form)
  /// The year has no week of that number; `lastWeek` is the greatest it has.
  case noSuchWeek(String, year: Int, lastWeek: Int)
  /// The calendar has no such month or day.
  case noSuchDay(String)
  /// It ends before it begins.
  case backwards(String)
  /// The year lies where no item can.
  case yearOutOfRange(String, allowed: ClosedRange<Int>)
  /// It has more days than a report can be about.
  case tooLong(String, days: Int)
}

extension PeriodError: CustomStringConvertible {
  /// One line: what is wrong, and what is allowed.
  public var description: String {
    switch self {
    case .malformed(let text, .week):
      "'\(text)' is no week; write one like 2018-W12, or 'last' or 'this'"
    case .malformed(let text, .month):
      "'\(text)' is no month; write one like 2018-03, or 'last' or 'this'"
    case .malformed(let text, .any):
      "'\(text)' is no period; write one like 2018-W12, 2018-03, 2018-Q1, 2018, 2018-03-01..2018-03-15, "
        + "last-week, this-month or 4w"
    case .otherForm(let text, let form):
      "'\(text)' is a period, but not one \(form.rawValue), as is wanted here"
    case .noSuchWeek(let text, let year, let lastWeek):
      "there is no week '\(text)'; \(year) has weeks 01 to \(lastWeek)"
    case .noSuchDay(let text): "the calendar has no '\(text)'"
    case .backwards(let text): "'\(text)' ends before it begins"
    case .yearOutOfRange(let text, let allowed):
      "there is no period '\(text)'; years go from \(allowed.lowerBound) to \(allowed.upperBound)"
    case .tooLong(let text, let days): "'\(text)' is longer than \(days) days"
    }
  }
}
