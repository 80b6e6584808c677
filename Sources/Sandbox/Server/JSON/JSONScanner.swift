/// Finds the parts of JSON text by their places in it.
enum JSONScanner {
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  /// Calls `body` for each member of the object that fills `range`.
  ///
  /// - Returns: False when there is no such object; members before the fault have been given by then.
  static func forEachMember(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    _ body: (JSONObject.Member) -> Void
  ) -> Bool {
    var place = skipSpace(bytes, range.lowerBound, range.upperBound)
    guard place < range.upperBound, bytes[place] == UInt8(ascii: "{") else { return false }
    place = skipSpace(bytes, place + 1, range.upperBound)
    if place < range.upperBound, bytes[place] == UInt8(ascii: "}") {
      return skipSpace(bytes, place + 1, range.upperBound) == range.upperBound
    }
    while true {
      guard place < range.upperBound, bytes[place] == quote,
        let nameEnd = end(of: place, bytes, range.upperBound)
      else { return false }
      let name = place + 1..<nameEnd - 1
      place = skipSpace(bytes, nameEnd, range.upperBound)
      guard place < range.upperBound, bytes[place] == UInt8(ascii: ":") else { return false }
      let start = skipSpace(bytes, place + 1, range.upperBound)
      guard let valueEnd = end(of: start, bytes, range.upperBound) else { return false }
      body(JSONObject.Member(name: name, value: start..<valueEnd))
      place = skipSpace(bytes, valueEnd, range.upperBound)
      guard place < range.upperBound else { return false }
      switch bytes[place] {
      case UInt8(ascii: ","): place = skipSpace(bytes, place + 1, range.upperBound)
      case UInt8(ascii: "}"):
        return skipSpace(bytes, place + 1, range.upperBound) == range.upperBound
      default: return false
      }
    }
  }

  /// Where the elements of the list that fills `range` stand; nil when there is no list.
  static func elements(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>]? {
    guard let first = range.first, bytes[first] == UInt8(ascii: "[") else { return nil }
    var found: [Range<Int>] = []
    var place = skipSpace(bytes, range.lowerBound + 1, range.upperBound)
    while place < range.upperBound, bytes[place] != UInt8(ascii: "]") {
      guard let end = end(of: place, bytes, range.upperBound) else { return nil }
      found.append(place..<end)
      place = skipSpace(bytes, end, range.upperBound)
      if place < range.upperBound, bytes[place] == UInt8(ascii: ",") {
        place = skipSpace(bytes, place + 1, range.upperBound)
      }
    }
    return found
  }

  /// Whether the bytes at `range` are `text`.
  static func equal(_ bytes: [UInt8], _ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    for offset in 0..<range.count where bytes[range.lowerBound + offset] != wanted[offset] {
      return false
    }
    return true
  }

  private static func skipSpace(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    var place = start
    while place < limit, bytes[place] <= 0x20 { place += 1 }
    return place
  }

  /// The end of the value that starts at `start`; nil when it has none before `limit`.
  private static func end(of start: Int, _ bytes: [UInt8], _ limit: Int) -> Int? {
    guard start < limit else { return nil }
    switch bytes[start] {
    case quote: return endOfString(from: start, bytes, limit)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return endOfBrackets(from: start, bytes, limit)
    default:
      var place = start
      while place < limit, !isDelimiter(bytes[place]) { place += 1 }
      return place == start ? nil : place
    }
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}")
      || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ":") || byte == quote
  }

  private static func endOfString(from start: Int, _ bytes: [UInt8], _ limit: Int) -> Int? {
    var place = start + 1
    while place < limit {
      switch bytes[place] {
      case quote: return place + 1
      case backslash: place += 2
      default: place += 1
      }
    }
    return nil
  }

  private static func endOfBrackets(from start: Int, _ bytes: [UInt8], _ limit: Int) -> Int? {
    var depth = 0
    var place = start
    while place < limit {
      switch bytes[place] {
      case quote:
        guard let end = endOfString(from: place, bytes, limit) else { return nil }
        place = end
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return place + 1 }
      default: break
      }
      place += 1
    }
    return nil
  }
}
