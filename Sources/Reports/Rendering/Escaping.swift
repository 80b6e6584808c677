/// How text is made harmless where it goes.
///
/// The one place where this module knows of it.
enum Escaping {
  /// A JSON string, in quotes.
  static func json(_ text: String) -> String {
    // Most texts have nothing to escape: 0xc2 and 0xe2 begin the controls and separators below.
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != 0x22 && byte != 0x5c && byte != 0x7f && byte != 0xc2 && byte != 0xe2
    }
    if isPlain { return "\"\(text)\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      // U+2028 and U+2029 end a line in JavaScript, and so in a page that holds the JSON.
      case "\0"..<" ", "\u{7f}"..<"\u{a0}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A CSV cell; one that a spreadsheet would run gets an apostrophe, unless `raw`.
  static func csv(_ text: String, raw: Bool) -> String {
    let start = text.unicodeScalars.drop { $0.properties.isWhitespace || $0.value < 0x20 }.first
    let runs = start.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
    let starts = text.unicodeScalars.first.map { "\t\r".unicodeScalars.contains($0) } ?? false
    let cell = !raw && (runs || starts) ? "'" + text : text
    guard cell.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return cell
    }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// Text within a line of Markdown, also within a table's cell.
  static func markdown(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}": result += " "
      case "\0"..<" ", "\u{7f}"..<"\u{a0}": continue
      case "\u{61c}", "\u{200e}", "\u{200f}", "\u{202a}"..."\u{202e}", "\u{2066}"..."\u{2069}":
        continue
      case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "#", "!", "@", "$", "{", "}":
        result += "\\\(scalar)"
      // GitHub makes links of addresses by themselves.
      case ":" where result.hasSuffix("p") || result.hasSuffix("s"): result += "\\:"
      case "." where result.suffix(3).lowercased() == "www": result += "\\."
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.contains(where: \.isRightToLeft) ? "\u{2068}\(result)\u{2069}" : result
  }
}

extension Character {
  /// Whether it turns the direction of what stands beside it: Hebrew, Arabic and their kin.
  fileprivate var isRightToLeft: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x590...0x8ff, 0xfb1d...0xfdff, 0xfe70...0xfeff, 0x10800...0x10fff, 0x1e800...0x1efff:
        true
      default: false
      }
    }
  }
}
