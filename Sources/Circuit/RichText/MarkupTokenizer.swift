internal import Glibc

/// Cuts HTML, however broken, into text and the tags that mean something for plain text.
///
/// It follows the HTML standard's tokenizer but for one thing, that no text is lost: what the standard
/// drops because its end is missing (a comment, a tag, a script) is text here. Its time is linear: each
/// search for an end either finds it and goes on behind it, or is never made again.
struct MarkupTokenizer {
  enum Token {
    /// Text in which `<` does not occur, character references as they stand.
    case text(Range<Int>)
    /// A `<` that starts nothing.
    case lessThan
    /// A start tag; `attributes` are its own until the next token.
    case start(MarkupTag)
    case end(MarkupTag)
    /// A comment, a declaration, a script: nothing to see.
    case nothing
  }

  /// An attribute's value as it stands, without its quotes.
  struct Value {
    var range: Range<Int>
    var quote: UInt8
  }

  /// The attributes that mean something; of several with one name the first counts.
  struct Attributes {
    var href: Value?
    var className: Value?
    var abbr: Value?
  }

  private(set) var attributes = Attributes()
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var ends = MissingEnds()
  /// Tags whose end is missing are looked through to the end of the text; after some of them `<` is
  /// text.
  private var unendedTagsLeft = 8

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func next() -> Token? {
    guard position < bytes.count, let base = bytes.baseAddress else { return nil }
    if bytes[position] == UInt8(ascii: "<") { return markup() }
    let found = memchr(base + position, 0x3C, bytes.count - position)
    let end = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
    defer { position = end }
    return .text(position..<end)
  }

  private mutating func markup() -> Token {
    let start = position
    let token: Token? =
      switch byte(at: start + 1) {
      case UInt8(ascii: "!"): declaration(start)
      case UInt8(ascii: "?"): bogusComment(start)
      case UInt8(ascii: "/"): isLetter(byte(at: start + 2)) ? tag(start + 2) : bogusComment(start)
      default: isLetter(byte(at: start + 1)) ? tag(start + 1) : nil
      }
    if let token { return token }
    position = start + 1
    return .lessThan
  }

  private mutating func declaration(_ start: Int) -> Token? {
    guard byte(at: start + 2) == UInt8(ascii: "-"), byte(at: start + 3) == UInt8(ascii: "-") else {
      return bogusComment(start)
    }
    // `<!-->` and `<!--->` are whole comments, so the end may share the dashes of the start.
    if let end = ends.search(for: .comment, in: bytes, from: start + 2) {
      position = end
    } else {
      position = start + 4
    }
    return .nothing
  }

  private mutating func bogusComment(_ start: Int) -> Token? {
    guard let end = ends.search(for: .tag, in: bytes, from: start + 1) else { return nil }
    position = end
    return .nothing
  }

  // MARK: - Tags

  /// Reads the tag whose name is at `start`; `nil` if it has no end.
  private mutating func tag(_ start: Int) -> Token? {
    guard unendedTagsLeft > 0 else { return nil }
    var name = MarkupName()
    var end = start
    while end < bytes.count, !endsName(bytes[end]) {
      name.append(bytes[end])
      end += 1
    }
    attributes = Attributes()
    guard let behind = readAttributes(from: end) else {
      unendedTagsLeft -= 1
      return nil
    }
    position = behind
    let tag = MarkupTag(name)
    if bytes[start - 1] == UInt8(ascii: "/") { return .end(tag) }
    guard tag == .script || tag == .style else { return .start(tag) }
    let close: MissingEnds.Kind = tag == .script ? .script : .style
    position = ends.search(for: close, in: bytes, from: position) ?? position
    return .nothing
  }

  /// Reads attributes up to the end of the tag and returns the place behind it.
  private mutating func readAttributes(from start: Int) -> Int? {
    var position = start
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: ">"): return position + 1
      case UInt8(ascii: "/"), 0x09, 0x0A, 0x0C, 0x0D, 0x20: position += 1
      default:
        guard let end = readAttribute(from: position) else { return nil }
        position = end
      }
    }
    return nil
  }

  private mutating func readAttribute(from start: Int) -> Int? {
    var name = MarkupName()
    name.append(bytes[start])
    var position = start + 1
    while position < bytes.count, !endsName(bytes[position]), bytes[position] != UInt8(ascii: "=") {
      name.append(bytes[position])
      position += 1
    }
    let nameLength = position - start
    position = skipSpace(position)
    guard byte(at: position) == UInt8(ascii: "=") else { return position }
    position = skipSpace(position + 1)
    guard position < bytes.count else { return nil }
    let quote = bytes[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let valueStart = position
      while position < bytes.count, bytes[position] != UInt8(ascii: ">"), !isSpace(bytes[position])
      {
        position += 1
      }
      keep(name, nameLength, Value(range: valueStart..<position, quote: 0))
      return position
    }
    let kind: MissingEnds.Kind = quote == UInt8(ascii: "'") ? .singleQuote : .doubleQuote
    guard let behind = ends.search(for: kind, in: bytes, from: position + 1) else { return nil }
    keep(name, nameLength, Value(range: position + 1..<behind - 1, quote: quote))
    return behind
  }

  private mutating func keep(_ name: MarkupName, _ length: Int, _ value: Value) {
    if length == 4, name == Self.href, attributes.href == nil { attributes.href = value }
    if length == 5, name == Self.className, attributes.className == nil {
      attributes.className = value
    }
    if length == 4, name == Self.abbr, attributes.abbr == nil { attributes.abbr = value }
  }

  private static let href = MarkupName("href")
  private static let className = MarkupName("class")
  private static let abbr = MarkupName("abbr")

  // MARK: - Bytes

  private func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private func skipSpace(_ start: Int) -> Int {
    var position = start
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    return position
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  private func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }
}
