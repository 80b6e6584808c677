/// The character references that chats are full of; all others are the parser's.
enum CharacterReference {
  /// The character of the reference whose text between `&` and `;` is `name`; `nil` if that takes the
  /// parser's tables.
  static func scalar(of name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    if name.first == UInt8(ascii: "#") { return numeric(name.dropFirst()) }
    return named.first { $0.name.utf8CodeUnitCount == name.count && isNamed(name, $0.name) }?.scalar
  }

  private static let named: [(name: StaticString, scalar: Unicode.Scalar)] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("nbsp", "\u{A0}"),
  ]

  private static func isNamed(_ name: UnsafeBufferPointer<UInt8>, _ wanted: StaticString) -> Bool {
    wanted.withUTF8Buffer { $0.elementsEqual(name) }
  }

  private static func numeric(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    var digits = digits
    var base: UInt32 = 10
    if let x = digits.first, x | 0x20 == UInt8(ascii: "x") {
      digits = digits.dropFirst()
      base = 16
    }
    guard !digits.isEmpty, digits.count <= 7 else { return nil }
    var value: UInt32 = 0
    for digit in digits {
      guard let number = number(of: digit), number < base else { return nil }
      value = value * base + number
    }
    // Numbers below are controls, or mean other characters for history's sake.
    return value < 0xA0 && !(0x20..<0x7F).contains(value) ? nil : Unicode.Scalar(value)
  }

  private static func number(of digit: UInt8) -> UInt32? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(digit - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(digit - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
