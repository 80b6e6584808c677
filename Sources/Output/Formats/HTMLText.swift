/// Text made harmless for HTML and SVG: what is written shows as it is, between tags or in an attribute.
public enum HTMLText {
  /// The text with everything escaped that HTML or XML would act on, on one line.
  ///
  /// Controls and bidirectional controls go as they do for a terminal.
  ///
  ///     HTMLText.escaped("<b title=\"x\">")   // &lt;b title=&quot;x&quot;&gt;
  ///
  /// - Parameter text: Any text.
  /// - Returns: Markup that shows the text.
  public static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    // Scalar by scalar: `<` with a combining mark after it is another `Character`, but still opens a tag.
    for scalar in TerminalText.safe(text).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      // Noncharacters are errors in XML.
      case "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The escaped text; what reads from right to left is kept from disturbing what stands beside it.
  ///
  /// - Parameter text: Any text.
  /// - Returns: Markup that shows the text, for a place where an element may be.
  public static func isolated(_ text: String) -> String {
    let escaped = escaped(text)
    return escaped.unicodeScalars.contains(where: \.isRightToLeft)
      ? "<bdi>\(escaped)</bdi>" : escaped
  }
}
