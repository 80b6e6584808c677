internal import Text

/// What the full-text index is asked: phrases of ready terms, joined.
///
/// Everything that comes from a person is a quoted phrase of terms made by the analysis, so no text
/// is ever syntax to FTS5.
indirect enum MatchNode: Equatable {
  /// Terms one after another.
  case phrase(QueryPhrase, column: Column?)
  /// Two phrases with at most `distance` words between them.
  case near(QueryPhrase, QueryPhrase, distance: Int)
  case all([MatchNode])
  case any([MatchNode])
  /// What matches the first and not the second.
  case except(MatchNode, MatchNode)

  /// A column to look in; without one a word is looked for in all, and scope terms cannot be words.
  enum Column: String {
    case subject
  }

  /// One scope term.
  static func term(_ bytes: [UInt8]) -> MatchNode {
    .phrase(QueryPhrase(tokens: [bytes]), column: nil)
  }
}

extension MatchNode: CustomStringConvertible {
  /// The text after MATCH.
  ///
  /// The table's tokenizer takes text that begins with U+0001 as ready terms parted by spaces.
  var description: String {
    switch self {
    case .phrase(let phrase, let column):
      "\(column.map { "\($0.rawValue) : " } ?? "")\(Self.quoted(phrase))"
    case .near(let first, let second, let distance):
      "NEAR(\(Self.quoted(first)) \(Self.quoted(second)), \(distance))"
    case .all(let nodes): Self.joined(nodes, by: " AND ")
    case .any(let nodes): Self.joined(nodes, by: " OR ")
    case .except(let wanted, let unwanted): "(\(wanted) NOT \(unwanted))"
    }
  }

  /// The same without control characters, for people to read.
  var printed: String { description.replacing("\u{1}", with: "") }

  private static func joined(_ nodes: [MatchNode], by sign: String) -> String {
    nodes.count == 1
      ? nodes[0].description : "(\(nodes.map(\.description).joined(separator: sign)))"
  }

  private static func quoted(_ phrase: QueryPhrase) -> String {
    let terms = phrase.tokens.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return "\"\u{1}\(terms.replacing("\"", with: "\"\""))\"\(phrase.isPrefix ? " *" : "")"
  }
}

extension MatchNode {
  /// The phrases in the order FTS5 numbers them: that of the text.
  var phrases: [QueryPhrase] {
    switch self {
    case .phrase(let phrase, _): [phrase]
    case .near(let first, let second, _): [first, second]
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.phrases)
    case .except(let wanted, let unwanted): wanted.phrases + unwanted.phrases
    }
  }

  /// The phrases of message text that a match may hold: neither scope terms nor what is excluded.
  var textPhrases: [QueryPhrase] {
    switch self {
    case .phrase(let phrase, _): phrase.isScope ? [] : [phrase]
    case .near(let first, let second, _): [first, second]
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.textPhrases)
    case .except(let wanted, _): wanted.textPhrases
    }
  }

  /// How deep parentheses nest in the text.
  var depth: Int {
    switch self {
    case .phrase, .near: 0
    case .all(let nodes), .any(let nodes):
      (nodes.map(\.depth).max() ?? 0) + (nodes.count > 1 ? 1 : 0)
    case .except(let wanted, let unwanted): max(wanted.depth, unwanted.depth) + 1
    }
  }
}

extension QueryPhrase {
  /// Whether it is a scope term: these begin with an uppercase ASCII letter, words never do.
  var isScope: Bool {
    guard let first = tokens.first?.first else { return false }
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
  }
}
