/// The members of a JSON object, as ranges of its bytes.
///
/// Made for remainders, which the decoder has checked: strings and brackets are followed, the rest is
/// taken as it stands.
struct JSONMembers {
  /// A member: its key without the quotes, and its value.
  struct Member {
    var key: Range<Int>
    var value: Range<Int>
  }

  private(set) var members: [Member] = []

  /// Finds the members of the object in `bytes`.
  ///
  /// - Parameter bytes: A minified JSON object.
  /// - Throws: `EncodingProblem.malformedRemainder` if it is none.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(EncodingProblem) {
    guard bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") else {
      throw .malformedRemainder
    }
    if bytes.count == 2 { return }
    var position = 1
    while true {
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        throw .malformedRemainder
      }
      let keyEnd = try Self.stringEnd(bytes, from: position)
      guard keyEnd < bytes.count, bytes[keyEnd] == UInt8(ascii: ":") else {
        throw .malformedRemainder
      }
      let valueEnd = try Self.valueEnd(bytes, from: keyEnd + 1)
      members.append(Member(key: position + 1..<keyEnd - 1, value: keyEnd + 1..<valueEnd))
      position = valueEnd + 1
      if position == bytes.count { return }
    }
  }

  /// Finds the elements of the list in `bytes`.
  ///
  /// - Parameter bytes: A minified JSON list.
  /// - Returns: The elements' places.
  /// - Throws: `EncodingProblem.malformedRemainder` if it is none.
  static func elements(
    of bytes: UnsafeBufferPointer<UInt8>
  ) throws(EncodingProblem) -> [Range<Int>] {
    guard bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") else {
      throw .malformedRemainder
    }
    var elements: [Range<Int>] = []
    var position = 1
    while bytes.count > 2, position < bytes.count {
      let end = try valueEnd(bytes, from: position)
      elements.append(position..<end)
      position = end + 1
    }
    return elements
  }

  /// The place behind the closing quote of the string at `start`.
  private static func stringEnd(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) throws(EncodingProblem) -> Int {
    var position = start + 1
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") { return position + 1 }
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    throw .malformedRemainder
  }

  /// Where the value at `start` ends: at the comma or the closing brace of the object around it.
  private static func valueEnd(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) throws(EncodingProblem) -> Int {
    var position = start
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position = try stringEnd(bytes, from: position)
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return try ended(position, after: start) }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0:
        return try ended(position, after: start)
      default: break
      }
      position += 1
    }
    throw .malformedRemainder
  }

  private static func ended(_ end: Int, after start: Int) throws(EncodingProblem) -> Int {
    guard end > start else { throw .malformedRemainder }
    return end
  }
}
