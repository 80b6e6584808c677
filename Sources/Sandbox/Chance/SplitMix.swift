/// The generator behind everything synthetic: SplitMix64 (Steele, Lea and Flood, 2014), integers only.
///
/// The same seed gives the same numbers on any machine and with any version of the standard
/// library, which `SystemRandomNumberGenerator` and the library's `random(in:)` do not promise.
struct SplitMix: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A stream of its own for one concern, so that more draws there change nothing elsewhere.
  init(seed: UInt64, concern: UInt64) {
    state = SplitMix.mixed(seed ^ SplitMix.mixed(concern &+ 0x5851_F42D_4C95_7F2D))
  }

  /// A bijection of 64 bits that spreads near numbers far apart.
  static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return SplitMix.mixed(state)
  }

  /// A number in `0..<bound`; the bias is below 2⁻³² for the bounds in use.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number in `range`.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// True in `share` of 1,000 cases.
  mutating func perMille(_ share: Int) -> Bool { below(1_000) < share }

  /// An index in `0..<bound`, the first ones far more often: about as 1/(index + 1).
  ///
  /// Every power of two of indices has the same chance, which is Zipf's law in steps and needs no table.
  mutating func skewed(below bound: Int) -> Int {
    let octaves = Int.bitWidth - bound.leadingZeroBitCount
    while true {
      let low = 1 << below(octaves)
      let rank = low + below(low)
      if rank <= bound { return rank - 1 }
    }
  }

  /// One of `elements`, which are not empty.
  mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }
}
