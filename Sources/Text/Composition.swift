internal import CUTF8Proc

/// Canonical composition (NFC) of one base and what attaches to it.
enum Composition {
  /// How many scalars one cluster may have; more marks are dropped.
  ///
  /// Unicode's stream-safe text has at most 30.
  static let limit = 32
  /// Room for `limit` scalars decomposed; none has more than four.
  static let capacity = 4 * limit

  /// Composes `buffer[0..<count]` in place.
  /// - Parameters:
  ///   - buffer: Scalars, with room for `capacity`.
  ///   - count: How many there are, at most `limit`.
  /// - Returns: How many there are now.
  static func compose(_ buffer: UnsafeMutablePointer<Int32>, count: Int) -> Int {
    let length = decompose(buffer, count: count)
    reorder(buffer, count: length)
    let options = utf8proc_option_t(UTF8PROC_COMPOSE.rawValue | UTF8PROC_STABLE.rawValue)
    let composed = utf8proc_normalize_utf32(buffer, length, options)
    return composed > 0 ? composed : length
  }

  /// The composition of a few scalars.
  static func composed(_ scalars: [UInt32]) -> [UInt32] {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: capacity) { buffer in
      guard let base = buffer.baseAddress else { return scalars }
      let count = min(scalars.count, limit)
      for index in 0..<count {
        base[index] = Int32(scalars[index])
      }
      let length = compose(base, count: count)
      return buffer.prefix(length).map { UInt32(bitPattern: $0) }
    }
  }

  /// Joins two characters of Hangul into a syllable (Unicode 15.0, section 3.12).
  /// - Parameters:
  ///   - first: A leading consonant, or a syllable without a final consonant.
  ///   - second: A vowel or a final consonant.
  /// - Returns: The syllable, or nil when the two do not join.
  @inline(__always)
  static func syllable(_ first: UInt32, _ second: UInt32) -> UInt32? {
    guard second >= 0x1161, second <= 0x11C2 else { return nil }
    if second <= 0x1175 {
      guard first >= 0x1100, first <= 0x1112 else { return nil }
      return 0xAC00 + ((first - 0x1100) * 21 + (second - 0x1161)) * 28
    }
    guard second >= 0x11A8, first >= 0xAC00, first <= 0xD7A3, (first - 0xAC00) % 28 == 0 else {
      return nil
    }
    return first + (second - 0x11A7)
  }

  private static func decompose(_ buffer: UnsafeMutablePointer<Int32>, count: Int) -> Int {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: capacity) { scratch in
      guard let base = scratch.baseAddress else { return count }
      var length = 0
      for index in 0..<count {
        var boundary: Int32 = 0
        let room = capacity - length
        let written = utf8proc_decompose_char(
          buffer[index],
          base + length,
          room,
          UTF8PROC_DECOMPOSE,
          &boundary
        )
        guard written > 0, written <= room else { break }
        length += written
      }
      buffer.update(from: base, count: length)
      return length
    }
  }

  /// Sorts each stretch of marks by combining class; the sort is stable, as the standard asks.
  private static func reorder(_ buffer: UnsafeMutablePointer<Int32>, count: Int) {
    for index in 0..<count {
      let scalar = buffer[index]
      let rank = combiningClass(scalar)
      guard rank > 0 else { continue }
      var place = index
      while place > 0, combiningClass(buffer[place - 1]) > rank {
        buffer[place] = buffer[place - 1]
        place -= 1
      }
      buffer[place] = scalar
    }
  }

  private static func combiningClass(_ scalar: Int32) -> Int16 {
    utf8proc_get_property(scalar).pointee.combining_class
  }
}
