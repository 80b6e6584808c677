/// What to look for: tokens at successive positions.
public struct QueryPhrase: Sendable, Equatable {
  /// The tokens' bytes, in order.
  public var tokens: [[UInt8]]
  /// Whether the last token stands for all that begin with it.
  public var isPrefix: Bool
  /// Other tokens that do as well as the only one there is: those of its inflections.
  public var inflections: [[UInt8]] = []

  /// A phrase of these tokens.
  ///
  /// - Parameters:
  ///   - tokens: The tokens' bytes, as an analyzer makes them.
  ///   - isPrefix: Whether the last token stands for all that begin with it.
  public init(tokens: [[UInt8]] = [], isPrefix: Bool = false) {
    self.tokens = tokens
    self.isPrefix = isPrefix
  }

  /// Whether nothing can match: the text it was made of has no word, number or symbol.
  public var isEmpty: Bool { tokens.isEmpty }

  /// The phrases, without inflections, of which one has to be found.
  public var variants: [QueryPhrase] {
    [QueryPhrase(tokens: tokens, isPrefix: isPrefix)]
      + inflections.map { QueryPhrase(tokens: [$0]) }
  }
}

/// Collects the tokens of a query, the most specific at each position.
struct PhraseSink: TokenSink {
  private var tokens: [[UInt8]] = []
  /// The roles of the last position and of the one before it, colocated tokens aside.
  private var role: TokenRole?
  private var earlierRole: TokenRole?

  init() {}

  /// Whether there is one token, of a word between separators.
  var isWord: Bool { tokens.count == 1 && role == .word }

  mutating func receive(_ token: ScannedToken) -> Bool {
    let bytes = Array(token.bytes)
    if token.isColocated, !tokens.isEmpty {
      tokens[tokens.count - 1] = bytes
    } else {
      tokens.append(bytes)
      earlierRole = role
      role = token.role
    }
    return true
  }

  /// The phrase; its last word may go on if `isOpen`.
  ///
  /// A run of an unspaced script may always go on, as it has no word ends: its last pair is enough,
  /// and a run of one character is the beginning of the pair that it forms with what follows.
  func phrase(isOpen: Bool) -> QueryPhrase {
    guard role == .runEnd else {
      return QueryPhrase(tokens: tokens, isPrefix: isOpen && role == .word)
    }
    return earlierRole == .pair
      ? QueryPhrase(tokens: tokens.dropLast())
      : QueryPhrase(tokens: tokens, isPrefix: true)
  }
}
