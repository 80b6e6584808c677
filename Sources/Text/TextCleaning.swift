/// The copy of a raw text that is indexed and shown: valid UTF-8 without what could harm a reader.
///
/// Invalid UTF-8 becomes U+FFFD (as `String(decoding:as:)` does it), line ends of all kinds become
/// `\n`, and other control characters (C0 except `\t`, DEL, C1), byte order marks and the
/// characters that embed, override or isolate a writing direction (U+202A…U+202E, U+2066…U+2069)
/// are removed.
public enum TextCleaning {
  /// Appends the clean copy of `raw` to `buffer`.
  ///
  /// - Parameters:
  ///   - raw: Any bytes.
  ///   - buffer: Where the copy goes.
  public static func clean(_ raw: UnsafeBufferPointer<UInt8>, into buffer: inout [UInt8]) {
    guard let base = raw.baseAddress else { return }
    var index = 0
    var copied = 0
    while true {
      index = endOfPlainText(base, from: index, count: raw.count)
      guard index < raw.count else { break }
      let scalar = DecodedScalar(base, at: index, of: raw.count)
      let next = index + scalar.length
      let replacement = replacement(for: scalar.value)
      if case .itself = replacement {
        index = next
        continue
      }
      buffer.append(contentsOf: raw[copied..<index])
      if case .bytes(let bytes) = replacement {
        // A carriage return before a line feed goes; alone it is a line end.
        let isPair = scalar.value == 0x0D && next < raw.count && raw[next] == 0x0A
        buffer.append(contentsOf: isPair ? [] : bytes)
      }
      index = next
      copied = next
    }
    buffer.append(contentsOf: raw[copied...])
  }

  /// The clean copy of a string.
  ///
  /// - Parameter raw: Any text.
  /// - Returns: The copy.
  public static func clean(_ raw: String) -> String {
    var raw = raw
    return raw.withUTF8 { bytes in
      var buffer: [UInt8] = []
      buffer.reserveCapacity(bytes.count)
      clean(bytes, into: &buffer)
      return String(decoding: buffer, as: UTF8.self)
    }
  }

  private enum Replacement {
    case itself
    case nothing
    case bytes([UInt8])
  }

  private static let lineFeed = Replacement.bytes([0x0A])
  private static let replacementCharacter = Replacement.bytes([0xEF, 0xBF, 0xBD])

  private static func replacement(for scalar: UInt32) -> Replacement {
    switch scalar {
    case 0x09, 0x0A: .itself
    case 0x0B...0x0D, 0x85: lineFeed
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: .nothing
    case DecodedScalar.invalid: replacementCharacter
    default: .itself
    }
  }

  /// The first byte at or after `index` that is not `\n` or a printable ASCII character.
  private static func endOfPlainText(
    _ bytes: UnsafePointer<UInt8>,
    from index: Int,
    count: Int
  ) -> Int {
    var index = index
    while index < count {
      while index + 8 <= count, isPlain(UnsafeRawPointer(bytes + index)) {
        index += 8
      }
      guard index < count else { break }
      let byte = bytes[index]
      guard byte >= 0x20 && byte < 0x7F || byte == 0x0A else { break }
      index += 1
    }
    return index
  }

  /// Whether eight bytes are all printable ASCII.
  ///
  /// Adding 1 sets the high bit of 0x7F; subtracting 0x20 borrows from a byte below it, and a
  /// borrow that runs on to the next byte only ever makes the answer false.
  @inline(__always)
  private static func isPlain(_ bytes: UnsafeRawPointer) -> Bool {
    let word = bytes.loadUnaligned(as: UInt64.self)
    let high: UInt64 = 0x8080_8080_8080_8080
    let deletes = word &+ 0x0101_0101_0101_0101
    let controls = word &- 0x2020_2020_2020_2020
    return (word | deletes | controls) & high == 0
  }
}
