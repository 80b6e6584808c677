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

  /// Up to how many pairs of inflections two words near one another stand for.
  private static let pairLimit = 16

  /// Two words near one another with their inflections, or as they are where that would be too many pairs.
  static func nearby(_ first: QueryPhrase, _ second: QueryPhrase, distance: Int) -> MatchNode {
    guard first.variants.count * second.variants.count > pairLimit else {
      return .near(first, second, distance: distance)
    }
    return .near(first.variants[0], second.variants[0], distance: distance)
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
      (column.map { "\($0.rawValue) : " } ?? "")
        + Self.joined(phrase.variants.map(Self.quoted), by: " OR ")
    case .near(let first, let second, let distance):
      Self.joined(
        Self.pairs(first, second).map { pair in
          "NEAR(\(Self.quoted(pair.0)) \(Self.quoted(pair.1)), \(distance))"
        },
        by: " OR "
      )
    case .all(let nodes): Self.joined(nodes, by: " AND ")
    case .any(let nodes): Self.joined(nodes, by: " OR ")
    case .except(let wanted, let unwanted): "(\(wanted) NOT \(unwanted))"
    }
  }

  /// The same without control characters, for people to read.
  var printed: String { description.replacing("\u{1}", with: "") }

  private static func joined(_ nodes: [MatchNode], by sign: String) -> String {
    joined(nodes.map(\.description), by: sign)
  }

  private static func joined(_ texts: [String], by sign: String) -> String {
    texts.count == 1 ? texts[0] : "(\(texts.joined(separator: sign)))"
  }

  private static func quoted(_ phrase: QueryPhrase) -> String {
    let terms = phrase.tokens.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return "\"\u{1}\(terms.replacing("\"", with: "\"\""))\"\(phrase.isPrefix ? " *" : "")"
  }
}

extension MatchNode {
  /// The phrases in the order FTS5 numbers them, that of the text, and for each which of the phrases looked for it is a
  /// variant of: inflections count as one word.
  var numbered: (wanted: [QueryPhrase], variantOf: [Int]) {
    var wanted: [QueryPhrase] = []
    var variantOf: [Int] = []
    number(&wanted, &variantOf)
    return (wanted, variantOf)
  }

  private func number(_ wanted: inout [QueryPhrase], _ variantOf: inout [Int]) {
    switch self {
    case .phrase(let phrase, _):
      variantOf += phrase.variants.map { _ in wanted.count }
      wanted.append(phrase)
    case .near(let first, let second, _):
      for _ in Self.pairs(first, second) { variantOf += [wanted.count, wanted.count + 1] }
      wanted += [first, second]
    case .all(let nodes), .any(let nodes):
      for node in nodes { node.number(&wanted, &variantOf) }
    case .except(let node, let other):
      node.number(&wanted, &variantOf)
      other.number(&wanted, &variantOf)
    }
  }

  /// FTS5's NEAR takes no alternatives: each variant of the one phrase with each of the other.
  private static func pairs(
    _ first: QueryPhrase,
    _ second: QueryPhrase
  ) -> [(QueryPhrase, QueryPhrase)] {
    first.variants.flatMap { one in second.variants.map { (one, $0) } }
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
    case .phrase(let phrase, _): phrase.inflections.isEmpty ? 0 : 1
    case .near(let first, let second, _):
      first.inflections.isEmpty && second.inflections.isEmpty ? 0 : 1
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
