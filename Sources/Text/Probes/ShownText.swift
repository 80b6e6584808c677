internal import CUTF8Proc
internal import Glibc

/// A text as a reader sees it: each character in one form (NFC), and all white space single spaces.
enum ShownText {
  /// Lends the shown form of `text`, which is clean as `TextCleaning` makes it.
  static func with<Result>(
    _ text: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard text.contains(where: { $0 >= 0x80 }) else {
      return spaced(text).withUnsafeBufferPointer(body)
    }
    var composed: UnsafeMutablePointer<UInt8>?
    let options = utf8proc_option_t(UTF8PROC_COMPOSE.rawValue | UTF8PROC_STABLE.rawValue)
    let count = utf8proc_map(text.baseAddress, text.count, &composed, options)
    defer { free(composed) }
    let bytes = UnsafeBufferPointer(start: composed, count: composed == nil ? 0 : max(count, 0))
    return spaced(bytes).withUnsafeBufferPointer(body)
  }

  /// Whether `scalar` is white space.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x20, 0x7F, 0x85, 0xA0: true
    case 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func spaced(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard let base = text.baseAddress else { return [] }
    var spaced: [UInt8] = []
    spaced.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let scalar = DecodedScalar(base, at: index, of: text.count)
      if !isSpace(scalar.value) {
        spaced.append(contentsOf: text[index..<index + scalar.length])
      } else if spaced.last != 0x20 {
        spaced.append(0x20)
      }
      index += scalar.length
    }
    return spaced
  }
}

/// Where `part` first occurs in `whole` from `start` on.
func firstOccurrence(
  of part: [UInt8],
  in whole: UnsafeBufferPointer<UInt8>,
  from start: Int
) -> Int? {
  guard let base = whole.baseAddress, let first = part.first else { return nil }
  var index = start
  while index + part.count <= whole.count {
    let room = whole.count - part.count + 1 - index
    guard let found = memchr(base + index, Int32(first), room) else { return nil }
    let place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
    if memcmp(found, part, part.count) == 0 { return place }
    index = place + 1
  }
  return nil
}
