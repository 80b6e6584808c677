/// What each byte of plain text is: a table for the scanner's fast path.
///
/// A word byte maps to itself folded (`0`…`9`, `a`…`z`); the rest to one of three small numbers.
enum ASCIITable {
  /// Ends a word and means nothing more.
  static let separator: UInt8 = 0
  /// One of `#`, `@`, `.`, `+`, which may belong to the word beside it.
  static let symbol: UInt8 = 1
  /// Begins or continues a scalar that is not ASCII.
  static let wide: UInt8 = 2
  /// This and all above are word bytes.
  static let firstWord: UInt8 = 0x30

  /// Fills `table`, which has room for 256 bytes.
  static func fill(_ table: UnsafeMutablePointer<UInt8>) {
    for byte in UInt8.min...UInt8.max {
      table[Int(byte)] =
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "."), UInt8(ascii: "+"): symbol
        case 0x80...: wide
        default: separator
        }
    }
  }
}
