/// A length of time such as `90s`, `14d` or `1h30m`; a day is 24 hours, a week seven days.
///
///     try TimeSpan(argument: "2w").milliseconds   // 1209600000
public struct TimeSpan: ArgumentValue, Hashable, Comparable {
  /// The length in milliseconds, zero or more.
  public let milliseconds: Int64

  /// A length of so many milliseconds.
  ///
  /// - Parameter milliseconds: Zero or more.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Numbers with units `ms`, `s`, `m`, `h`, `d` or `w`, added up.
  ///
  /// - Parameter argument: The word, such as `1h30m`.
  /// - Throws: `InvalidValue` when it is none, or exceeds 64 bits of milliseconds.
  public init(argument: String) throws(InvalidValue) {
    guard let milliseconds = Self.read(argument) else {
      throw InvalidValue(expected: .described("a length of time such as 90s, 15m, 12h, 14d or 2w"))
    }
    self.milliseconds = milliseconds
  }

  /// The length in its largest exact unit: `336h` is written `2w`.
  public var argumentText: String {
    for (unit, size) in Self.units where milliseconds > 0 && milliseconds % size == 0 {
      return "\(milliseconds / size)\(unit)"
    }
    return "\(milliseconds)\(milliseconds == 0 ? "s" : "ms")"
  }

  /// The shorter before the longer.
  ///
  /// - Parameters:
  ///   - left: One length.
  ///   - right: Another.
  /// - Returns: Whether `left` is shorter.
  public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

  private static let units: [(String, Int64)] = [
    ("w", 604_800_000), ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
  ]

  private static func read(_ text: String) -> Int64? {
    var rest = Substring(text)
    guard !rest.isEmpty else { return nil }
    var total: Int64 = 0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { $0.isASCII && $0.isLetter }
      rest = rest.dropFirst(unit.count)
      guard let count = Int64(digits), let size = units.first(where: { $0.0 == unit })?.1 else {
        return nil
      }
      let (product, tooLong) = count.multipliedReportingOverflow(by: size)
      let (sum, overflow) = total.addingReportingOverflow(product)
      guard !tooLong, !overflow else { return nil }
      total = sum
    }
    return total
  }
}
