/// A stretch of time in milliseconds since 1970 UTC, from `from` up to but not including `to`.
public struct TimeSpan: Sendable, Hashable {
  /// Its first millisecond; `nil` when it has no beginning.
  public let from: Int64?
  /// The millisecond after its last; `nil` when it has no end.
  public let to: Int64?

  /// The stretch from `from` up to but not including `to`.
  ///
  /// - Parameters:
  ///   - from: Its first millisecond since 1970 UTC, or `nil` for no beginning.
  ///   - to: The millisecond after its last, or `nil` for no end.
  public init(from: Int64?, to: Int64?) {
    self.from = from
    self.to = to
  }

  /// Whether a moment, in milliseconds since 1970 UTC, lies in it.
  ///
  /// - Parameter moment: Milliseconds since 1970 UTC.
  /// - Returns: True from `from` up to but not including `to`.
  public func contains(_ moment: Int64) -> Bool {
    (from ?? .min) <= moment && (to.map { moment < $0 } ?? true)
  }
}

extension TimeSpan: CustomStringConvertible {
  /// Both ends in UTC, such as `2026-03-05T00:00:00Z..<2026-03-06T00:00:00Z`.
  public var description: String {
    "\(from.map(Self.utc) ?? "")..\(to.map { "<" + Self.utc($0) } ?? "")"
  }

  private static func utc(_ milliseconds: Int64) -> String {
    let seconds = Int(milliseconds).flooredQuotient(by: 1000)
    let days = seconds.flooredQuotient(by: 86_400)
    let date = CivilDate(daysSinceEpoch: days)
    let second = seconds - days * 86_400
    let fraction = Int(milliseconds) - seconds * 1000
    let day = "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    let time =
      "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
    return "\(day)T\(time)\(fraction == 0 ? "" : ".\(padded(fraction, 3))")Z"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
