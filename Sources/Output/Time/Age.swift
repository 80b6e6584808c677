/// How long ago something was, as people say it.
public struct Age: Sendable, Equatable {
  /// The time that has passed, in ms.
  public let milliseconds: Int64

  /// So long ago.
  ///
  /// - Parameter milliseconds: The time that has passed, in ms.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// The time between two moments.
  ///
  /// - Parameters:
  ///   - moment: The earlier one, in ms since 1970 UTC; any value.
  ///   - now: The later one.
  public init(of moment: Int64, at now: Int64) {
    let (difference, isTooLong) = now.subtractingReportingOverflow(moment)
    self.init(milliseconds: isTooLong ? (moment < now ? .max : .min) : difference)
  }

  /// In its largest unit, rounded down: `12 min`, `47 h`, `3 d`, `2 y`; a day has 24 hours, a year 365 days.
  ///
  /// Things to come are `0 min` old.
  public var text: String {
    let minutes = max(0, milliseconds) / 60_000
    switch minutes {
    case ..<60: return "\(minutes) min"
    case ..<(48 * 60): return "\(minutes / 60) h"
    case ..<(730 * 1440): return "\(minutes / 1440) d"
    default: return "\(minutes / (365 * 1440)) y"
    }
  }
}
