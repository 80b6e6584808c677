/// Rewrites HTML, however hostile, as a small, well-nested and shallow HTML with the same text, which
/// a parser reads in linear time.
///
/// Only tags that mean something for plain text are kept, with the few attributes that do, and their
/// end tags are written out where the HTML standard implies them. Elements that would lie deeper than
/// `maximalDepth` lose their tags, not their text.
struct MarkupBounds {
  /// How many elements are open at most, and one cell that a table lacked.
  static let maximalDepth = 48
  /// The longest value that an attribute keeps, in bytes.
  static let maximalValueByteCount = LinkTarget.maximalByteCount

  private(set) var output: [UInt8] = []
  private var open: [MarkupTag] = []
  private var dropped = [Int](repeating: 0, count: Int(MarkupTag.cell.rawValue) + 1)
  private var isAtBoundary = false  // an empty block was written, and no text since

  /// Rewrites `html` into `output`.
  mutating func rewrite(_ html: UnsafeBufferPointer<UInt8>) {
    output.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    for index in dropped.indices { dropped[index] = 0 }
    isAtBoundary = false
    var tokens = MarkupTokenizer(html)
    while let token = tokens.next() {
      switch token {
      case .text(let range): text(UnsafeBufferPointer(rebasing: html[range]))
      case .lessThan: lessThan()
      case .start(let tag): start(tag, tokens.attributes, html)
      case .end(let tag): end(tag)
      case .nothing: separateReference()
      }
    }
    while let tag = open.last { close(tag) }
  }

  // MARK: - Text

