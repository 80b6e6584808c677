/// Turns rich text, a small HTML that anyone may have written, into plain text.
///
/// Blocks become lines, list items get a mark, a link is followed by its target in parentheses unless
/// its label says the same, scripts and comments go, character references are decoded.
///
///     var richText = RichText()
///     var text: [UInt8] = []
///     let facts = richText.plain(html, appendingTo: &text)
///     // <b>See</b> <a href="https://x.org/a">this</a><br>&amp; tell <span class="mention" abbr="7">@Ann</span>
///     // See this (https://x.org/a)
///     // & tell @Ann            facts.mentionedUserIds == ["7"], facts.hasLink
///
/// Time is linear in the size, whatever the input; no text in it is lost; the result is valid UTF-8
/// and has no control characters but line feeds and tabs. Text without markup is copied, the simple
/// well-formed markup that Circuit's own clients write is read directly, and everything else goes
/// through a bounding pass into an HTML parser, with the same result.
public struct RichText {
  /// Changes with the rules, so that an index knows texts that were made by other ones.
  public static let version = "1"

  private var writer = PlainTextWriter()
  private var bounds = MarkupBounds()

  /// A converter, with memory of its own that it uses again and again.
  public init() {}

  /// Appends the plain text of `html`.
  ///
  /// - Parameters:
  ///   - html: Rich text. Bytes that are not UTF-8 become U+FFFD.
  ///   - output: Gets the plain text, without white space at its ends.
  /// - Returns: What else the text holds.
  public mutating func plain(
    _ html: UnsafeBufferPointer<UInt8>,
    appendingTo output: inout [UInt8]
  ) -> RichTextFacts {
    guard UTF8Check.isValid(html) else {
      return String(decoding: html, as: UTF8.self).withContiguousUTF8 {
        convert($0, appendingTo: &output)
      }
    }
    return convert(html, appendingTo: &output)
  }

  /// As `plain`, but always by way of the parser: what the quicker ways are tested against.
  package mutating func plainByParser(
    _ html: UnsafeBufferPointer<UInt8>,
    appendingTo output: inout [UInt8]
  ) -> RichTextFacts {
    var facts = RichTextFacts()
    writer.begin(exchange(&output))
    parse(html, &facts)
    return finish(facts, into: &output)
  }

  private mutating func convert(
    _ html: UnsafeBufferPointer<UInt8>,
    appendingTo output: inout [UInt8]
  ) -> RichTextFacts {
    var facts = RichTextFacts()
    writer.begin(exchange(&output))
    var scanner = SimpleMarkup(html)
    if !scanner.write(to: &writer, &facts) {
      writer.undo()
      facts = RichTextFacts()
      parse(html, &facts)
    }
    return finish(facts, into: &output)
  }

  private mutating func parse(_ html: UnsafeBufferPointer<UInt8>, _ facts: inout RichTextFacts) {
    bounds.rewrite(html)
    bounds.output.withUnsafeBufferPointer { bounded in
      guard let tree = MarkupTree(bounded) else { return }
      tree.write(to: &writer, &facts)
    }
  }

  private mutating func finish(_ facts: RichTextFacts, into output: inout [UInt8]) -> RichTextFacts
  {
    var facts = facts
    output = writer.finish()
    facts.hasLink = writer.hasLink
    return facts
  }
}

extension String {
  fileprivate func withContiguousUTF8<T>(_ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
    var copy = self
    return copy.withUTF8(body)
  }
}
