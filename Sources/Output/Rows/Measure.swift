import Chronology

/// What a number measures, so that people need not work it out: `7980000` is `2 h 13 min`.
public enum Measure: Sendable, Equatable {
  /// A length of time, in ms.
  case duration
  /// A size, in bytes.
  case size
  /// A part of a whole, which is 1.
  case share

  /// A number for people: `2 h 13 min`, `3.4 MB`, `12.5 %`.
  ///
  /// Durations have their two largest units, sizes powers of 1000, and both and shares are rounded.
  ///
  /// - Parameter number: The number, in ms, bytes or parts of 1; any value.
  /// - Returns: The text; empty for what is no finite number.
  public func text(of number: Double) -> String {
    guard number.isFinite else { return "" }
    let sign = number < 0 ? "-" : ""
    switch self {
    case .duration: return sign + Self.duration(number.magnitude)
    case .size: return sign + Self.size(number.magnitude)
    case .share: return sign + Self.share(number.magnitude)
    }
  }

  private static func duration(_ milliseconds: Double) -> String {
    if milliseconds.rounded() < 1000 { return "\(decimal(milliseconds, places: 0)) ms" }
    if (milliseconds / 1000).rounded() < 60 {
      return "\(decimal(milliseconds / 1000, places: milliseconds < 9_950 ? 1 : 0)) s"
    }
    let units: [(name: String, part: String, size: Double, count: Double)] = [
      ("min", "s", 1000, 60), ("h", "min", 60_000, 60), ("d", "h", 3_600_000, 24),
    ]
    // The first unit that the rounded number does not fill past the next one's size.
    let limits = [3600.0, 1440, .infinity]
    for (unit, limit) in zip(units, limits) {
      let parts = (milliseconds / unit.size).rounded()
      guard parts < limit else { continue }
      let rest = parts.truncatingRemainder(dividingBy: unit.count)
      let whole = decimal((parts - rest) / unit.count, places: 0)
      return "\(whole) \(unit.name)" + (rest > 0 ? " \(decimal(rest, places: 0)) \(unit.part)" : "")
    }
    return ""
  }

  private static func size(_ bytes: Double) -> String {
    let units = ["B", "kB", "MB", "GB", "TB", "PB"]
    var value = bytes
    for unit in units {
      let places = unit == "B" || value >= 99.95 ? 0 : 1
      let rounded = places == 0 ? value.rounded() : value
      if rounded < 1000 || unit == units.last { return "\(decimal(value, places: places)) \(unit)" }
      value /= 1000
    }
    return ""
  }

  private static func share(_ part: Double) -> String {
    let percent = part * 100
    // What is little is not nothing.
    var places = 1
    while places < 9, percent > 0, percent < pow10(-places) { places += 1 }
    return "\(decimal(percent, places: places)) %"
  }

  /// A number that is not negative, rounded to so many decimal places; zeros at the end are left out.
  private static func decimal(_ number: Double, places: Int) -> String {
    guard number < 1e9 else { return number < 1e18 ? "\(Int64(number))" : number.description }
    let scale = pow10(places)
    let (whole, rest) = Int64((number * scale).rounded())
      .quotientAndRemainder(dividingBy: Int64(scale))
    guard rest > 0 else { return String(whole) }
    var digits = Int(rest).padded(places)
    while digits.last == "0" { digits.removeLast() }
    return "\(whole).\(digits)"
  }

  private static func pow10(_ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1) { power, _ in exponent < 0 ? power / 10 : power * 10 }
  }
}
