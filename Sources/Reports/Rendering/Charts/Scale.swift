import Output

/// Where a number lies on an axis, and the round numbers that the axis names.
struct Scale {
  /// The least and the greatest number on it; zero is always between them.
  let domain: ClosedRange<Double>
  /// The round numbers in it, zero among them.
  let ticks: [Double]

  /// A scale for some numbers.
  ///
  /// - Parameters:
  ///   - values: What is to lie on it.
  ///   - measure: What they measure: durations are round in minutes and hours, not in thousands.
  ///   - count: About how many ticks are wanted.
  init(_ values: [Double], _ measure: Measure?, count: Int = 4) {
    let least = min(0, values.min() ?? 0)
    let greatest = max(0, values.max() ?? 0)
    guard least < greatest else {
      domain = 0...1
      ticks = [0]
      return
    }
    let areWhole = measure != .share && values.allSatisfy { $0 == $0.rounded() }
    let step = Self.step((greatest - least) / Double(count), measure, isWhole: areWhole)
    let first = Int((least / step - 1e-9).rounded(.up))
    let last = Int((greatest / step + 1e-9).rounded(.down))
    ticks = (first...last).map { Double($0) * step }
    domain = least...greatest
  }

  /// How far along the axis a number lies, from 0 to 1.
  func fraction(_ value: Double) -> Double {
    (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
  }

  /// The least round step that is at least `size`: 1, 2 or 5 and zeros, or so many seconds, minutes, hours.
  static func step(_ size: Double, _ measure: Measure?, isWhole: Bool) -> Double {
    if measure == .duration, let step = durations.first(where: { $0 >= size }), size > 500 {
      return step
    }
    var power = 1.0
    while power * 10 <= size { power *= 10 }
    while power > size { power /= 10 }
    let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= size * 0.999_999 } ?? power
    return isWhole ? max(1, step) : step
  }

  private static let durations: [Double] = {
    let (second, minute, hour, day) = (1000.0, 60_000.0, 3_600_000.0, 86_400_000.0)
    return [1, 2, 5, 10, 15, 30].map { $0 * second } + [1, 2, 5, 10, 15, 30].map { $0 * minute }
      + [1, 2, 3, 6, 12].map { $0 * hour } + [1, 2, 7, 14, 28, 91, 182, 364].map { $0 * day }
  }()
}
