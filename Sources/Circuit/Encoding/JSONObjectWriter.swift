/// Writes a JSON object from fields and the remainder that goes with them, the remainder winning.
///
/// Fields that are absent (`nil`, an empty list) are left out: where the source had them, empty, the
/// remainder says so. Text is written so that nothing in it can end its string.
public struct JSONObjectWriter {
  private(set) var output: [UInt8]
  private let remainder: UnsafeBufferPointer<UInt8>
  private var members: [JSONMembers.Member]
  private var needsComma = false

  /// Starts an object that has no remainder.
  init() {
    remainder = UnsafeBufferPointer(start: nil, count: 0)
    members = []
    output = [UInt8(ascii: "{")]
  }

  /// Starts an object behind `output`.
  ///
  /// - Parameters:
  ///   - remainder: The object's remainder, which must outlive the writer.
  ///   - output: What is written already.
  /// - Throws: `EncodingProblem` if the remainder is no JSON object.
  init(remainder: ByteSpan, appendingTo output: consuming [UInt8]) throws(EncodingProblem) {
    self.remainder = remainder.bytes
    members = remainder.isPresent ? try JSONMembers(remainder.bytes).members : []
    self.output = output
    self.output.append(UInt8(ascii: "{"))
  }

  /// Writes a text.
  ///
  /// - Parameters:
  ///   - name: The member's name.
  ///   - value: Its value; nothing is written if it is `nil`.
  public mutating func member(_ name: StaticString, _ value: String?) {
    guard var value, begin(name) else { return }
    value.withUTF8 { JSONText.append($0, to: &output) }
  }

  /// Writes a number.
  ///
  /// - Parameters:
  ///   - name: The member's name.
  ///   - value: Its value; nothing is written if it is `nil`.
  public mutating func member(_ name: StaticString, _ value: Int64?) {
    guard let value, begin(name) else { return }
    output.append(contentsOf: String(value).utf8)
  }

  /// Writes a list of texts.
  ///
  /// - Parameters:
  ///   - name: The member's name.
  ///   - value: Its value; nothing is written if it is empty.
  public mutating func member(_ name: StaticString, _ value: [String]) {
    member(name, count: value.count) { index, output in
      var text = value[index]
      text.withUTF8 { JSONText.append($0, to: &output) }
    }
  }

  mutating func member(_ name: StaticString, _ value: ByteSpan) {
    guard value.isPresent, begin(name) else { return }
    JSONText.append(value.bytes, to: &output)
  }

  mutating func member(_ name: StaticString, _ value: Bool?) {
    guard let value, begin(name) else { return }
    output.append(contentsOf: (value ? "true" : "false").utf8)
  }

  mutating func member(_ name: StaticString, _ value: [ByteSpan]) {
    member(name, count: value.count) { JSONText.append(value[$0].bytes, to: &$1) }
  }

  /// Writes a list of `count` elements, of which `element` appends each.
  mutating func member(
    _ name: StaticString,
    count: Int,
    element: (Int, inout [UInt8]) throws -> Void
  ) rethrows {
    guard count > 0, begin(name) else { return }
    output.append(UInt8(ascii: "["))
    for index in 0..<count {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      try element(index, &output)
    }
    output.append(UInt8(ascii: "]"))
  }

  /// Takes a nested object's own remainder out of this one, so that the two can be merged; `nil` if
  /// there is something else in its place, which wins.
  mutating func takeRemainder(of name: StaticString) -> ByteSpan? {
    guard let index = members.lastIndex(where: { isNamed($0, name) }) else { return .absent }
    let value = UnsafeBufferPointer(rebasing: remainder[members[index].value])
    guard value.first == UInt8(ascii: "{") else { return nil }
    members = members.filter { !isNamed($0, name) }
    return ByteSpan(value)
  }

  /// Writes a nested object, whose remainder has been taken.
  mutating func object(
    _ name: StaticString,
    remainder: ByteSpan,
    _ body: (inout JSONObjectWriter) -> Void
  ) throws(EncodingProblem) {
    guard begin(name) else { return }
    var nested = try JSONObjectWriter(remainder: remainder, appendingTo: exchange(&output))
    body(&nested)
    output = nested.finish()
  }

  /// Ends the object with what the remainder has and gives all that is written.
  consuming func finish() -> [UInt8] {
    for member in members {
      if needsComma { output.append(UInt8(ascii: ",")) }
      needsComma = true
      output.append(contentsOf: remainder[member.key.lowerBound - 1..<member.value.upperBound])
    }
    output.append(UInt8(ascii: "}"))
    return output
  }

  /// Starts a member, unless the remainder has it.
  private mutating func begin(_ name: StaticString) -> Bool {
    guard !members.contains(where: { isNamed($0, name) }) else { return false }
    if needsComma { output.append(UInt8(ascii: ",")) }
    needsComma = true
    output.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { output.append(contentsOf: $0) }
    output.append(UInt8(ascii: "\""))
    output.append(UInt8(ascii: ":"))
    return true
  }

  private func isNamed(_ member: JSONMembers.Member, _ name: StaticString) -> Bool {
    guard member.key.count == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { $0.elementsEqual(remainder[member.key]) }
  }
}
