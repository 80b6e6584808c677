internal import CGumbo

/// A parsed fragment, walked into plain text.
struct MarkupTree: ~Copyable {
  private let parsed: UnsafeMutablePointer<GumboOutput>

  /// Parses HTML that `MarkupBounds` has made harmless.
  ///
  /// - Parameter html: The fragment, which must outlive the tree.
  init?(_ html: UnsafeBufferPointer<UInt8>) {
    let parsed = html.withMemoryRebound(to: CChar.self) {
      cgumbo_parse_fragment($0.baseAddress, $0.count)
    }
    guard let parsed else { return nil }
    self.parsed = parsed
  }

  deinit {
    cgumbo_destroy(parsed)
  }

  /// Writes the text, and what is mentioned in it.
  borrowing func write(to writer: inout PlainTextWriter, _ facts: inout RichTextFacts) {
    Self.children(of: parsed.pointee.root, to: &writer, &facts)
  }

  private typealias Node = UnsafeMutablePointer<GumboNode>

  private static func children(
    of node: Node,
    to writer: inout PlainTextWriter,
    _ facts: inout RichTextFacts
  ) {
    let children = node.pointee.v.element.children
    for index in 0..<Int(children.length) {
      guard let child = children.data?[index] else { continue }
      write(child.assumingMemoryBound(to: GumboNode.self), to: &writer, &facts)
    }
  }

  private static func write(
    _ node: Node,
    to writer: inout PlainTextWriter,
    _ facts: inout RichTextFacts
  ) {
    switch node.pointee.type {
    case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
      if let text = node.pointee.v.text.text { writer.text(bytes(text)) }
    case GUMBO_NODE_ELEMENT:
      element(node, to: &writer, &facts)
    default: break
    }
  }

  private static func element(
    _ node: Node,
    to writer: inout PlainTextWriter,
    _ facts: inout RichTextFacts
  ) {
    let element = node.pointee.v.element
    let tag = MarkupTag(element.tag)
    switch tag {
    case .link:
      writer.openLink()
      children(of: node, to: &writer, &facts)
      writer.closeLink(to: LinkTarget(attribute("href", of: element)))
    case .span:
      facts.add(className: attribute("class", of: element), abbr: attribute("abbr", of: element))
      children(of: node, to: &writer, &facts)
    default:
      writer.open(tag)
      children(of: node, to: &writer, &facts)
      writer.close(tag)
    }
  }

  private static func attribute(
    _ name: String,
    of element: GumboElement
  ) -> UnsafeBufferPointer<UInt8> {
    withUnsafePointer(to: element.attributes) { attributes in
      guard let attribute = gumbo_get_attribute(attributes, name) else {
        return UnsafeBufferPointer(start: nil, count: 0)
      }
      return bytes(attribute.pointee.value)
    }
  }

  private static func bytes(_ text: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    while text[count] != 0 { count += 1 }
    return UnsafeRawBufferPointer(start: text, count: count).assumingMemoryBound(to: UInt8.self)
  }
}

extension MarkupTag {
  /// What a parsed element is, of those that `MarkupBounds` writes.
  fileprivate init(_ tag: GumboTag) {
    self =
      switch tag {
      case GUMBO_TAG_BR: .lineBreak
      case GUMBO_TAG_SPAN: .span
      case GUMBO_TAG_A: .link
      case GUMBO_TAG_P: .paragraph
      case GUMBO_TAG_DIV: .block
      case GUMBO_TAG_H1: .heading
      case GUMBO_TAG_BLOCKQUOTE: .quote
      case GUMBO_TAG_PRE: .preformatted
      case GUMBO_TAG_UL: .list
      case GUMBO_TAG_OL: .orderedList
      case GUMBO_TAG_LI: .item
      case GUMBO_TAG_TABLE: .table
      case GUMBO_TAG_TR: .row
      case GUMBO_TAG_TD: .cell
      default: .inline
      }
  }
}
