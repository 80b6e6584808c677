internal import SQLite
internal import Text

extension SearchEngine {
  /// How long each trial for an explanation may take.
  private static let trialTimeout = Duration.milliseconds(50)

  /// Why a query has no hits.
  func emptyCause(of query: Query, _ resolved: ResolvedQuery) throws -> EmptyCause {
    let whole = try plan(for: resolved)
    guard let condition = resolved.condition else { return .noMessages }
    if let words = try unknownWords(of: whole), !words.isEmpty { return .unknownWords(words) }
    let parts = resolved.parts
    if parts.contains(where: { $0.condition == .never }) { return .noSuchItem }
    if whole.isEmpty { return .noTimeLeft }
    var lifted = resolved.scope
    (lifted.allTypes, lifted.withDeleted, lifted.withGone) = (true, true, true)
    if try hasHits(condition, scope: lifted) { return .outsideMessages }
    guard parts.count > 1 else {
      let hasMessages = try hasRow(SQLFragment("SELECT 1 FROM messages LIMIT 1")) != false
      return hasMessages ? .excludedBy(parts.map { query.spelling(of: $0.node) }) : .noMessages
    }
    var excluding: [String] = []
    for index in parts.indices {
      var others = parts
      let part = others.remove(at: index)
      if try hasHits(.all(others.map(\.condition)), scope: resolved.scope) {
        excluding.append(query.spelling(of: part.node))
      }
    }
    return excluding.isEmpty ? .neverTogether : .excludedBy(excluding)
  }

  /// The phrases that every hit must have and nothing has; nil when nothing must be had.
  private func unknownWords(of plan: SearchPlan) throws -> [String]? {
    let required = plan.match?.requiredPhrases
    return try required?.filter { phrase in
      let question = MatchNode.phrase(phrase, column: nil).description
      let sql = "SELECT 1 FROM item_fts WHERE item_fts MATCH ? LIMIT 1"
      return try hasRow(SQLFragment(sql, [.text(question)])) == false
    }.map { phrase in
      phrase.tokens.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
  }

  /// Whether anything matches, as far as a short look tells.
  private func hasHits(_ condition: Condition, scope: ResultScope) throws -> Bool {
    let resolved = ResolvedQuery(condition: condition, scope: scope, ignored: [], parts: [])
    let plan = try plan(for: resolved)
    guard !plan.isEmpty else { return false }
    var sql = plan.select("1", order: .descending)
    sql.text += " LIMIT 1"
    return try hasRow(sql) == true
  }

  /// Whether a query has a row; nil when a short look does not tell.
  private func hasRow(_ sql: SQLFragment) throws -> Bool? {
    do {
      return try withTimeout(Self.trialTimeout) {
        try connection.integer(sql.text, sql.values) != nil
      }
    } catch let error as SQLiteError where error.isInterrupted {
      return nil
    }
  }
}

extension MatchNode {
  /// The phrases of text without which nothing matches.
  fileprivate var requiredPhrases: [QueryPhrase] {
    switch self {
    case .phrase(let phrase, _): phrase.isScope ? [] : [phrase]
    case .near(let first, let second, _): [first, second]
    case .all(let nodes): nodes.flatMap(\.requiredPhrases)
    case .except(let wanted, _): wanted.requiredPhrases
    case .any(let nodes): nodes.count == 1 ? nodes[0].requiredPhrases : []
    }
  }
}

extension Query {
  /// A part of the query as typed; filters that came as options are printed.
  func spelling(of node: QueryNode) -> String {
    let bytes = Array(text.utf8)
    guard !node.range.isEmpty, node.range.upperBound <= bytes.count else { return "\(node)" }
    return String(decoding: bytes[node.range], as: UTF8.self)
  }
}
