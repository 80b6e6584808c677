/// A text that is ready to be written into content of either type.
struct Piece: Sendable {
  /// Where the lexicon has it for PLAIN content: JSON-escaped.
  let plain: Range<UInt32>
  /// Where the lexicon has it for RICH content: HTML, JSON-escaped.
  let rich: Range<UInt32>
}

/// A run of pieces of the same kind in the lexicon, such as all nouns of a subject.
struct PieceList: Sendable {
  let start: Int
  let count: Int
}

/// Every text of the tenant once, as bytes.
struct Lexicon: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var pieces: [Piece] = []

  /// Takes in `text`.
  mutating func piece(_ text: String) -> Piece {
    var buffer = ByteBuffer(capacity: text.utf8.count)
    buffer.append(json: text.utf8)
    let plain = add(buffer.bytes)
    guard text.utf8.contains(where: Lexicon.isMarkup) else {
      return Piece(plain: plain, rich: plain)
    }
    buffer.removeAll()
    buffer.append(html: text.utf8)
    return Piece(plain: plain, rich: add(buffer.bytes))
  }

  /// Takes in `texts` as a list to draw from.
  mutating func list(_ texts: [String]) -> PieceList {
    let start = pieces.count
    for text in texts { pieces.append(piece(text)) }
    return PieceList(start: start, count: texts.count)
  }

  /// Takes in `texts`, which are already fit for either type of content.
  mutating func list(verbatim texts: [String]) -> PieceList {
    let start = pieces.count
    for text in texts {
      let range = add(Array(text.utf8))
      pieces.append(Piece(plain: range, rich: range))
    }
    return PieceList(start: start, count: texts.count)
  }

  /// Takes in the words of `text`, `_` standing for a space inside one.
  mutating func list(wordsOf text: String) -> PieceList {
    list(
      text.split(whereSeparator: \.isWhitespace).map { word in
        String(word.replacing("_", with: " "))
      }
    )
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
      || byte == UInt8(ascii: "\n")
  }

  private mutating func add(_ more: [UInt8]) -> Range<UInt32> {
    let start = UInt32(bytes.count)
    bytes += more
    return start..<UInt32(bytes.count)
  }
}
