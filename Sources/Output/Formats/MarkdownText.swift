/// Text that Markdown shows as it is, in a cell of a table or in a paragraph.
public enum MarkdownText {
  /// The text with everything escaped that Markdown or HTML would act on, on one line.
  ///
  /// Pipes, backticks, emphasis, brackets and backslashes get a backslash, angle brackets and
  /// ambiguous ampersands become entities, line breaks become spaces, controls and bidirectional
  /// controls go; text with right-to-left letters is isolated, so that the pipes keep their order.
  ///
  ///     MarkdownText.escaped("a|b <i>")   // a\|b &lt;i&gt;
  ///
  /// - Parameter text: Any text.
  /// - Returns: Markdown that shows the text.
  public static func escaped(_ text: String) -> String {
    let scalars = Array(TerminalText.safe(text).unicodeScalars)
    let blockSign = blockSign(scalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "&" where isEntity(scalars[(index + 1)...]):
        result.append(contentsOf: "&amp;".unicodeScalars)
      case "\\", "|", "`", "*", "[", "]", "~":
        result.append("\\")
        result.append(scalar)
      case "_" where !isInsideWord(scalars, index):
        result.append("\\")
        result.append(scalar)
      case _ where index == blockSign:
        result.append("\\")
        result.append(scalar)
      default: result.append(scalar)
      }
    }
    let escaped = String(result)
    guard scalars.contains(where: \.isRightToLeft) else { return escaped }
    return "\u{2068}\(escaped)\u{2069}"
  }

  /// Whether an ampersand before these would begin an entity; others stay, for links' sake.
  private static func isEntity(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = rest.prefix(40).prefix { $0 == "#" || isLetter($0) }
    return !name.isEmpty && rest.dropFirst(name.count).first == ";"
  }

  /// An underscore between letters is no emphasis, and a link needs it as it is.
  private static func isInsideWord(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    index > 0 && index + 1 < scalars.count
      && isLetter(scalars[index - 1]) && isLetter(scalars[index + 1])
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
  }

  /// Where a sign stands at the start that would make a heading or a list of a paragraph.
  private static func blockSign(_ scalars: [Unicode.Scalar]) -> Int? {
    guard let start = scalars.firstIndex(where: { $0 != " " }) else { return nil }
    if blockSigns.contains(scalars[start]) { return start }
    let end = scalars[start...].firstIndex { !("0"..."9").contains($0) } ?? scalars.endIndex
    let isNumber = end > start && end < scalars.endIndex
    return isNumber && [".", ")"].contains(scalars[end]) ? end : nil
  }

  private static let blockSigns: Set<Unicode.Scalar> = ["#", "+", "-", "="]
}
