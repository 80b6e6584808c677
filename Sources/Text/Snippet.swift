/// A passage of a text with what matched in it.
public struct Snippet: Sendable, Equatable {
  /// The passage on one line, with `…` where it is cut.
  public var text: String
  /// What matched, as byte ranges of `text` in UTF-8: ascending, apart from one another.
  public var marks: [Range<Int>]
  /// Whether text was left out before the passage.
  public var isCutBefore: Bool
  /// Whether text was left out after the passage.
  public var isCutAfter: Bool

  /// A passage as given.
  ///
  /// - Parameters:
  ///   - text: The passage.
  ///   - marks: What matched, as byte ranges of `text` in UTF-8.
  ///   - isCutBefore: Whether text was left out before it.
  ///   - isCutAfter: Whether text was left out after it.
  public init(
    text: String,
    marks: [Range<Int>] = [],
    isCutBefore: Bool = false,
    isCutAfter: Bool = false
  ) {
    self.text = text
    self.marks = marks
    self.isCutBefore = isCutBefore
    self.isCutAfter = isCutAfter
  }
}
