/// Draws integers of a range by Zipf's law: `x` with a weight of 1/`x`.
///
/// The range is cut at the powers of two. A draw picks a piece by its weight, then a number of it,
/// which it accepts with the chance that makes the law exact. Only additions, divisions and integers
/// are used, so that every machine draws the same.
struct Harmonic: Sendable {
  private struct Piece {
    let low: Int
    let count: Int
    /// The chance to be in this piece or an earlier one, in units of 2⁻⁶⁴.
    let limit: UInt64
  }

  private let pieces: [Piece]

  /// A law over the numbers of `range`, which start at 1 or above; the higher the start, the flatter.
  init(over range: Range<Int>) {
    precondition(range.lowerBound > 0 && !range.isEmpty)
    var bounds: [(low: Int, high: Int, weight: Double)] = []
    var low = range.lowerBound
    while low < range.upperBound {
      let power = 1 << (Int.bitWidth - low.leadingZeroBitCount)
      let high = min(power, range.upperBound)
      bounds.append((low, high, Harmonic.weight(from: low, to: high)))
      low = high
    }
    let total = bounds.reduce(0) { $0 + $1.weight }
    var sum = 0.0
    pieces = bounds.enumerated().map { index, bound in
      sum += bound.weight
      let share = min(sum / total, 0.999_999_999_999)
      let limit = index == bounds.count - 1 ? UInt64.max : UInt64(share * 0x1p64)
      return Piece(low: bound.low, count: bound.high - bound.low, limit: limit)
    }
  }

  /// The sum of 1/x for x in `low..<high`; of wide ranges by their middles, true to 5 digits.
  private static func weight(from low: Int, to high: Int) -> Double {
    let strips = 256
    guard high - low > strips else { return (low..<high).reduce(0) { $0 + 1 / Double($1) } }
    let width = Double(high - low) / Double(strips)
    return (0..<strips).reduce(0) { sum, strip in
      sum + width / (Double(low) - 0.5 + (Double(strip) + 0.5) * width)
    }
  }

  func draw(_ chance: inout SplitMix) -> Int {
    let point = chance.next()
    var index = 0
    while pieces[index].limit < point { index += 1 }
    let piece = pieces[index]
    while true {
      let number = piece.low + chance.below(piece.count)
      if chance.below(number) < piece.low { return number }
    }
  }
}
