/// Where a link leads, as far as it may be shown.
struct LinkTarget {
  /// The target without anything that could end it or hide in it; `nil` if it is neither `http`,
  /// `https` nor `mailto`, or longer than `maximalByteCount`.
  let shown: [UInt8]?

  /// The longest target that is shown, in bytes.
  static let maximalByteCount = 4096

  /// A target.
  ///
  /// - Parameter href: The attribute's value, character references decoded.
  init(_ href: some Collection<UInt8>) {
    // As browsers do: white space around it and line ends in it do not count.
    var target: [UInt8] = []
    guard href.count <= Self.maximalByteCount else {
      shown = nil
      return
    }
    target.reserveCapacity(href.count)
    for byte in href {
      if byte == 0x20 {
        if !target.isEmpty { target.append(byte) }
      } else if byte & 0xE0 == 0x80, target.last == 0xC2 {
        target.removeLast()  // U+0080 … U+009F, more control characters
      } else if byte > 0x20, byte != 0x7F {
        target.append(byte)
      }
    }
    while target.last == 0x20 { target.removeLast() }
    guard Self.schemes.contains(where: { Self.starts(target[...], with: $0) }) else {
      shown = nil
      return
    }
    shown = target.contains(0x20) ? Self.spacesEscaped(target) : target
  }

  /// Whether a label says all that a target does: the same but for scheme and last slash.
  static func isSaid(_ target: [UInt8], by label: ArraySlice<UInt8>) -> Bool {
    if label.elementsEqual(target) { return true }
    var rest = target[...]
    if rest.last == UInt8(ascii: "/") { rest.removeLast() }
    var said = label
    if said.last == UInt8(ascii: "/") { said.removeLast() }
    if rest.elementsEqual(said) { return true }
    guard let scheme = schemes.first(where: { starts(rest, with: $0) }) else { return false }
    return rest.dropFirst(scheme.utf8CodeUnitCount).elementsEqual(said)
  }

  private static let schemes: [StaticString] = ["https://", "http://", "mailto:"]

  private static func starts(_ bytes: ArraySlice<UInt8>, with scheme: StaticString) -> Bool {
    guard bytes.count > scheme.utf8CodeUnitCount else { return false }
    return scheme.withUTF8Buffer { scheme in
      zip(bytes, scheme).allSatisfy { byte, wanted in
        byte == wanted || (byte &- UInt8(ascii: "A") < 26 && byte | 0x20 == wanted)
      }
    }
  }

  private static func spacesEscaped(_ target: [UInt8]) -> [UInt8] {
    target.flatMap { $0 == 0x20 ? Array("%20".utf8) : [$0] }
  }
}
