/// A set that may say yes wrongly, never no: of one that holds ten bits for each member, about once in fifty times.
///
/// Bloom, "Space/time trade-offs in hash coding with allowable errors" (1970), with four hashes; all four fall into one
/// block of 64 bytes, so that they cost one look at memory (Putze, Sanders, Singler, "Cache-, Hash- and Space-Efficient
/// Bloom Filters", 2007).
struct BloomFilter {
  /// Two words that depend on all of a member.
  typealias Digests = (UInt64, UInt64)

  private static let wordsPerBlock = 8
  private var words: [UInt64]
  private let blocks: UInt64

  /// An empty filter.
  ///
  /// - Parameter bytes: Its size, a multiple of 64.
  init(bytes: Int) {
    words = [UInt64](repeating: 0, count: bytes / 8)
    blocks = UInt64(bytes / 64)
  }

  mutating func insert(_ digests: Digests) {
    let start = start(of: digests)
    for hash in 0..<4 {
      let (word, bit) = Self.place(of: digests, hash)
      words[start + word] |= bit
    }
  }

  func mayContain(_ digests: Digests) -> Bool {
    let start = start(of: digests)
    return (0..<4).allSatisfy { hash in
      let (word, bit) = Self.place(of: digests, hash)
      return words[start + word] & bit != 0
    }
  }

  private func start(of digests: Digests) -> Int {
    Int(digests.0 % blocks) * Self.wordsPerBlock
  }

  /// One of the 512 bits of a block.
  private static func place(of digests: Digests, _ hash: Int) -> (word: Int, bit: UInt64) {
    let nine = digests.1 >> UInt64(9 * hash)
    return (Int(nine >> 6 & 7), 1 << (nine & 63))
  }
}
