internal import Glibc

/// Web addresses that stand in plain text.
public enum BareLinks {
  /// Whether a text has `http://` or `https://` with something behind it.
  ///
  /// - Parameter text: Plain text.
  /// - Returns: Whether there is one.
  public static func occur(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return false }
    var position = 0
    while position < text.count, let colon = memchr(base + position, 0x3A, text.count - position) {
      let index = UnsafeRawPointer(colon) - UnsafeRawPointer(base)
      if isScheme(text, before: index), index + 3 < text.count, text[index + 1] == 0x2F,
        text[index + 2] == 0x2F, text[index + 3] > 0x20
      {
        return true
      }
      position = index + 1
    }
    return false
  }

  static func occur(in text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { occur(in: $0) }
  }

  private static func isScheme(_ text: UnsafeBufferPointer<UInt8>, before colon: Int) -> Bool {
    var letters = colon
    if letters > 0, text[letters - 1] | 0x20 == UInt8(ascii: "s") { letters -= 1 }
    guard letters >= 4 else { return false }
    return text[letters - 4] | 0x20 == UInt8(ascii: "h")
      && text[letters - 3] | 0x20 == UInt8(ascii: "t")
      && text[letters - 2] | 0x20 == UInt8(ascii: "t")
      && text[letters - 1] | 0x20 == UInt8(ascii: "p")
  }
}
