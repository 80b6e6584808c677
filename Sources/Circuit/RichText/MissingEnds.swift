internal import Glibc

/// Searches for ends of things, of which each fails at most once in a text: what does not occur
/// behind one place does not occur behind a later one.
struct MissingEnds {
  enum Kind: Int, CaseIterable {
    /// `>`
    case tag
    /// `"`
    case doubleQuote
    /// `'`
    case singleQuote
    /// `-->` or `--!>`
    case comment
    /// `</script` and the tag's end
    case script
    /// `</style` and the tag's end
    case style
  }

  private var missing: UInt8 = 0  // a bit for each kind

  /// The place behind the first end at or behind `start`, `nil` if there is none.
  ///
  /// From call to call `start` never goes back.
  mutating func search(
    for kind: Kind,
    in bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int? {
    let bit = UInt8(1) << UInt8(kind.rawValue)
    guard missing & bit == 0 else { return nil }
    let end =
      switch kind {
      case .tag: Self.find(UInt8(ascii: ">"), in: bytes, from: start)
      case .doubleQuote: Self.find(UInt8(ascii: "\""), in: bytes, from: start)
      case .singleQuote: Self.find(UInt8(ascii: "'"), in: bytes, from: start)
      case .comment: Self.findCommentEnd(in: bytes, from: start)
      case .script: Self.findEndTag("script", in: bytes, from: start)
      case .style: Self.findEndTag("style", in: bytes, from: start)
      }
    if end == nil { missing |= bit }
    return end
  }

  private static func find(
    _ byte: UInt8,
    in bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count else { return nil }
    let found = memchr(base + start, Int32(byte), bytes.count - start)
    return found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) + 1 }
  }

  private static func findCommentEnd(
    in bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int? {
    var position = start
    while let behind = find(UInt8(ascii: ">"), in: bytes, from: position) {
      var dash = behind - 2
      if dash > start, bytes[dash] == UInt8(ascii: "!") { dash -= 1 }
      if dash > start, bytes[dash] == UInt8(ascii: "-"), bytes[dash - 1] == UInt8(ascii: "-") {
        return behind
      }
      // `<!-->`: the dashes of the start are those of the end.
      if behind - 1 == start + 2 { return behind }
      position = behind
    }
    return nil
  }

  private static func findEndTag(
    _ name: StaticString,
    in bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int? {
    var position = start
    let length = name.utf8CodeUnitCount
    while let behind = find(UInt8(ascii: "<"), in: bytes, from: position) {
      position = behind
      guard behind + length < bytes.count, bytes[behind] == UInt8(ascii: "/") else { continue }
      let isNamed = name.withUTF8Buffer { wanted in
        wanted.indices.allSatisfy { bytes[behind + 1 + $0] | 0x20 == wanted[$0] }
      }
      if isNamed { return find(UInt8(ascii: ">"), in: bytes, from: behind + 1 + length) }
    }
    return nil
  }
}
