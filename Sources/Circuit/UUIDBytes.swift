/// Identifiers in canonical form, 36 characters such as `b9bb3b1b-5fca-5123-8c0e-894e63ec712f`, as
/// 16 bytes and back.
///
/// Identifiers are opaque in principle. Only text that comes back the same, byte for byte, is taken:
/// capitals, braces and other lengths stay text.
public enum UUIDBytes {
  /// How many bytes an identifier has.
  public static let byteCount = 16

  /// Reads an identifier from its text.
  ///
  /// - Parameters:
  ///   - text: The text, of any length.
  ///   - target: Where the 16 bytes go. Undefined after a failure.
  /// - Returns: Whether `text` is an identifier in canonical form.
  public static func parse(
    _ text: UnsafeBufferPointer<UInt8>,
    into target: UnsafeMutableRawPointer
  ) -> Bool {
    guard text.count == 36, let source = text.baseAddress else { return false }
    guard source[8] == dash, source[13] == dash, source[18] == dash, source[23] == dash else {
      return false
    }
    var offset = 0
    var invalid: UInt8 = 0
    for index in 0..<byteCount {
      if index == 4 || index == 6 || index == 8 || index == 10 { offset += 1 }
      let high = value(of: source[offset])
      let low = value(of: source[offset + 1])
      invalid |= (high | low) & 0xF0
      target.storeBytes(of: high << 4 | low & 0xF, toByteOffset: index, as: UInt8.self)
      offset += 2
    }
    return invalid == 0
  }

  /// Appends the text of an identifier.
  ///
  /// - Parameters:
  ///   - bytes: The 16 bytes of the identifier.
  ///   - output: Gets 36 bytes of text.
  public static func append(textOf bytes: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    precondition(bytes.count == byteCount, "an identifier has 16 bytes")
    for index in 0..<byteCount {
      if index == 4 || index == 6 || index == 8 || index == 10 { output.append(dash) }
      output.append(digit(bytes[index] >> 4))
      output.append(digit(bytes[index] & 0xF))
    }
  }

  /// The text of an identifier.
  ///
  /// - Parameter bytes: The 16 bytes of the identifier.
  /// - Returns: 36 characters in lower case.
  public static func text(of bytes: UnsafeRawBufferPointer) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(36)
    append(textOf: bytes, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private static let dash = UInt8(ascii: "-")

  /// The value of a hexadecimal digit in lower case; another character gives 0xFF.
  @inline(__always)
  private static func value(of character: UInt8) -> UInt8 {
    let decimal = character &- UInt8(ascii: "0")
    if decimal < 10 { return decimal }
    let letter = character &- UInt8(ascii: "a")
    return letter < 6 ? letter + 10 : 0xFF
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
