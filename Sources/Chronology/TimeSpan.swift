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

  private static func utc(_ instant: Int64) -> String {
    let (day, time) = Int(instant).flooredDivision(by: 86_400_000)
    let (second, fraction) = time.quotientAndRemainder(dividingBy: 1_000)
    let (hour, minute) = (second / 3_600, second / 60 % 60)
    let clock = "\(hour.padded(2)):\(minute.padded(2)):\((second % 60).padded(2))"
    let rest = fraction == 0 ? "" : ".\(fraction.padded(3))"
    return "\(CivilDate(dayNumber: day))T\(clock)\(rest)Z"
  }
}
