/// Builds the tree of settled tokens.
///
///     or    = and { OR and }
///     and   = unary { [AND] unary }
///     unary = (NOT | -) unary | near
///     near  = term { NEAR/n term } | filter | "(" or ")"
struct QueryParser {
  private let tokens: [QueryToken]
  private let depthLimit: Int
  private var position = 0
  private var depth = 0

  /// Tokens must have gone through `OperatorSettlement`.
  static func tree(of tokens: [QueryToken], depthLimit: Int) throws(QueryError) -> QueryNode {
    guard !tokens.isEmpty else { return QueryNode(.everything, 0..<0) }
    var parser = Self(tokens: tokens, depthLimit: depthLimit)
    return try parser.disjunction()
  }

  private init(tokens: [QueryToken], depthLimit: Int) {
    self.tokens = tokens
    self.depthLimit = depthLimit
  }

  private var next: QueryToken? { position < tokens.count ? tokens[position] : nil }

  private mutating func disjunction() throws(QueryError) -> QueryNode {
    var parts = [try conjunction()]
    while case .or = next?.kind {
      position += 1
      parts.append(try conjunction())
    }
    return parts.count == 1 ? parts[0] : QueryNode(.or(parts), parts.hull)
  }

  private mutating func conjunction() throws(QueryError) -> QueryNode {
    var parts: [QueryNode] = []
    var groups: Set<Int> = []
    reading: while let token = next {
      switch token.kind {
      case .or, .close: break reading
      case .and: position += 1
      case .open:
        groups.insert(parts.count)
        parts.append(try unary())
      default: parts.append(try unary())
      }
    }
    return .conjunction(of: parts, exceptFor: groups)
  }

  private mutating func unary() throws(QueryError) -> QueryNode {
    guard let token = next else {
      // Settled tokens never end here; were they to, the query would match more, not crash.
      let end = tokens.last?.range.upperBound ?? 0
      return QueryNode(.everything, end..<end)
    }
    position += 1
    switch token.kind {
    case .not, .minus:
      let part = try nested(in: token) { parser throws(QueryError) in try parser.unary() }
      return QueryNode(.not(part), token.range.lowerBound..<part.range.upperBound)
    case .open:
      let part = try nested(in: token) { parser throws(QueryError) in try parser.disjunction() }
      position += 1
      return part
    case .filter(let filter): return QueryNode(.filter(filter), token.range)
    case .term(let term): return proximity(from: term, token.range)
    case .close, .or, .and, .near: return QueryNode(.term(.word(token.text)), token.range)
    }
  }

  private mutating func nested(
    in token: QueryToken,
    _ read: (inout Self) throws(QueryError) -> QueryNode
  ) throws(QueryError) -> QueryNode {
    guard depth < depthLimit else { throw QueryError(.tooDeep(limit: depthLimit), token.range) }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  /// `a NEAR/5 b NEAR/3 c` is two pairs: a near b, and b near c.
  private mutating func proximity(from first: QueryTerm, _ firstRange: Range<Int>) -> QueryNode {
    var (last, lastRange) = (first, firstRange)
    var pairs: [QueryNode] = []
    while case .near(let distance) = next?.kind, position + 1 < tokens.count,
      case .term(let term) = tokens[position + 1].kind
    {
      let range = tokens[position + 1].range
      let pair = QueryNode.Kind.near(last, term, distance: distance)
      pairs.append(QueryNode(pair, lastRange.lowerBound..<range.upperBound))
      (last, lastRange) = (term, range)
      position += 2
    }
    return pairs.isEmpty ? QueryNode(.term(first), firstRange) : .conjunction(of: pairs)
  }
}
