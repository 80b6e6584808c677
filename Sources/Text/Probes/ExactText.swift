/// A text to be found as it was typed: case, accents and signs count.
///
///     ExactText("Café").occurs(in: "Ein Café.")    // true
///     ExactText("Café").occurs(in: "CAFÉ, cafe")   // false
///     ExactText("C++").occurs(in: "C")             // false
///
/// It has to begin and end where no word goes on: `ship` is not in `shipping`. In scripts written without spaces that is
/// anywhere. Whether a character is one scalar or several makes no difference, and white space is white space.
public struct ExactText: Sendable {
  private let wanted: [UInt8]

  /// What to look for.
  ///
  /// - Parameter typed: What a person typed.
  public init(_ typed: String) {
    var clean = TextCleaning.clean(typed)
    let shown = clean.withUTF8 { ShownText.with($0) { Array($0) } }
    let head = shown.drop { $0 == 0x20 }
    wanted = Array(head.last == 0x20 ? head.dropLast() : head)
  }

  /// Whether there is nothing to look for.
  public var isEmpty: Bool { wanted.isEmpty }

  /// Whether it occurs in `text`.
  ///
  /// - Parameter text: A text, clean as `TextCleaning` makes it.
  /// - Returns: Whether it does; never when it is empty.
  public func occurs(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !isEmpty else { return false }
    return ShownText.with(text) { shown in
      var start = 0
      while let place = firstOccurrence(of: wanted, in: shown, from: start) {
        if Self.isBoundary(place, shown), Self.isBoundary(place + wanted.count, shown) {
          return true
        }
        start = place + 1
      }
      return false
    }
  }

  /// Whether it occurs in a string.
  ///
  /// - Parameter text: A text, clean as `TextCleaning` makes it.
  /// - Returns: Whether it does; never when it is empty.
  public func occurs(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { occurs(in: $0) }
  }

  /// Whether neither a word nor a character goes on at `index`.
  private static func isBoundary(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress, index > 0, index < text.count else { return true }
    var before = index - 1
    while before > 0, text[before] & 0xC0 == 0x80 { before -= 1 }
    let earlier = ScalarClass.fold(DecodedScalar(base, at: before, of: text.count).value)
    let later = ScalarClass.fold(DecodedScalar(base, at: index, of: text.count).value)
    return later.kind != .mark && !(earlier.isWordPart && later.isWordPart)
  }
}
