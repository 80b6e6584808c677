extension ByteBuffer {
  /// `text` as the inside of a JSON string.
  mutating func append(json text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case UInt8(ascii: "\n"): append("\\n")
      case UInt8(ascii: "\t"): append("\\t")
      case 0..<0x20:
        append("\\u00")
        append(byte: (byte >> 4) + 0x30)
        append(byte: byte & 0xF < 10 ? (byte & 0xF) + 0x30 : (byte & 0xF) + 0x57)
      default: append(byte: byte)
      }
    }
  }

  /// `text` as a JSON string.
  mutating func append(quoted text: String) {
    append("\"")
    append(json: text.utf8)
    append("\"")
  }

  /// `text` as HTML text inside a JSON string.
  mutating func append(html text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "\n"): append("<br>")
      default: append(json: CollectionOfOne(byte))
      }
    }
  }

  /// The name of a JSON member and its string value, after a comma.
  mutating func append(member name: StaticString, _ value: String) {
    append(",\"")
    append(name)
    append("\":")
    append(quoted: value)
  }

  /// The name of a JSON member and its number, after a comma.
  mutating func append(member name: StaticString, _ value: Int) {
    append(",\"")
    append(name)
    append("\":")
    append(number: value)
  }

  /// The name of a JSON member and an identifier as its value, after a comma.
  mutating func append(member name: StaticString, _ value: Identifier) {
    append(",\"")
    append(name)
    append("\":\"")
    append(value)
    append("\"")
  }
}
