/// Ways in which a valid item surprises its reader.
enum Oddity: CaseIterable, Sendable {
  case unknownFields
  case unknownType
  case unknownState
  case nulls
  case fractionalTimes
  case textTimes
  case noCreationTime
  case noCreator
  case missingFields
  case hugeNumbers
  case loneSurrogate
  case nulCharacter
  case brokenUTF8
  case hugeContent
  case opaqueIdentifier
}

/// Deals oddities to a share of the items, every kind in its turn.
struct OddityDealer: Sendable {
  private let share: Int
  private var chance: SplitMix
  private var dealt = 0

  init(share: Double, seed: UInt64) {
    self.share = Int(min(max(share, 0), 1) * 1_000_000)
    chance = SplitMix(seed: seed, concern: 7)
  }

  mutating func deal() -> Oddity? {
    guard share > 0, chance.below(1_000_000) < share else { return nil }
    defer { dealt += 1 }
    return Oddity.allCases[dealt % Oddity.allCases.count]
  }
}

extension ByteBuffer {
  /// What `oddity` puts at the end of a message's content.
  mutating func append(json oddity: Oddity) {
    switch oddity {
    case .loneSurrogate: append(" cut \\ud83d here")
    case .nulCharacter: append(" before\\u0000after")
    case .brokenUTF8:
      append(" torn ")
      append(byte: 0xE2)
      append(byte: 0x82)
      append(" apart")
    case .hugeContent: for _ in 0..<10_000 { append(" again and again") }
    default: break
    }
  }
}
