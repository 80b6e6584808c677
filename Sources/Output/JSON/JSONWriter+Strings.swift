extension JSONWriter {
  /// Appends a quoted string; runs of plain bytes are copied whole.
  mutating func appendString(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      var start = 0
      var index = 0
      while index < utf8.count {
        let length = Self.escapedLength(utf8, at: index)
        guard length > 0 else {
          index += 1
          continue
        }
        bytes += utf8[start..<index]
        appendEscape(Self.scalar(utf8, at: index, length: length))
        index += length
        start = index
      }
      bytes += utf8[start...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// How many bytes a character that must be escaped has at `index`; 0 when it may stay.
  private static func escapedLength(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = utf8[index]
    if byte < 0x80 {
      return byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F ? 1 : 0
    }
    // Swift's strings are valid UTF-8: the bytes after a lead byte are there.
    switch byte {
    case 0xC2: return utf8[index + 1] < 0xA0 ? 2 : 0  // U+0080…U+009F
    case 0xD8: return utf8[index + 1] == 0x9C ? 2 : 0  // U+061C
    case 0xE2:
      switch (utf8[index + 1], utf8[index + 2]) {
      case (0x80, 0x8E...0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9): return 3
      default: return 0
      }
    // Some readers, Foundation's among them, drop a byte order mark inside a string.
    case 0xEF: return utf8[index + 1] == 0xBB && utf8[index + 2] == 0xBF ? 3 : 0  // U+FEFF
    default: return 0
    }
  }

  /// The scalar of a character of one to three bytes.
  private static func scalar(
    _ utf8: UnsafeBufferPointer<UInt8>,
    at index: Int,
    length: Int
  ) -> UInt32 {
    guard length > 1 else { return UInt32(utf8[index]) }
    let lead = UInt32(utf8[index]) & (length == 2 ? 0x1F : 0x0F)
    return (1..<length).reduce(lead) { $0 << 6 | UInt32(utf8[index + $1]) & 0x3F }
  }

  private mutating func appendEscape(_ scalar: UInt32) {
    switch scalar {
    case 0x22: bytes += "\\\"".utf8
    case 0x5C: bytes += "\\\\".utf8
    case 0x08: bytes += "\\b".utf8
    case 0x09: bytes += "\\t".utf8
    case 0x0A: bytes += "\\n".utf8
    case 0x0C: bytes += "\\f".utf8
    case 0x0D: bytes += "\\r".utf8
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes += "\\u".utf8
      for shift: UInt32 in [12, 8, 4, 0] { bytes.append(digits[Int(scalar >> shift & 0xF)]) }
    }
  }
}
