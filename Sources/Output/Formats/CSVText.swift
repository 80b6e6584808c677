/// Text as a cell of CSV, after RFC 4180.
public enum CSVText {
  /// The cell for a text: quoted when it must be, and harmless in a spreadsheet.
  ///
  /// A spreadsheet runs a cell as a formula when it begins with `=`, `+`, `-`, `@`, a tab or a line
  /// break, also after spaces and in full-width letters; such a cell gets an apostrophe in front
  /// (OWASP, "CSV Injection"). Control characters become `�` or their pictures, line breaks and tabs
  /// stay.
  ///
  ///     CSVText.cell("=1+1, \"x\"")   // "'=1+1, ""x"""
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - isRaw: Whether formulas stay as they are.
  /// - Returns: The cell, quotes included.
  public static func cell(_ text: String, isRaw: Bool = false) -> String {
    var text = withoutControls(text)
    if !isRaw, isFormula(text) { text = "'" + text }
    guard needsQuotes(text) else { return text }
    // Byte by byte: a quote with a combining mark after it is another `Character`, but still a quote.
    var quoted: [UInt8] = [quote]
    for byte in text.utf8 {
      if byte == quote { quoted.append(quote) }
      quoted.append(byte)
    }
    quoted.append(quote)
    return String(decoding: quoted, as: UTF8.self)
  }

  /// Whether a spreadsheet might run the text.
  ///
  /// - Parameter text: Any text.
  /// - Returns: Whether it begins as a formula does.
  public static func isFormula(_ text: String) -> Bool {
    // Spaces and characters that nobody sees do not stop a spreadsheet.
    let start = text.unicodeScalars.first { !isSkipped($0) }
    return start.map(starters.contains) ?? false
  }

  private static func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
    guard !starters.contains(scalar) else { return false }
    return scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
  }

  private static let quote = UInt8(ascii: "\"")

  /// ASCII, full-width and small forms, and what parts cells or lines.
  private static let starters: Set<Unicode.Scalar> = [
    "\t", "\r", "\n",
    "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{FE66}", "\u{FE62}",
    "\u{FE63}", "\u{FE6B}",
  ]

  private static func needsQuotes(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    // Semicolons and tabs part cells where a spreadsheet is set so; edge spaces would be trimmed.
    return first == 0x20 || last == 0x20 || first == 0x27
      || text.utf8.contains { [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D].contains($0) }
  }

  private static func withoutControls(_ text: String) -> String {
    func isKept(_ value: UInt32) -> Bool {
      value >= 0xA0 || value >= 0x20 && value < 0x7F || [0x09, 0x0A, 0x0D].contains(value)
    }
    guard !text.unicodeScalars.allSatisfy({ isKept($0.value) }) else { return text }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard !isKept(scalar.value) else {
        kept.append(scalar)
        continue
      }
      if case .replace(let picture) = ScalarRule(scalar) {
        kept.append(picture)
      } else {
        kept.append("\u{FFFD}")
      }
    }
    return String(kept)
  }
}
