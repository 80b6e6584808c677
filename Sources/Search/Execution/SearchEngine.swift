public import Index
internal import SQLite
internal import Text

/// Searches one index file.
///
/// It holds a connection of its own and caches statements: one engine a thread, kept for as many
/// searches as there are.
///
///     let engine = try SearchEngine(path: "trawl.db")
///     let query = try Query(parsing: "from:ana ship", at: clock)
///     for hit in try engine.search(SearchRequest(query: query)).hits {
///       print(hit.creatorName, hit.snippet.text)
///     }
public final class SearchEngine {
  let connection: Connection
  let analyzer: Analyzer
  let names: NameDirectory
  let hits: HitReader
  let relevance = Relevance()
  let terms: TermList
  /// By relevance: how many of the newest matches are compared with one another.
  var windowSize = 2_000

  /// Opens an index for searching.
  ///
  /// - Parameter path: The index file's path.
  /// - Throws: `IndexError` when there is no usable index, `SQLiteError` when the file is damaged.
  public init(path: String) throws {
    connection = try Store.reader(at: path)
    analyzer = Analyzer(languages: try Store.languages(of: connection, path: path))
    names = NameDirectory(connection: connection, analyzer: analyzer)
    hits = HitReader(connection: connection, analyzer: analyzer)
    terms = TermList(connection)
    try relevance.define(on: connection)
    try TextProbe.define(on: connection, with: analyzer)
  }

  /// How complete the index is; nil where no ingest fills it.
  ///
  /// - Returns: The state of the moment.
  /// - Throws: `SQLiteError`.
  public func coverage() throws -> Coverage? { try Coverage(connection) }

  /// Finds a page of what a query matches, all of it as the index stood at one moment.
  ///
  /// - Parameter request: What to search for.
  /// - Returns: The page, and why it is empty if it is.
  /// - Throws: `QueryError` for names that cannot be resolved and for a wrong cursor, `SQLiteError`.
  public func search(_ request: SearchRequest) throws -> SearchAnswer {
    try connection.transaction(.deferred) { try answer(request) }
  }

  private func answer(_ request: SearchRequest) throws -> SearchAnswer {
    let cursor = try cursor(of: request)
    if request.query.scope.rows == .conversations {
      let (found, next) = try conversationPage(of: request, after: cursor)
      return SearchAnswer(
        conversations: found,
        hits: [],
        nextCursor: next?.text,
        isPartial: false,
        ignored: []
      )
    }
    let resolved = try resolve(request.query)
    let plan = try plan(for: resolved)
    var request = request
    request.timeout = timeout(of: request, for: plan)
    var page = SearchPage()
    page.isPartial = true
    _ = try finishes(within: request.timeout) {
      page = try self.page(of: expandingPrefixes(of: plan), for: request, after: cursor)
    }
    let finder = finder(for: plan, resolved, length: request.snippetLength)
    try hits.forgetChangedNames()
    var found: [SearchHit] = []
    for (place, row) in page.rows.enumerated() {
      guard var hit = try hits.hit(at: row.rowid, finder: finder) else { continue }
      if place < page.grades.count { hit.grade = page.grades[place] }
      found.append(hit)
    }
    var answer = SearchAnswer(
      hits: found,
      nextCursor: page.next?.text,
      isPartial: page.isPartial,
      rankedAmong: page.rankedAmong,
      ignored: resolved.ignored
    )
    if request.query.scope.rows == .everything, cursor == nil {
      answer.people = try people(of: request)
      answer.conversations = try conversationPage(of: request, after: nil).hits
    }
    if answer.rowCount == 0, cursor == nil, !page.isPartial {
      answer.emptyCause = try emptyCause(
        of: request.query,
        resolved,
        hasUnlisted: page.hasUnlisted
      )
    }
    return answer
  }

  /// Counts all rows that a query finds, of whatever kind.
  ///
  /// - Parameters:
  ///   - query: What an item must match.
  ///   - timeout: After how long to give up; `nil` for never.
  /// - Returns: The exact number, or `nil` when the time was up.
  /// - Throws: `QueryError` for names that cannot be resolved, `SQLiteError`.
  public func count(_ query: Query, timeout: Duration? = nil) throws -> Int? {
    let others = query.scope.rows == .items ? 0 : try countOfOthers(query)
    guard query.scope.rows != .conversations else { return others }
    let plan = try plan(for: resolve(query))
    guard !plan.isEmpty else { return others }
    let sql = plan.select("count(*)", order: nil)
    var count = others
    let isWhole = try finishes(within: timeout) {
      count += Int(try connection.integer(sql.text, sql.values) ?? 0)
    }
    return isWhole ? count : nil
  }

  func resolve(_ query: Query) throws -> ResolvedQuery {
    var resolver = QueryResolver(connection: connection, analyzer: analyzer, names: names)
    return try resolver.resolve(query)
  }

  func plan(for resolved: ResolvedQuery) throws -> SearchPlan {
    try SearchPlan(
      resolved.condition,
      scope: resolved.scope,
      displacement: Rowid.displacement(of: connection),
      isSmall: isSmall
    )
  }

  /// Whether a set has so few rows that looking each up costs less than reading postings.
  ///
  /// Looking a row up in the full-text index takes some 150 times as long as reading a posting, and a
  /// page of 20 is full after 20 · items / rows postings: the two meet at rows² = 20 · items / 150.
  private func isSmall(_ set: RowSet) throws -> Bool {
    // The file has about 18 items a page of 8 KiB.
    let items = 18 * (try connection.integer("PRAGMA page_count") ?? 0)
    let limit = max(64, Int64((Double(items) * 20 / 150).squareRoot()))
    let count = "SELECT count(*) FROM (\(set.selection.text) LIMIT \(limit + 1))"
    return try connection.integer(count, set.selection.values) ?? 0 <= limit
  }

  /// What chooses the passages of the hits of a plan.
  func finder(
    for plan: SearchPlan,
    _ resolved: ResolvedQuery,
    length: Int
  ) -> PassageFinder {
    PassageFinder(
      phrases: plan.match?.textPhrases ?? [],
      fragments: (resolved.condition?.fragments ?? []).map { TextFragment($0, with: analyzer) },
      length: length
    )
  }

  /// The place that a request goes on from.
  func cursor(
    of request: SearchRequest,
    isGrouped: Bool = false
  ) throws(QueryError) -> SearchCursor? {
    guard let text = request.cursor else { return nil }
    guard let cursor = SearchCursor(text) else { throw QueryError(.brokenCursor, 0..<0) }
    let hash = SearchCursor.hash(of: request.query, isGrouped: isGrouped)
    guard cursor.order == request.order, cursor.queryHash == hash else {
      throw QueryError(.foreignCursor, 0..<0)
    }
    return cursor
  }
}
