/// JSON values as bytes, for the answers that the server puts together itself.
enum JSON {
  static func string(_ text: String) -> [UInt8] {
    var buffer = ByteBuffer(capacity: text.utf8.count + 2)
    buffer.append(quoted: text)
    return buffer.bytes
  }

  static func number(_ number: Int) -> [UInt8] { Array(String(number).utf8) }

  static func flag(_ flag: Bool) -> [UInt8] { Array((flag ? "true" : "false").utf8) }

  static func list(_ values: some Sequence<[UInt8]>) -> [UInt8] {
    var result: [UInt8] = [UInt8(ascii: "[")]
    for value in values {
      if result.count > 1 { result.append(UInt8(ascii: ",")) }
      result += value
    }
    result.append(UInt8(ascii: "]"))
    return result
  }

  static func strings(_ texts: some Sequence<String>) -> [UInt8] { list(texts.map(string)) }

  /// An object; members whose value is nil are left out.
  static func object(_ members: KeyValuePairs<String, [UInt8]?>) -> [UInt8] {
    var result: [UInt8] = [UInt8(ascii: "{")]
    for case (let name, let value?) in members {
      if result.count > 1 { result.append(UInt8(ascii: ",")) }
      result += string(name)
      result.append(UInt8(ascii: ":"))
      result += value
    }
    result.append(UInt8(ascii: "}"))
    return result
  }
}
