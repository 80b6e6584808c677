/// JSON as the tests understand it: written apart from the decoder, slow and simple.
///
/// Strings are UTF-16, so that lone surrogates stay what they are; of members with one key the last
/// one counts.
package indirect enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Number)
  case string([UInt16])
  case array([JSONValue])
  case object([[UInt16]: JSONValue])

  package struct Malformed: Error {}

  /// A number as it is written; two are equal if they are the same double.
  package struct Number: Equatable, Sendable {
    package var text: String

    package static func == (a: Number, b: Number) -> Bool { Double(a.text) == Double(b.text) }
  }

  package init(_ bytes: [UInt8]) throws {
    var parser = Parser(units: Array(String(decoding: bytes, as: UTF8.self).utf16))
    self = try parser.document()
  }

  package init(_ text: String) throws {
    try self.init(Array(text.utf8))
  }

  package subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[Array(key.utf16)]
  }

  /// A string's text, with U+FFFD for lone surrogates.
  package var text: String? {
    guard case .string(let units) = self else { return nil }
    return String(decoding: units, as: UTF16.self)
  }
}

private struct Parser {
  var units: [UInt16]
  var position = 0

  mutating func document() throws -> JSONValue {
    let value = try value()
    skipSpace()
    guard position == units.count else { throw JSONValue.Malformed() }
    return value
  }

  private mutating func value() throws -> JSONValue {
    skipSpace()
    switch try peek() {
    case "{": return try object()
    case "[": return try array()
    case "\"": return .string(try string())
    case "t": return try word("true", .bool(true))
    case "f": return try word("false", .bool(false))
    case "n": return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object() throws -> JSONValue {
    var members: [[UInt16]: JSONValue] = [:]
    position += 1
    skipSpace()
    while try peek() != "}" {
      if !members.isEmpty { try take(",") }
      skipSpace()
      let key = try string()
      skipSpace()
      try take(":")
      members[key] = try value()
      skipSpace()
    }
    position += 1
    return .object(members)
  }

  private mutating func array() throws -> JSONValue {
    var elements: [JSONValue] = []
    position += 1
    skipSpace()
    while try peek() != "]" {
      if !elements.isEmpty { try take(",") }
      elements.append(try value())
      skipSpace()
    }
    position += 1
    return .array(elements)
  }

  private mutating func string() throws -> [UInt16] {
    try take("\"")
    var result: [UInt16] = []
    while true {
      let unit = try next()
      switch Unicode.Scalar(unit) {
      case "\"": return result
      case "\\": result.append(try escape())
      default: result.append(unit)
      }
    }
  }

  private mutating func escape() throws -> UInt16 {
    let letters: [Unicode.Scalar: UInt16] = [
      "\"": 0x22, "\\": 0x5C, "/": 0x2F, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9,
    ]
    let letter = try peek()
    position += 1
    if let unit = letters[letter] { return unit }
    guard letter == "u", position + 4 <= units.count else { throw JSONValue.Malformed() }
    let digits = String(decoding: units[position..<position + 4], as: UTF16.self)
    position += 4
    guard let unit = UInt16(digits, radix: 16) else { throw JSONValue.Malformed() }
    return unit
  }

  private mutating func number() throws -> JSONValue {
    let start = position
    while position < units.count, "+-.0123456789eE".utf16.contains(units[position]) {
      position += 1
    }
    let text = String(decoding: units[start..<position], as: UTF16.self)
    guard Double(text) != nil else { throw JSONValue.Malformed() }
    return .number(JSONValue.Number(text: text))
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws -> JSONValue {
    for scalar in word.unicodeScalars { try take(scalar) }
    return value
  }

  private mutating func skipSpace() {
    while position < units.count, [0x20, 0x09, 0x0A, 0x0D].contains(units[position]) {
      position += 1
    }
  }

  private func peek() throws -> Unicode.Scalar {
    guard position < units.count else { throw JSONValue.Malformed() }
    return Unicode.Scalar(units[position]) ?? "\u{FFFD}"
  }

  private mutating func next() throws -> UInt16 {
    guard position < units.count else { throw JSONValue.Malformed() }
    position += 1
    return units[position - 1]
  }

  private mutating func take(_ scalar: Unicode.Scalar) throws {
    guard try peek() == scalar else { throw JSONValue.Malformed() }
    position += 1
  }
}
