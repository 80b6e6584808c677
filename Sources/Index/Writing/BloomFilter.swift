/// A set of ids that may say yes wrongly, never no: 16 MiB, about one wrong yes in a hundred at 13 million ids.
///
/// Bloom, "Space/time trade-offs in hash coding with allowable errors" (1970), with four hashes of 27 bits.
struct BloomFilter {
  private static let bits: UInt64 = 1 << 27
  private var words = [UInt64](repeating: 0, count: Int(bits / 64))

  mutating func insert(_ id: WireID) {
    let (a, b, c, d) = Self.places(of: id)
    words[a >> 6] |= 1 << UInt64(a & 63)
    words[b >> 6] |= 1 << UInt64(b & 63)
    words[c >> 6] |= 1 << UInt64(c & 63)
    words[d >> 6] |= 1 << UInt64(d & 63)
  }

  func mayContain(_ id: WireID) -> Bool {
    let (a, b, c, d) = Self.places(of: id)
    return has(a) && has(b) && has(c) && has(d)
  }

  private func has(_ bit: Int) -> Bool { words[bit >> 6] >> UInt64(bit & 63) & 1 == 1 }

  /// Four places of an id: slices of two words that depend on all of its bits.
  private static func places(of id: WireID) -> (Int, Int, Int, Int) {
    let (first, second): (UInt64, UInt64)
    switch id {
    case .uuid(let high, let low): (first, second) = (mixed(high ^ mixed(low)), mixed(low &+ high))
    case .text(let text):
      // FNV-1a, whose result does not change from run to run.
      let sum = text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
      (first, second) = (mixed(sum), mixed(~sum))
    }
    let mask = bits - 1
    return (
      Int(first & mask), Int(first >> 32 & mask), Int(second & mask), Int(second >> 32 & mask)
    )
  }

  /// The finaliser of SplitMix64.
  private static func mixed(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }
}
