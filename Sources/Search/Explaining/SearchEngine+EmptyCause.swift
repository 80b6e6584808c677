internal import SQLite
internal import Text

extension SearchEngine {
  /// How long each trial for an explanation may take, and all of them together.
  private static let trialTimeout = Duration.milliseconds(200)
  private static let trialsTimeout = Duration.milliseconds(250)
  /// How far the hits that there would be are counted.
  private static let trialCount = 100

  /// Why a query has no hits.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - resolved: The same with names resolved.
  ///   - hasUnlisted: Whether something matches that is not listed; nil when that is not known.
  /// - Returns: The cause.
  /// - Throws: `SQLiteError`.
  func emptyCause(
    of query: Query,
    _ resolved: ResolvedQuery,
    hasUnlisted: Bool? = nil
  ) throws -> EmptyCause {
    var cause = try cause(of: query, resolved, hasUnlisted: hasUnlisted)
    cause.incomplete = try incompleteness(of: resolved)
    return cause
  }

  private func cause(
    of query: Query,
    _ resolved: ResolvedQuery,
    hasUnlisted: Bool?
  ) throws -> EmptyCause {
    let whole = try plan(for: resolved)
    guard let condition = resolved.condition else { return EmptyCause(.noMessages) }
    let unknown = try unknownTerms(of: whole)
    if !unknown.isEmpty { return EmptyCause(.unknownWords, terms: unknown) }
    let parts = resolved.parts
    if parts.contains(where: { $0.condition == .never }) { return EmptyCause(.noSuchItem) }
    if whole.isEmpty { return EmptyCause(.noTimeLeft) }
    var lifted = resolved.scope
    (lifted.allTypes, lifted.withDeleted, lifted.withGone) = (true, true, true)
    // Looking for it takes as long as the search did.
    if try hasUnlisted ?? (hits(of: condition, scope: lifted, limit: 1).count > 0) {
      return EmptyCause(.outsideMessages)
    }
    let deadline = ContinuousClock.now + Self.trialsTimeout
    var excluding: [EmptyCause.Part] = []
    for index in parts.indices where ContinuousClock.now < deadline {
      var others = parts.map(\.condition)
      others.remove(at: index)
      let left = others.isEmpty ? nil : Condition.all(others)
      let hits = try hits(of: left, scope: resolved.scope, limit: Self.trialCount)
      guard hits.count > 0 else { continue }
      let text = query.spelling(of: parts[index].node)
      excluding.append(EmptyCause.Part(text: text, hitsWithout: hits))
    }
    if !excluding.isEmpty { return EmptyCause(.excludedBy, filters: excluding) }
    return EmptyCause(parts.count > 1 ? .neverTogether : .noMessages)
  }

  /// The phrases that every hit must have and nothing has, with what may have been meant.
  private func unknownTerms(of plan: SearchPlan) throws -> [EmptyCause.Term] {
    let unknown = try plan.match?.requiredPhrases.filter { try !isKnown($0) } ?? []
    guard !unknown.isEmpty else { return [] }
    let vocabulary = Vocabulary(connection, terms, until: .now + Vocabulary.timeout)
    var seen: Set<String> = []
    return try unknown.compactMap { phrase in
      // Of a phrase whose words are known one by one, nothing can be misspelt.
      let wrong =
        try phrase.tokens.count == 1
        ? nil : phrase.tokens.first { try !isKnown(QueryPhrase(tokens: [$0])) }
      let tokens = wrong.map { [$0] } ?? phrase.tokens
      let text = tokens.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      guard seen.insert(text).inserted else { return nil }
      let mayBeMisspelt = tokens.count == 1 && !phrase.isPrefix
      return EmptyCause.Term(
        text: text,
        suggestions: mayBeMisspelt ? try vocabulary.suggestions(for: text) : []
      )
    }
  }

  /// Whether any item has a phrase; true also when a short look does not tell.
  private func isKnown(_ phrase: QueryPhrase) throws -> Bool {
    let question = MatchNode.phrase(phrase, column: nil).description
    let sql = "SELECT 1 FROM item_fts WHERE item_fts MATCH ? LIMIT 1"
    var isKnown = true
    _ = try finishes(within: Self.trialTimeout) {
      isKnown = try connection.integer(sql, [.text(question)]) != nil
    }
    return isKnown
  }

  /// How many items match, as far as a short look tells.
  private func hits(
    of condition: Condition?,
    scope: ResultScope,
    limit: Int
  ) throws -> EmptyCause.BoundedCount {
    let resolved = ResolvedQuery(condition: condition, scope: scope, ignored: [], parts: [])
    let plan = try plan(for: resolved)
    var hits = EmptyCause.BoundedCount(count: 0, isBounded: false)
    guard !plan.isEmpty else { return hits }
    var sql = plan.select("1", order: .descending)
    sql.text += " LIMIT \(limit)"
    let isWhole = try finishes(within: Self.trialTimeout) {
      try connection.forEachRow(sql.text, sql.values) { _ in hits.count += 1 }
    }
    hits.isBounded = !isWhole || hits.count == limit
    return hits
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
    guard !node.range.isEmpty, node.range.upperBound <= text.utf8.count else { return "\(node)" }
    return text.piece(at: node.range)
  }
}
