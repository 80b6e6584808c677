/// A text that must not be seen: a token, a password, what is made of them.
///
/// However it is printed, described, dumped or mirrored, it shows as `•••`.
public struct Secret: Sendable, Equatable {
  /// The text itself, for the wire and nothing else.
  let revealed: String

  /// Keeps a text secret.
  ///
  /// - Parameter text: The text.
  public init(_ text: String) { revealed = text }

  /// `text` without this secret, should it hold it: servers have been seen to repeat what they were sent.
  ///
  /// - Parameter text: A text from outside.
  /// - Returns: The text with `•••` in place of the secret.
  func redacted(from text: String) -> String {
    revealed.isEmpty
      ? text
      : text.split(separator: revealed, omittingEmptySubsequences: false)
        .joined(separator: Self.shown)
  }

  private static let shown = "•••"
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Never the text.
  public var description: String { Self.shown }
  /// Never the text.
  public var debugDescription: String { Self.shown }
  /// Without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
