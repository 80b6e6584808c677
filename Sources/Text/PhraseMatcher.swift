/// A phrase found in a text.
struct PhraseMatch: Equatable {
  /// Which of the phrases.
  let phrase: Int
  /// From the first byte of its first token to past the last byte of its last.
  let range: Range<Int>
}

/// Finds phrases in the tokens of a text, all of them in one pass.
///
/// For each phrase a bit set says how many of its tokens the positions so far match (the Shift-And
/// method), so the work a position is at most the number of tokens looked for.
struct PhraseMatcher {
  /// How many tokens of a phrase are compared: the bits of a word.
  static let tokenLimit = 64

  private struct Tracked {
    let tokens: [[UInt8]]
    let isPrefix: Bool
    /// Tokens that do as well as the only one.
    let inflections: [[UInt8]]
    /// Bit j: the first j + 1 tokens match the positions up to the last one.
    var active: UInt64 = 0
    /// Bit j: token j matches the position at hand.
    var hits: UInt64 = 0
    /// Where the first token matched, by position modulo 64.
    var starts = [Int](repeating: 0, count: PhraseMatcher.tokenLimit)
    /// Where the last token's match ends at the position at hand.
    var end = 0
  }

  private var tracked: [Tracked]
  /// For each byte, whether some token begins with it: most tokens of a text need no closer look.
  private var begins = [Bool](repeating: false, count: 256)
  private var position = -1
  private var isBusy = false
  private let matchLimit: Int
  private(set) var matches: [PhraseMatch] = []

  /// A matcher for one text.
  init(_ phrases: [QueryPhrase], matchLimit: Int) {
    self.matchLimit = matchLimit
    tracked = phrases.filter { !$0.isEmpty }.map { phrase in
      let isLong = phrase.tokens.count > Self.tokenLimit
      let tokens = Array(phrase.tokens.prefix(Self.tokenLimit))
      return Tracked(
        tokens: tokens,
        isPrefix: phrase.isPrefix && !isLong,
        inflections: phrase.inflections
      )
    }
    for byte in tracked.lazy.flatMap({ $0.tokens + $0.inflections }).compactMap(\.first) {
      begins[Int(byte)] = true
    }
  }

  var isIdle: Bool { tracked.isEmpty }

  /// Takes the text's next token.
  /// - Parameter token: The token.
  /// - Returns: Whether more are wanted.
  mutating func take(_ token: Token) -> Bool {
    if !token.isColocated {
      finishPosition()
      position += 1
    }
    if let first = token.bytes.first, begins[Int(first)] {
      for index in tracked.indices {
        compare(token, with: index)
      }
    }
    return matches.count < matchLimit
  }

  /// Takes stock of the position at hand; to be called once more after the last token.
  mutating func finishPosition() {
    guard isBusy else { return }
    isBusy = false
    for index in tracked.indices {
      let length = tracked[index].tokens.count
      let active = (tracked[index].active << 1 | 1) & tracked[index].hits
      if active & 1 << (length - 1) != 0 {
        let start = tracked[index].starts[(position - length + 1) % Self.tokenLimit]
        matches.append(PhraseMatch(phrase: index, range: start..<tracked[index].end))
      }
      tracked[index].active = active
      tracked[index].hits = 0
      tracked[index].end = 0
      isBusy = isBusy || active != 0
    }
  }

  private mutating func compare(_ token: Token, with index: Int) {
    let count = tracked[index].tokens.count
    for place in 0..<count {
      let isPrefix = tracked[index].isPrefix && place == count - 1
      let isFound =
        matches(tracked[index].tokens[place], token.bytes, isPrefix: isPrefix)
        || tracked[index].inflections.contains { matches($0, token.bytes, isPrefix: false) }
      guard isFound else { continue }
      if place == 0 {
        let isFirst = tracked[index].hits & 1 == 0
        let slot = position % Self.tokenLimit
        let start = tracked[index].starts[slot]
        tracked[index].starts[slot] = isFirst ? token.start : min(start, token.start)
      }
      if place == count - 1 {
        tracked[index].end = max(tracked[index].end, token.end)
      }
      tracked[index].hits |= 1 << UInt64(place)
      isBusy = true
    }
  }

  private func matches(
    _ wanted: [UInt8],
    _ token: UnsafeBufferPointer<UInt8>,
    isPrefix: Bool
  ) -> Bool {
    guard isPrefix ? token.count >= wanted.count : token.count == wanted.count else { return false }
    return token.starts(with: wanted)
  }
}
