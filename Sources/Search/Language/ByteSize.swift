/// A number of bytes as people write it: `500`, `200k`, `1.5M`, `2GiB`.
///
/// `k`, `M`, `G` and `T`, with a `B` or without, are powers of 1,000 as in `trawl status`; `Ki`, `Mi`,
/// `Gi` and `Ti` are powers of 1,024. Case makes no difference.
struct ByteSize: Equatable {
  let bytes: Int

  /// Reads a size; nothing if it is none.
  init?(_ text: some StringProtocol) {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let factor = Self.factor(of: text.dropFirst(number.count).lowercased()),
      number.utf8.count <= 15, number.first?.isNumber == true, number.last?.isNumber == true,
      let value = Double(String(number)), value * factor < 1e15
    else { return nil }
    bytes = Int((value * factor).rounded())
  }

  private static func factor(of unit: String) -> Double? {
    let letters = unit.hasSuffix("b") ? unit.dropLast() : unit[...]
    guard !letters.isEmpty else { return 1 }
    guard let power = Array("kmgt").firstIndex(of: letters[letters.startIndex]) else { return nil }
    let base: Double
    switch letters.dropFirst() {
    case "": base = 1000
    case "i": base = 1024
    default: return nil
    }
    return (0...power).reduce(1) { factor, _ in factor * base }
  }
}
