/// Reads the words of a query's tree as its scope wants them.
struct ScopeReader {
  let scope: SearchScope
  /// The query as typed, which ranges refer to.
  let text: String
  let clock: LocalClock

  /// The tokens without a `scope:` that stands for itself, and what that says.
  ///
  /// It is about the whole query, so that it binds nothing: `scope:files a OR b` looks for either in files.
  ///
  /// - Parameter tokens: Settled ones.
  /// - Returns: The other tokens, the scope and where it stands.
  /// - Throws: `QueryError` where it stands inside something, or twice.
  static func parted(
    _ tokens: [QueryToken]
  ) throws(QueryError) -> (tokens: [QueryToken], said: (scope: SearchScope, range: Range<Int>)?) {
    var said: (scope: SearchScope, range: Range<Int>)?
    var rest: [QueryToken] = []
    var depth = 0
    for (index, token) in tokens.enumerated() {
      if case .open = token.kind { depth += 1 }
      if case .close = token.kind { depth -= 1 }
      guard case .filter(.scope(let scope)) = token.kind else {
        rest.append(token)
        continue
      }
      let isJoined =
        tokens[..<index].last?.joins == true || tokens[(index + 1)...].first?.isJoint == true
      guard depth == 0, !isJoined else { throw QueryError(.scopeInside, token.range) }
      guard said == nil else { throw QueryError(.repeatedKey("scope"), token.range) }
      said = (scope, token.range)
    }
    return (rest, said)
  }

  /// What an item must be.
  func items(_ tree: QueryNode) throws(QueryError) -> QueryNode {
    switch scope {
    case .messages: return tree
    case .all:
      return try reading(tree) { term, range throws(QueryError) in
        let inFiles = QueryNode(.filter(.file(term)), range)
        return QueryNode(.or([QueryNode(.term(term), range), inFiles]), range)
      }
    default:
      if scope.rows == .conversations, let stranger = tree.notAboutConversations {
        throw QueryError(
          .outsideScope(text.piece(at: stranger.range), scope: scope.rawValue),
          stranger.range
        )
      }
      return try reading(tree) { term, range throws(QueryError) in
        QueryNode(.filter(try filter(of: term, range)), range)
      }
    }
  }

  /// What a conversation must be to be a row; nil where conversations cannot be.
  func conversations(_ tree: QueryNode) throws(QueryError) -> QueryNode? {
    switch scope.rows {
    case .items: return nil
    case .conversations: return try items(tree)
    case .everything:
      guard tree.notAboutConversations == nil, tree.hasTerms else { return nil }
      return try reading(tree) { term, range in QueryNode(.filter(.topic(term)), range) }
    }
  }

  /// What a person's name must be to be a row; nil where people cannot be.
  func people(_ tree: QueryNode) -> QueryNode? {
    scope.rows == .everything && tree.filters.isEmpty && tree.hasTerms ? tree : nil
  }

  private func filter(of term: QueryTerm, _ range: Range<Int>) throws(QueryError) -> QueryFilter {
    switch scope {
    case .files: return .file(term)
    case .conversations: return .topic(term)
    case .people: return .partner(term.text)
    case .members: return .member(term.text)
    case .sentBy: return .from(term.text)
    case .label: return .label(term.text)
    case .date:
      let value = FieldValue(text: term.text, isQuoted: false, range: range)
      return try FilterReader(key: .date, name: "date", value: value, clock: clock).filter()
    case .all, .messages, .filter:
      throw QueryError(.outsideScope(term.text, scope: scope.rawValue), range)
    }
  }

  /// Whether words side by side are one name rather than several.
  private var joinsWords: Bool { [.people, .sentBy, .label].contains(scope) }

  /// The tree with other nodes for its terms.
  private func reading(
    _ node: QueryNode,
    _ read: (QueryTerm, Range<Int>) throws(QueryError) -> QueryNode
  ) throws(QueryError) -> QueryNode {
    switch node.kind {
    case .everything, .filter: return node
    case .term(let term): return try read(term, node.range)
    case .near:
      if scope == .all { return node }
      throw QueryError(.outsideScope("NEAR", scope: scope.rawValue), node.range)
    case .not(let part): return QueryNode(.not(try reading(part, read)), node.range)
    case .or(let parts):
      var nodes: [QueryNode] = []
      for part in parts { nodes.append(try reading(part, read)) }
      return QueryNode(.or(nodes), node.range)
    case .and(let parts):
      var nodes: [QueryNode] = []
      for part in joinsWords ? joined(parts) : parts { nodes.append(try reading(part, read)) }
      return .conjunction(of: nodes)
    }
  }

  /// The parts with words that follow one another made one.
  private func joined(_ parts: [QueryNode]) -> [QueryNode] {
    var joined: [QueryNode] = []
    for part in parts {
      if case .term(.word(let word)) = part.kind, let last = joined.last,
        case .term(.word(let name)) = last.kind
      {
        let range = last.range.lowerBound..<part.range.upperBound
        joined[joined.count - 1] = QueryNode(.term(.word("\(name) \(word)")), range)
      } else {
        joined.append(part)
      }
    }
    return joined
  }
}

extension QueryNode {
  /// The first part that says something of items and nothing of conversations, if there is one.
  var notAboutConversations: QueryNode? {
    switch kind {
    case .everything, .term: nil
    case .near: self
    case .filter(let filter): filter.isAboutConversations ? nil : self
    case .not(let part): part.notAboutConversations
    case .and(let parts), .or(let parts): parts.lazy.compactMap(\.notAboutConversations).first
    }
  }

  /// Whether there is a word in it.
  var hasTerms: Bool {
    switch kind {
    case .term, .near: true
    case .everything, .filter: false
    case .not(let part): part.hasTerms
    case .and(let parts), .or(let parts): parts.contains(where: \.hasTerms)
    }
  }
}

extension QueryFilter {
  /// Whether it holds for a whole conversation or for none of it.
  var isAboutConversations: Bool {
    switch self {
    case .conversation, .topic, .partner, .member, .label, .account, .kind, .state(.favorite): true
    default: false
    }
  }
}

extension QueryToken {
  /// Whether it joins what stands before it to what follows.
  fileprivate var isJoint: Bool {
    switch kind {
    case .or, .and, .near: true
    default: false
    }
  }

  /// Whether it applies to what follows.
  fileprivate var joins: Bool {
    switch kind {
    case .not, .minus: true
    default: isJoint
    }
  }
}
