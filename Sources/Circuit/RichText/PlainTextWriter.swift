/// Makes plain text from the events of walking rich text: white space is collapsed, blocks become
/// lines, list items get their marks, links their targets.
///
/// No control character but the line feed and the tab gets through.
struct PlainTextWriter {
  private(set) var output: [UInt8] = []
  private(set) var hasLink = false
  private var start = 0  // of this text in `output`
  private var isAtLineStart = true
  private var separator: UInt8 = 0  // what stands before the next word: a space, a tab, or nothing
  private var mark: Mark = .none
  /// For each open list the number of its last item, if its items have numbers.
  private var lists: [Int?] = []
  private var preformattedDepth = 0
  private var labelStart = 0
  private var awaitsLabel = false  // a link is open that has no text yet

  private enum Mark {
    case none
    case bullet
    case number(Int)
  }

  /// Starts a text behind `bytes`.
  mutating func begin(_ bytes: consuming [UInt8]) {
    output = bytes
    start = output.count
    hasLink = false
    isAtLineStart = true
    separator = 0
    mark = .none
    lists.removeAll(keepingCapacity: true)
    preformattedDepth = 0
    awaitsLabel = false
  }

  /// Takes back everything since `begin`.
  mutating func undo() {
    output.removeLast(output.count - start)
    begin(exchange(&output))
  }

  /// Ends the text, without white space at its end, and gives all bytes.
  mutating func finish() -> [UInt8] {
    var end = output.count
    while end > start, output[end - 1] <= 0x20 { end -= 1 }
    output.removeLast(output.count - end)
    hasLink = hasLink || BareLinks.occur(in: output[start...])
    return exchange(&output)
  }

  // MARK: - Text

  /// Writes text as it stands in HTML, character references decoded.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < bytes.count {
      let end = Self.endOfWords(bytes, from: position)
      if end > position {
        beginWord()
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<end]))
        position = end
      } else {
        position += special(bytes, at: position)
      }
    }
  }

  /// Writes one character.
  mutating func character(_ scalar: Unicode.Scalar) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4) { buffer in
      var count = 0
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        buffer[count] = byte
        count += 1
      }
      text(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// The end of the words at `start` with single spaces between them: what can be copied at once.
  private static func endOfWords(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte > 0x20, byte != 0x7F, byte != 0xC2 {
        position += 1
      } else if byte == 0x20, position > start, position + 1 < bytes.count,
        bytes[position + 1] > 0x20, bytes[position + 1] != 0x7F, bytes[position + 1] != 0xC2
      {
        position += 2
      } else {
        break
      }
    }
    return position
  }

  /// Handles white space, a control character or one of U+0080 … U+00BF, and returns its length.
  private mutating func special(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let byte = bytes[position]
    switch byte {
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20:
      space(byte)
      return 1
    case 0xC2 where position + 1 < bytes.count:
      let next = bytes[position + 1]
      if next == 0x85 {
        space(0x20)
      } else if next >= 0xA0 {
        beginWord()
        output.append(byte)
        output.append(next)
      }
      return 2
    default:
      return 1
    }
  }

  private mutating func space(_ byte: UInt8) {
    if preformattedDepth == 0 {
      if !isAtLineStart, separator == 0 { separator = 0x20 }
    } else if byte == 0x0A {
      lineBreak()
    } else if byte != 0x0D {
      beginWord()
      output.append(byte == 0x09 ? 0x09 : 0x20)
    }
  }

  @inline(__always)
  private mutating func beginWord() {
    if separator != 0 {
      output.append(separator)
      separator = 0
    }
    if isAtLineStart { beginLine() }
    if awaitsLabel {
      labelStart = output.count
      awaitsLabel = false
    }
  }

  private mutating func beginLine() {
    isAtLineStart = false
    switch mark {
    case .none: break
    case .bullet: output.append(contentsOf: "- ".utf8)
    case .number(let number): output.append(contentsOf: "\(number). ".utf8)
    }
    mark = .none
  }

  // MARK: - Lines and blocks

  /// Ends the line, also an empty one, but for those at the very beginning.
  mutating func lineBreak() {
    separator = 0
    isAtLineStart = true
    if output.count > start { output.append(0x0A) }
  }

  /// Ends the line if there is anything on it.
  mutating func boundary() {
    separator = 0
    if !isAtLineStart { lineBreak() }
  }

  /// Opens an element other than a link.
  mutating func open(_ tag: MarkupTag) {
    switch tag {
    case .lineBreak: lineBreak()
    case .list, .orderedList:
      boundary()
      lists.append(tag == .list ? nil : 0)
    case .item:
      boundary()
      openItem()
    case .cell:
      if !isAtLineStart { separator = 0x09 }
    case .preformatted:
      boundary()
      preformattedDepth += 1
    case .paragraph, .block, .heading, .quote, .table, .row, .rule: boundary()
    case .inline, .script, .style, .span, .link: break
    }
  }

  /// Closes an element other than a link.
  mutating func close(_ tag: MarkupTag) {
    switch tag {
    case .list, .orderedList:
      boundary()
      _ = lists.popLast()
    case .item:
      boundary()
      mark = .none
    case .preformatted:
      boundary()
      preformattedDepth -= 1
    case .paragraph, .block, .heading, .quote, .table, .row: boundary()
    case .cell, .inline, .script, .style, .span, .link, .lineBreak, .rule: break
    }
  }

  private mutating func openItem() {
    guard let index = lists.indices.last, let number = lists[index] else {
      mark = .bullet
      return
    }
    lists[index] = number + 1
    mark = .number(number + 1)
  }

  // MARK: - Links

  /// Opens a link; there is one at a time.
  mutating func openLink() {
    awaitsLabel = true
  }

  /// The label of the link that was opened last, without a line end behind it.
  private var label: ArraySlice<UInt8> {
    var label = output[labelStart...]
    while let last = label.last, last <= 0x20 { label.removeLast() }
    return label
  }

  /// Closes the link that was opened last, writing its target behind its label unless they say the
  /// same.
  mutating func closeLink(to target: LinkTarget) {
    let isEmpty = awaitsLabel
    awaitsLabel = false
    guard let shown = target.shown else { return }
    hasLink = true
    if isEmpty {
      shown.withUnsafeBufferPointer { text($0) }
    } else if !LinkTarget.isSaid(shown, by: label) {
      let pending = separator
      separator = isAtLineStart ? 0 : 0x20
      beginWord()
      output.append(UInt8(ascii: "("))
      output.append(contentsOf: shown)
      output.append(UInt8(ascii: ")"))
      separator = pending
    }
  }
}
