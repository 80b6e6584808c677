/// Text made harmless for a terminal and measured in its columns.
///
/// Message text is hostile: an escape sequence could clear the screen, retitle the window or forge
/// output, and a bidirectional override could swap what a reader sees. Whatever goes to a terminal goes
/// through here.
public enum TerminalText {
  /// The text on one line, with nothing a terminal would act on.
  ///
  /// Line breaks and tabs become single spaces; other control characters become their pictures (`␛`
  /// for escape) or `�`; bidirectional controls, zero-width fillers and tag characters go. Letters and
  /// emoji stay, joiners among them.
  ///
  ///     TerminalText.safe("a\u{1B}[31mb\nc")   // "a␛[31mb c"
  ///
  /// - Parameter text: Any text.
  /// - Returns: The same text if it was harmless.
  public static func safe(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    var isAfterBreak = false
    for scalar in text.unicodeScalars {
      let rule = ScalarRule(scalar)
      if case .space = rule {
        // "\r\n" and blank lines are one break.
        if !isAfterBreak { result.append(" ") }
        isAfterBreak = true
        continue
      }
      isAfterBreak = false
      switch rule {
      case .keep, .space: result.append(scalar)
      case .drop: continue
      case .replace(let picture): result.append(picture)
      }
    }
    return String(result)
  }

  /// The text with its lines kept, and nothing else a terminal would act on.
  ///
  /// - Parameter text: Any text.
  /// - Returns: Lines parted by `\n`, tabs widened to spaces.
  public static func safeLines(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { safe(String($0)) }
      .joined(separator: "\n")
  }

  /// How many columns the text takes, once safe.
  ///
  /// - Parameter text: Any text.
  /// - Returns: Columns: two for wide characters and emoji, none for combining marks.
  public static func width(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return Glyph.line(text).columns
  }

  /// The text, safe and cut to a width, `…` for what was cut.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - width: Most columns to take.
  /// - Returns: A text of at most `width` columns.
  public static func truncated(_ text: String, to width: Int) -> String {
    Glyph.line(text).truncated(to: width).map(\.text).joined()
  }

  /// A line that points at part of another: spaces, then carets.
  ///
  ///     TerminalText.caret(under: 2..<3, in: "a (b")   // "  ^"
  ///
  /// - Parameters:
  ///   - range: UTF-8 offsets into the text; cut to the text's length.
  ///   - text: The text as it is shown through `safe` on the line above.
  /// - Returns: One caret at least.
  public static func caret(under range: Range<Int>, in text: String) -> String {
    let bytes = text.utf8
    let from = max(0, min(range.lowerBound, bytes.count))
    let to = max(from, min(range.upperBound, bytes.count))
    let before = width(of: safe(String(decoding: bytes.prefix(from), as: UTF8.self)))
    let part = bytes.dropFirst(from).prefix(to - from)
    let under = width(of: safe(String(decoding: part, as: UTF8.self)))
    return String(repeating: " ", count: before) + String(repeating: "^", count: max(1, under))
  }
}
