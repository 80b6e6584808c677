/// A part of a query's tree, and where in the query's text it stands.
public struct QueryNode: Sendable, Hashable {
  /// What a part of a query is.
  public indirect enum Kind: Sendable, Hashable {
    /// The empty query, which everything matches.
    case everything
    /// What all of two or more parts match.
    case and([QueryNode])
    /// What any of two or more parts matches.
    case or([QueryNode])
    /// What the part does not match.
    case not(QueryNode)
    /// Text of the message.
    case term(QueryTerm)
    /// Two terms with at most `distance` words between them, in either order.
    case near(QueryTerm, QueryTerm, distance: Int)
    /// What a key and its value say.
    case filter(QueryFilter)
  }

  /// What this part is.
  public let kind: Kind
  /// Where it stands in the query's text: UTF-8 offsets.
  public let range: Range<Int>

  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// Text to be found, as typed: what its words are is for the index's analysis to say.
public enum QueryTerm: Sendable, Hashable {
  /// A plain word, which also finds its inflections; it may hold signs, as in `C++` or `foo-bar`.
  case word(String)
  /// What stood in quotes: exactly these words in this order.
  case phrase(String)
  /// A word's beginning: `roll*`.
  case prefix(String)

  /// The text without quotes or asterisk.
  public var text: String {
    switch self {
    case .word(let text), .phrase(let text), .prefix(let text): text
    }
  }
}
