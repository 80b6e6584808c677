/// Text for a man page, written so that no formatter takes any of it for a request.
enum RoffText {
  /// The text on one line, within a line of text or an argument of a macro.
  ///
  ///     RoffText.escaped("a -n \\")   // a \-n \e
  ///
  /// - Parameter text: Any text; line breaks become spaces.
  /// - Returns: ASCII that shows the same, and copies from the page as typed.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      // A plain hyphen and plain quotes, not the typographer's: what stands here is typed at a shell.
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "\"": result += "\\(dq"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case " "..."\u{7E}": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      default: result += "\\[u\(hexadecimal(scalar))]"
      }
    }
    return result
  }

  /// The text as a line of its own: a dot at its start is a dot, not a request.
  static func line(_ text: String) -> String {
    let escaped = escaped(text)
    return (escaped.first == "." ? "\\&" : "") + escaped + "\n"
  }

  /// The text over lines of 80 columns, broken at spaces.
  static func lines(_ text: String) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, escaped("\(last) \(word)").utf8.count < 78 {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.map(line).joined()
  }

  /// Four digits at least, as roff wants them.
  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
