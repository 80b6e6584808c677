/// What an identifier names; each kind has a space of its own.
enum IdentifierKind: UInt64, Sendable {
  case tenant = 1
  case user
  case room
  case item
  case file
  case label
}

/// A UUID, written in the canonical form.
struct Identifier: Sendable, Equatable {
  let high: UInt64
  let low: UInt64
}

/// The identifiers of one tenant, computed from kind and index, so that none has to be kept.
struct IdentifierSpace: Sendable {
  private let seed: UInt64

  init(seed: UInt64) { self.seed = SplitMix.mixed(seed ^ 0x2545_F491_4F6C_DD1D) }

  /// The identifier of the thing `index` of `kind`, a version 4 UUID.
  func identifier(_ kind: IdentifierKind, _ index: Int) -> Identifier {
    let start = SplitMix.mixed(seed &+ kind.rawValue &* 0xD134_2543_DE82_EF95)
    let high = SplitMix.mixed(start &+ UInt64(index) &* 0x9E37_79B9_7F4A_7C15)
    let low = SplitMix.mixed(high ^ start &+ UInt64(index))
    return Identifier(
      high: high & ~0xF000 | 0x4000,
      low: low & ~(0b11 << 62) | 0b10 << 62
    )
  }
}
