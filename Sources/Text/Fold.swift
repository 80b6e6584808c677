/// What one scalar becomes, packed into 32 bits: a kind and a scalar (or, for `.several`, an
/// index).
///
/// Zero is "not looked up yet", so that a table of folds can start as zeroed memory.
struct Fold: Equatable {
  /// What a folded scalar does to the words around it.
  enum Kind: UInt8 {
    case unknown
    /// Ends a word. The scalar is kept when it is one of `#`, `@`, `.`, `+`, else it is 0.
    case separator
    /// Vanishes, inside words too.
    case ignored
    /// A letter whose marks are diacritics and are dropped: Latin, Greek.
    case plainLetter
    /// A letter whose marks make other letters and are composed with it.
    case letter
    case digit
    case mark
    /// A character of a script written without spaces.
    case unspaced
    /// A token of its own.
    case symbol
    /// More than one fold; the value is where their list begins in the table's expansions.
    case several
  }

  let packed: UInt32

  @inline(__always)
  init(packed: UInt32) {
    self.packed = packed
  }

  @inline(__always)
  init(_ kind: Kind, _ value: UInt32) {
    packed = UInt32(kind.rawValue) << 24 | value
  }

  @inline(__always)
  var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: packed >> 24)) ?? .unknown }

  @inline(__always)
  var value: UInt32 { packed & 0xFF_FFFF }

  /// Whether it belongs inside a word between separators.
  var isWordPart: Bool {
    switch kind {
    case .plainLetter, .letter, .digit, .mark, .ignored: true
    default: false
    }
  }
}
