/// One term of a text: what the index stores and what a query looks for.
///
/// Its bytes are UTF-8, 1…64 of them, none below 0x21, the first never `A`…`Z` (those begin the
/// terms that the index makes for itself), and `~` in stems alone. They belong to the analyzer and are valid only while the
/// callback runs.
public struct Token {
  /// The folded term.
  public let bytes: UnsafeBufferPointer<UInt8>
  /// Where it begins in the source, as a byte offset.
  public let start: Int
  /// Where it ends in the source, as a byte offset past its last byte.
  public let end: Int
  /// Whether it stands at the position of the token before it (`c++` at the position of `c`).
  public let isColocated: Bool
}

/// What a token is to a query; see `Analyzer.phrase(of:)`.
enum TokenRole: UInt8 {
  /// A word between separators.
  case word
  /// A word with its symbols, colocated with that word: `c++`, `#tag`, `.net`.
  case symbolWord
  /// Two neighbours of a run written without spaces.
  case pair
  /// The last character of such a run.
  case runEnd
  /// An emoji or another symbol.
  case symbol
  /// The marked stem of a word, colocated with it.
  case stem
}

/// A token on its way from the scanner to a sink.
struct ScannedToken {
  let bytes: UnsafeBufferPointer<UInt8>
  let start: Int
  let end: Int
  let role: TokenRole

  var isColocated: Bool { role == .symbolWord || role == .stem }
}

/// Where the scanner's tokens go.
protocol TokenSink {
  /// Takes one token; false ends the scan.
  mutating func receive(_ token: ScannedToken) -> Bool
}
