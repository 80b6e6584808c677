internal import Glibc

/// Reads the markup that Circuit's own clients write, without a parser: well-nested tags, quoted
/// attributes, the common character references.
///
/// It reads nothing that it is not sure of: `write` says no, and the parser has to do it. Where it
/// says yes, the result is the parser's (noncharacters such as U+FFFE apart, which the parser
/// replaces).
struct SimpleMarkup {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var open = InlineStack()
  private var target: Range<Int>?
  private var isInLink = false
  private var paragraphs = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Writes the text; false if the markup is not simple, and then something may have been written.
  mutating func write(to writer: inout PlainTextWriter, _ facts: inout RichTextFacts) -> Bool {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "<"):
        guard readTag(&writer, &facts) else { return false }
      case UInt8(ascii: "&"):
        guard readReference(&writer) else { return false }
      default:
        let end = endOfText()
        writer.text(UnsafeBufferPointer(rebasing: bytes[position..<end]))
        position = end
      }
    }
    return open.isEmpty
  }

  private func endOfText() -> Int {
    var end = position
    while end < bytes.count, bytes[end] != UInt8(ascii: "<"), bytes[end] != UInt8(ascii: "&") {
      end += 1
    }
    return end
  }

  // MARK: - Tags

  private mutating func readTag(
    _ writer: inout PlainTextWriter,
    _ facts: inout RichTextFacts
  ) -> Bool {
    position += 1
    let isEnd = position < bytes.count && bytes[position] == UInt8(ascii: "/")
    if isEnd { position += 1 }
    var name = MarkupName()
    let start = position
    while position < bytes.count, isNameByte(bytes[position]) {
      name.append(bytes[position])
      position += 1
    }
    guard position > start, position - start <= 10, position < bytes.count else { return false }
    let tag = MarkupTag(name)
    if isEnd {
      guard bytes[position] == UInt8(ascii: ">") else { return false }
      position += 1
      return close(tag, &writer)
    }
    switch tag {
    case .lineBreak: return readEnd(isVoid: true) && isOpened(tag, &writer)
    case .span: return readSpan(&facts)
    case .link: return readLink(&writer)
    case .inline:
      return Self.looks.contains(name) && readEnd(isVoid: false)
    case .paragraph, .block, .quote, .heading, .list, .orderedList, .item:
      return readEnd(isVoid: false) && isOpened(tag, &writer)
    default: return false
    }
  }

  /// Tags that only change how text looks, wherever they stand.
  private static let looks = ["i", "b", "u", "s", "em", "strong", "code", "strike"].map {
    MarkupName($0)
  }

  private mutating func readEnd(isVoid: Bool) -> Bool {
    if isVoid, position < bytes.count, bytes[position] == 0x20 { position += 1 }
    if isVoid, position < bytes.count, bytes[position] == UInt8(ascii: "/") { position += 1 }
    guard position < bytes.count, bytes[position] == UInt8(ascii: ">") else { return false }
    position += 1
    return true
  }

  /// Opens an element that is no link and no span, if it may stand here.
  private mutating func isOpened(_ tag: MarkupTag, _ writer: inout PlainTextWriter) -> Bool {
    if tag == .lineBreak {
      writer.lineBreak()
      return true
    }
    // A block in a paragraph, a link or a span moves things about; so does an item out of its list.
    guard !isInLink, open.top != .span, open.top != .paragraph, open.top != .heading else {
      return false
    }
    guard tag != .item || open.top == .list || open.top == .orderedList else { return false }
    writer.open(tag)
    return open.push(tag)
  }

  private mutating func close(_ tag: MarkupTag, _ writer: inout PlainTextWriter) -> Bool {
    if tag == .inline { return true }
    guard open.top == tag, tag != .lineBreak else { return false }
    open.pop()
    if tag == .link {
      isInLink = false
      writer.closeLink(to: LinkTarget(target.map { bytes[$0] } ?? bytes[..<0]))
    } else {
      writer.close(tag)
    }
    return true
  }

  private mutating func readSpan(_ facts: inout RichTextFacts) -> Bool {
    var className: Range<Int>?
    var abbr: Range<Int>?
    while let (name, value) = readAttribute() {
      if name == Self.className, className == nil {
        className = value
      } else if name == Self.abbr, abbr == nil {
        abbr = value
      } else {
        return false
      }
    }
    facts.add(className: slice(className), abbr: slice(abbr))
    return readEnd(isVoid: false) && open.push(.span)
  }

  private mutating func readLink(_ writer: inout PlainTextWriter) -> Bool {
    guard !isInLink, let (name, value) = readAttribute(), name == Self.href else { return false }
    while let (name, _) = readAttribute() {
      guard name == Self.targetName || name == Self.rel else { return false }
    }
    isInLink = true
    target = value
    writer.openLink()
    return readEnd(isVoid: false) && open.push(.link)
  }

  /// Reads ` name="value"`, the value without anything that would have to be decoded or cut.
  private mutating func readAttribute() -> (name: MarkupName, value: Range<Int>)? {
    guard position < bytes.count, bytes[position] == 0x20 else { return nil }
    var name = MarkupName()
    var end = position + 1
    while end < bytes.count, isNameByte(bytes[end]), end - position <= 7 {
      name.append(bytes[end])
      end += 1
    }
    guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "="),
      bytes[end + 1] == UInt8(ascii: "\"")
    else { return nil }
    let start = end + 2
    end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      guard bytes[end] != UInt8(ascii: "&"), bytes[end] >= 0x20 else { return nil }
      end += 1
    }
    guard end < bytes.count, end - start <= MarkupBounds.maximalValueByteCount else { return nil }
    position = end + 1
    return (name, start..<end)
  }

  private func slice(_ range: Range<Int>?) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: range.map { bytes[$0] } ?? bytes[..<0])
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "1") < 6
  }

  private static let className = MarkupName("class")
  private static let abbr = MarkupName("abbr")
  private static let href = MarkupName("href")
  private static let targetName = MarkupName("target")
  private static let rel = MarkupName("rel")

  // MARK: - Character references

  private mutating func readReference(_ writer: inout PlainTextWriter) -> Bool {
    let start = position + 1
    guard start < bytes.count, isReferenceByte(bytes[start]) else {
      // An ampersand that starts nothing.
      writer.text(UnsafeBufferPointer(rebasing: bytes[position..<start]))
      position = start
      return true
    }
    var end = start
    while end < bytes.count, isReferenceByte(bytes[end]), end - start < 9 { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return false }
    let name = UnsafeBufferPointer(rebasing: bytes[start..<end])
    guard let scalar = CharacterReference.scalar(of: name) else { return false }
    writer.character(scalar)
    position = end + 1
    return true
  }

  private func isReferenceByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
      || byte == UInt8(ascii: "#")
  }
}

/// A few open elements.
private struct InlineStack {
  private var tags: UInt64 = 0  // a byte each, the innermost in the lowest

  var isEmpty: Bool { tags == 0 }
  var top: MarkupTag? { MarkupTag(rawValue: UInt8(truncatingIfNeeded: tags)) }

  /// False if there is no room.
  mutating func push(_ tag: MarkupTag) -> Bool {
    guard tags >> 56 == 0 else { return false }
    tags = tags << 8 | UInt64(tag.rawValue)
    return true
  }

  mutating func pop() {
    tags >>= 8
  }
}
