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

  /// Four places of an id: slices of its two digests.
  private static func places(of id: WireID) -> (Int, Int, Int, Int) {
    let (first, second) = id.digests
    let mask = bits - 1
    return (
      Int(first & mask), Int(first >> 32 & mask), Int(second & mask), Int(second >> 32 & mask)
    )
  }
}
