/// Names and values of a query or a form, in their order; a name may come several times.
struct Parameters: Sendable {
  private(set) var pairs: [(name: String, value: String)] = []

  mutating func append(_ name: String, _ value: String) { pairs.append((name, value)) }

  mutating func append(_ other: Parameters) { pairs += other.pairs }

  func first(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

  /// All values of a name, whether it comes several times or once with commas.
  func list(_ name: String) -> [String] {
    values(name).flatMap { $0.split(separator: ",").map(String.init) }
  }

  /// All values of a name.
  func values(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  /// Reads `application/x-www-form-urlencoded`.
  ///
  /// - Parameter form: The body.
  init(form: [UInt8]) {
    for pair in form.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(
        separator: UInt8(ascii: "="),
        maxSplits: 1,
        omittingEmptySubsequences: false
      )
      append(Self.decoded(parts[0]), parts.count > 1 ? Self.decoded(parts[1]) : "")
    }
  }

  init() {}

  /// The text behind percent signs and plus signs.
  static func decoded(_ text: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var place = text.startIndex
    while place < text.endIndex {
      switch text[place] {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        if place + 2 < text.endIndex,
          let byte = UInt8(String(decoding: text[place + 1...place + 2], as: UTF8.self), radix: 16)
        {
          bytes.append(byte)
          place += 2
        } else {
          bytes.append(text[place])
        }
      default: bytes.append(text[place])
      }
      place += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
