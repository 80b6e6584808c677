import Text

/// A token copied out of the callback.
struct CopiedToken: Equatable {
  var bytes: [UInt8]
  var range: Range<Int>
  var isColocated: Bool

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// The tokens of a text as an index holds them, and a matcher as plain as can be.
struct AnalyzedText {
  var tokens: [CopiedToken] = []

  init(_ text: String, _ analyzer: Analyzer = Analyzer()) {
    self.init(Array(text.utf8), analyzer)
  }

  init(_ bytes: [UInt8], _ analyzer: Analyzer = Analyzer()) {
    bytes.withUnsafeBufferPointer { buffer in
      analyzer.analyze(buffer) { token in
        let copy = CopiedToken(
          bytes: Array(token.bytes),
          range: token.start..<token.end,
          isColocated: token.isColocated
        )
        tokens.append(copy)
        return true
      }
    }
  }

  /// The terms at each position.
  var positions: [[[UInt8]]] {
    var positions: [[[UInt8]]] = []
    for token in tokens {
      if token.isColocated {
        positions[positions.count - 1].append(token.bytes)
      } else {
        positions.append([token.bytes])
      }
    }
    return positions
  }

  /// The terms, positions apart by a space, terms of one position by a bar: `c|c++ 17`.
  var rendering: String {
    positions
      .map { $0.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|") }
      .joined(separator: " ")
  }

  func contains(_ phrase: QueryPhrase) -> Bool {
    let positions = positions
    guard !phrase.isEmpty, phrase.tokens.count <= positions.count else { return false }
    return (0...positions.count - phrase.tokens.count).contains { start in
      phrase.tokens.indices.allSatisfy { offset in
        let wanted = phrase.tokens[offset]
        let isPrefix = phrase.isPrefix && offset == phrase.tokens.count - 1
        return positions[start + offset].contains {
          isPrefix ? $0.starts(with: wanted) : $0 == wanted
        }
      }
    }
  }
}
