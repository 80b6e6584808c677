/// Gzip without compression (RFC 1951's stored blocks in RFC 1952's frame): enough to prove that a
/// client decodes it, at the price of a checksum.
enum Gzip {
  private static let largestBlock = 65_535

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320
    }
  }

  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    // Deflate, no flags, no time, an unknown system.
    var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    result.reserveCapacity(bytes.count + bytes.count / largestBlock * 5 + 32)
    var place = 0
    repeat {
      let count = min(largestBlock, bytes.count - place)
      result.append(place + count == bytes.count ? 1 : 0)
      result.append(littleEndian: UInt16(count))
      result.append(littleEndian: ~UInt16(count))
      result += bytes[place..<place + count]
      place += count
    } while place < bytes.count
    result.append(littleEndian: checksum(bytes))
    result.append(littleEndian: UInt32(truncatingIfNeeded: bytes.count))
    return result
  }

  /// CRC-32, as gzip has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
