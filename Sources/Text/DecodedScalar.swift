/// The next scalar of a byte text that may be anything.
struct DecodedScalar {
  /// The scalar's value, or `invalid`.
  let value: UInt32
  /// How many bytes it takes, 1…4.
  ///
  /// Of invalid UTF-8 it is the longest part that begins a scalar (at least 1),
  /// so that replacing each gives what `String(decoding:as:)` gives.
  let length: Int

  /// What stands for bytes that are not UTF-8.
  static let invalid = UInt32.max

  var isInvalid: Bool { value == Self.invalid }

  /// Decodes the scalar at `index`, which is below `count`.
  @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>, at index: Int, of count: Int) {
    let first = bytes[index]
    switch first {
    case 0..<0x80:
      self.init(value: UInt32(first), length: 1)
    case 0xC2..<0xE0:
      self.init(bytes, at: index, of: count, bits: first & 0x1F, tail: 1, second: 0x80...0xBF)
    case 0xE0..<0xF0:
      let second: ClosedRange<UInt8> =
        first == 0xE0 ? 0xA0...0xBF : first == 0xED ? 0x80...0x9F : 0x80...0xBF
      self.init(bytes, at: index, of: count, bits: first & 0x0F, tail: 2, second: second)
    case 0xF0..<0xF5:
      let second: ClosedRange<UInt8> =
        first == 0xF0 ? 0x90...0xBF : first == 0xF4 ? 0x80...0x8F : 0x80...0xBF
      self.init(bytes, at: index, of: count, bits: first & 0x07, tail: 3, second: second)
    default:
      self.init(value: Self.invalid, length: 1)
    }
  }

  @inline(__always)
  private init(value: UInt32, length: Int) {
    self.value = value
    self.length = length
  }

  /// Decodes `tail` more bytes; the range of the second excludes overlong forms and surrogates.
  @inline(__always)
  private init(
    _ bytes: UnsafePointer<UInt8>,
    at index: Int,
    of count: Int,
    bits: UInt8,
    tail: Int,
    second: ClosedRange<UInt8>
  ) {
    var scalar = UInt32(bits)
    var range = second
    for offset in 1...tail {
      guard index + offset < count, range.contains(bytes[index + offset]) else {
        value = Self.invalid
        length = offset
        return
      }
      scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F)
      range = 0x80...0xBF
    }
    value = scalar
    length = tail + 1
  }
}

extension UnsafeMutablePointer<UInt8> {
  /// Writes `scalar`, a valid one, as UTF-8.
  /// - Parameter scalar: A Unicode scalar value.
  /// - Returns: How many bytes were written, 1…4.
  @inline(__always)
  func encode(_ scalar: UInt32) -> Int {
    if scalar < 0x80 {
      self[0] = UInt8(truncatingIfNeeded: scalar)
      return 1
    }
    if scalar < 0x800 {
      self[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      self[1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 2
    }
    if scalar < 0x10000 {
      self[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      self[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      self[2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 3
    }
    self[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
    self[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
    self[2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
    self[3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
    return 4
  }
}
