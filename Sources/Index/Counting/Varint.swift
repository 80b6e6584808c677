/// Reads numbers that are packed seven bits a byte, the lowest first.
struct VarintReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether all is read.
  var isAtEnd: Bool { place >= bytes.count }

  /// The next byte as it is; 0 after the end.
  mutating func byte() -> UInt8 {
    guard place < bytes.count else { return 0 }
    defer { place += 1 }
    return bytes[place]
  }

  /// The next number; 0 after the end.
  mutating func number() -> Int64 {
    // Nearly all of them.
    let first = byte()
    if first < 0x80 { return Int64(first) }
    var result = UInt64(first & 0x7f)
    var shift: UInt64 = 7
    while shift < 64 {
      let byte = byte()
      result |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Int64(bitPattern: result)
  }

  /// Passes over some numbers.
  mutating func skip(_ count: Int) {
    for _ in 0..<count { _ = number() }
  }
}

extension [UInt8] {
  /// Adds a number as `VarintReader` reads it.
  mutating func append(varint number: Int64) {
    var rest = UInt64(bitPattern: number)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}
