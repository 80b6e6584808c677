extension WireID {
  /// Two words that depend on every bit of the id, the same in any run of any program.
  var digests: (UInt64, UInt64) {
    switch self {
    case .uuid(let high, let low):
      return (Self.mixed(high ^ Self.mixed(low)), Self.mixed(low &+ high))
    case .text(let text):
      // FNV-1a, whose result does not change from run to run.
      let sum = text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
      return (Self.mixed(sum), Self.mixed(~sum))
    }
  }

  /// A word that stands for the id where being wrong once in 10¹⁰ conversations of a million items does no harm.
  package var digest: UInt64 { digests.0 }

  /// The finaliser of SplitMix64.
  static func mixed(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }
}
