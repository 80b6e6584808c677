/// Whether bytes are UTF-8.
enum UTF8Check {
  /// Whether all of `bytes` are valid UTF-8; runs of ASCII are passed eight bytes at a time.
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var position = 0
    while position < raw.count {
      if position + 8 <= raw.count,
        raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        position += 8
        continue
      }
      guard let length = sequenceLength(bytes, at: position) else { return false }
      position += length
    }
    return true
  }

  /// The length of the sequence at `position`, `nil` if it is not valid: table 3-7 of the Unicode
  /// Standard.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int?
  {
    let lead = bytes[position]
    if lead < 0x80 { return 1 }
    let length: Int
    switch lead {
    case 0xC2..<0xE0: length = 2
    case 0xE0..<0xF0: length = 3
    case 0xF0..<0xF5: length = 4
    default: return nil
    }
    guard position + length <= bytes.count else { return nil }
    let second = bytes[position + 1]
    let allowed: ClosedRange<UInt8> =
      switch lead {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard allowed.contains(second) else { return nil }
    for index in 2..<max(length, 2) where bytes[position + index] & 0xC0 != 0x80 { return nil }
    return length
  }
}
