extension JSONScanner {
  /// The latest moment that has a date, the end of the year 9999, in ms since 1970 UTC.
  private static let latest = 253_402_300_799_999

  /// The string that fills `range`, without its quotes and escapes; nil when it is no string.
  ///
  /// A lone surrogate becomes U+FFFD.
  static func string(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "\"") else { return nil }
    let inside = range.lowerBound + 1..<range.upperBound - 1
    guard bytes[inside].contains(UInt8(ascii: "\\")) else {
      return String(decoding: bytes[inside], as: UTF8.self)
    }
    var units: [UInt16] = []
    var text: [UInt8] = []
    var place = inside.lowerBound
    func flushUnits() {
      guard !units.isEmpty else { return }
      text += String(decoding: units, as: UTF16.self).utf8
      units.removeAll()
    }
    while place < inside.upperBound {
      guard bytes[place] == UInt8(ascii: "\\"), place + 1 < inside.upperBound else {
        flushUnits()
        text.append(bytes[place])
        place += 1
        continue
      }
      if let unit = unicodeEscape(bytes, place, inside.upperBound) {
        units.append(unit)
        place += 6
      } else {
        flushUnits()
        text.append(unescaped(bytes[place + 1]))
        place += 2
      }
    }
    flushUnits()
    return String(decoding: text, as: UTF8.self)
  }

  /// The number, or the text of a number, that fills `range`, if it is a moment from 1970 to 9999 in ms.
  static func integer(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var range = range
    if range.count > 2, bytes[range.lowerBound] == UInt8(ascii: "\"") {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    var number = 0
    for place in range {
      let digit = Int(bytes[place]) - 0x30
      guard (0...9).contains(digit), number <= latest else {
        return fraction(bytes, range)
      }
      number = number * 10 + digit
    }
    return range.isEmpty || number > latest ? nil : number
  }

  private static func fraction(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard let number = Double(String(decoding: bytes[range], as: UTF8.self)),
      number >= 0, number <= Double(latest)
    else { return nil }
    return Int(number)
  }

  private static func unicodeEscape(_ bytes: [UInt8], _ place: Int, _ limit: Int) -> UInt16? {
    guard bytes[place + 1] == UInt8(ascii: "u"), place + 6 <= limit else { return nil }
    return UInt16(String(decoding: bytes[place + 2..<place + 6], as: UTF8.self), radix: 16)
  }

  private static func unescaped(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    default: byte
    }
  }
}