  private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.contains(where: { $0 > 0x20 }) {
      enterCell()
      isAtBoundary = false
    }
    for byte in bytes { appendClean(byte) }
  }

  /// Appends a byte of text, but no control characters but white space: they mean nothing here, a NUL
  /// ends text inside the parser, and it takes the others for broken UTF-8.
  private mutating func appendClean(_ byte: UInt8) {
    if byte & 0xE0 == 0x80, output.last == 0xC2 {
      output.removeLast()
      if byte == 0x85 { output.append(0x20) }
    } else if byte >= 0x20 ? byte != 0x7F : (0x09...0x0D).contains(byte) {
      output.append(byte == 0x0B ? 0x20 : byte)
    }
  }

  private mutating func lessThan() {
    enterCell()
    isAtBoundary = false
    output.append(contentsOf: "&lt;".utf8)
  }

  /// Keeps what stood on two sides of a tag that goes from becoming one character reference.
  private mutating func separateReference() {
    for byte in output.suffix(32).reversed() {
      if byte == UInt8(ascii: "&") {
        output.append(contentsOf: "<span></span>".utf8)
        return
      }
      let isInName = (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
      guard isInName || byte == UInt8(ascii: "#") else { return }
    }
  }

  // MARK: - Tags

  private mutating func start(
    _ tag: MarkupTag,
    _ attributes: MarkupTokenizer.Attributes,
    _ html: UnsafeBufferPointer<UInt8>
  ) {
    switch tag {
    case .inline, .script, .style: return separateReference()
    case .lineBreak:
      enterCell()
      output.append(contentsOf: "<br>".utf8)
      return
    case .rule:
      closeParagraph()
      return boundary()
    case .row, .cell:
      guard closeToTable(for: tag) else { return boundary() }
    case .table:
      closeParagraph()
      if let top = open.last, top == .table || top == .row { closeTable() }
    case .link: close(through: .link, upTo: \.isCellBoundary)
    case .item: closeItem()
    default: break
    }
    if tag != .row && tag != .cell && tag != .table { enterCell() }
    if tag.isBlock && !tag.isCellBoundary { closeParagraph() }
    if tag == .heading, open.last == .heading { close(.heading) }
    guard open.count < Self.maximalDepth else {
      dropped[Int(tag.rawValue)] += 1
      return tag.isBlock ? boundary() : separateReference()
    }
    open.append(tag)
    write(tag, attributes, html)
  }

  private mutating func end(_ tag: MarkupTag) {
    switch tag {
    case .inline, .script, .style, .rule: return separateReference()
    case .lineBreak:
      enterCell()
      output.append(contentsOf: "<br>".utf8)
      return
    default: break
    }
    if dropped[Int(tag.rawValue)] > 0 {
      dropped[Int(tag.rawValue)] -= 1
      return tag.isBlock ? boundary() : separateReference()
    }
    let isClosed =
      switch tag {
      case .table: close(through: tag, upTo: { _ in false })
      case .row, .cell: close(through: tag, upTo: { $0 == .table })
      case .span: close(through: tag, upTo: \.isBlock)
      default: close(through: tag, upTo: \.isCellBoundary)
      }
    if !isClosed { tag.isBlock ? boundary() : separateReference() }
  }

  /// Closes the innermost `tag` and what is open in it, unless a boundary lies between.
  @discardableResult
  private mutating func close(
    through tag: MarkupTag,
    upTo isBoundary: (MarkupTag) -> Bool
  ) -> Bool {
    for index in open.indices.reversed() {
      if open[index] == tag {
        while open.count > index, let top = open.last { close(top) }
        return true
      }
      if isBoundary(open[index]) { return false }
    }
    return false
  }

  private mutating func close(_ tag: MarkupTag) {
    output.append(contentsOf: "</".utf8)
    tag.canonicalName.withUTF8Buffer { output.append(contentsOf: $0) }
    output.append(UInt8(ascii: ">"))
    open.removeLast()
  }

  /// Closes the paragraph that a block in it ends.
  private mutating func closeParagraph() {
    close(through: .paragraph, upTo: \.isCellBoundary)
  }

  /// Closes the item that another one in the same list ends.
  private mutating func closeItem() {
    close(through: .item) { $0 != .block && $0 != .paragraph && $0.isBlock }
  }

  private mutating func closeTable() {
    close(through: .table, upTo: { _ in false })
  }

  /// Closes what a new row or cell ends; false if there is no table for it.
  private mutating func closeToTable(for tag: MarkupTag) -> Bool {
    guard open.contains(.table) else { return false }
    while let top = open.last, top != .table, !(tag == .cell && top == .row) { close(top) }
    return true
  }

  /// What stands in a table but in no cell gets a cell, where the parser would put it in front.
  private mutating func enterCell() {
    guard let top = open.last, top == .table || top == .row else { return }
    open.append(.cell)
    output.append(contentsOf: "<td>".utf8)
  }

  /// An empty block: ends a line where a tag was that could not stay.
  private mutating func boundary() {
    guard !isAtBoundary else { return }
    enterCell()
    isAtBoundary = true
    output.append(contentsOf: "<div></div>".utf8)
  }

  // MARK: - Attributes

  private mutating func write(
    _ tag: MarkupTag,
    _ attributes: MarkupTokenizer.Attributes,
    _ html: UnsafeBufferPointer<UInt8>
  ) {
    output.append(UInt8(ascii: "<"))
    tag.canonicalName.withUTF8Buffer { output.append(contentsOf: $0) }
    if tag == .link {
      write("href", attributes.href, html)
    } else if tag == .span {
      write("class", attributes.className, html)
      write("abbr", attributes.abbr, html)
    }
    output.append(UInt8(ascii: ">"))
  }

  private mutating func write(
    _ name: StaticString,
    _ value: MarkupTokenizer.Value?,
    _ html: UnsafeBufferPointer<UInt8>
  ) {
    guard let value, value.range.count <= Self.maximalValueByteCount else { return }
    output.append(UInt8(ascii: " "))
    name.withUTF8Buffer { output.append(contentsOf: $0) }
    let quote = value.quote == 0 ? UInt8(ascii: "\"") : value.quote
    output.append(UInt8(ascii: "="))
    output.append(quote)
    for byte in html[value.range] {
      if byte == quote {
        output.append(contentsOf: "&quot;".utf8)
      } else {
        appendClean(byte)
      }
    }
    output.append(quote)
  }
}
