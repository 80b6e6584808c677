/// JSON strings.
enum JSONText {
  /// Appends a text as a JSON string, quotes included.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8; NULs and other control characters are escaped.
  ///   - output: Gets the string.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    output.append(quote)
    var start = 0
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x20 || byte == quote || byte == backslash else { continue }
      output.append(contentsOf: text[start..<index])
      appendEscape(of: byte, to: &output)
      start = index + 1
    }
    output.append(contentsOf: text[start...])
    output.append(quote)
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  private static func appendEscape(of byte: UInt8, to output: inout [UInt8]) {
    output.append(backslash)
    switch byte {
    case quote, backslash: output.append(byte)
    case 0x0A: output.append(UInt8(ascii: "n"))
    case 0x0D: output.append(UInt8(ascii: "r"))
    case 0x09: output.append(UInt8(ascii: "t"))
    default:
      output.append(contentsOf: "u00".utf8)
      output.append(contentsOf: [digit(byte >> 4), digit(byte & 0xF)])
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
