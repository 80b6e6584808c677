/// Bytes of JSON on their way to a file.
///
/// A tenant of ten million items is 6 GB, so lines are put together from bytes, never from `String`s.
struct ByteBuffer {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Drops what was appended after the buffer held `count` bytes.
  mutating func cut(to count: Int) { bytes.removeSubrange(count...) }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  mutating func append(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    )
  }

  mutating func append(_ source: [UInt8], _ range: Range<Int>) {
    source.withUnsafeBufferPointer { bytes.append(contentsOf: $0[range]) }
  }

  /// Appends once more what the buffer has at `range`.
  mutating func append(copyOf range: Range<Int>) {
    for index in range { bytes.append(bytes[index]) }
  }

  mutating func append(bytes more: [UInt8]) { bytes.append(contentsOf: more) }

  mutating func append(number: Int) {
    guard number >= 10 else {
      if number >= 0 {
        bytes.append(UInt8(truncatingIfNeeded: number) + 0x30)
      } else {
        bytes.append(contentsOf: String(number).utf8)
      }
      return
    }
    var power = 1
    while power <= number / 10 { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(truncatingIfNeeded: number / power % 10) + 0x30)
      power /= 10
    }
  }

  /// `number` with a leading zero below ten.
  mutating func append(twoDigits number: Int) {
    bytes.append(UInt8(truncatingIfNeeded: number / 10) + 0x30)
    bytes.append(UInt8(truncatingIfNeeded: number % 10) + 0x30)
  }

  mutating func append(_ flag: Bool) { append(flag ? "true" : "false") }

  mutating func append(_ identifier: Identifier) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 36) { text in
      var place = 0
      for half in [identifier.high, identifier.low] {
        var shift = 60
        while shift >= 0 {
          if place == 8 || place == 13 || place == 18 || place == 23 {
            text[place] = UInt8(ascii: "-")
            place += 1
          }
          let digit = UInt8(truncatingIfNeeded: half &>> UInt64(shift) & 0xF)
          text[place] = digit < 10 ? digit + 0x30 : digit + 0x57
          place += 1
          shift -= 4
        }
      }
      bytes.append(contentsOf: UnsafeBufferPointer(text))
    }
  }
}
