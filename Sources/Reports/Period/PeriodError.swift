/// Why a text names no period.
public enum PeriodError: Error, Sendable, Equatable {
  /// It is not written as a week is.
  case malformedWeek(String)
  /// The year has no week of that number; `lastWeek` is the greatest it has.
  case noSuchWeek(String, year: Int, lastWeek: Int)
  /// The year lies where no item can.
  case yearOutOfRange(String, allowed: ClosedRange<Int>)
}

extension PeriodError: CustomStringConvertible {
  /// One line: what is wrong, and what is allowed.
  public var description: String {
    switch self {
    case .malformedWeek(let text):
      "'\(text)' is no week; write one like 2018-W12, or 'last' or 'this'"
    case .noSuchWeek(let text, let year, let lastWeek):
      "there is no week '\(text)'; \(year) has weeks 01 to \(lastWeek)"
    case .yearOutOfRange(let text, let allowed):
      "there is no week '\(text)'; years go from \(allowed.lowerBound) to \(allowed.upperBound)"
    }
  }
}
