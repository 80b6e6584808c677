internal import Index
internal import SQLite
internal import Text

/// A conversation found by its topic, its members or its labels.
public struct ConversationHit: Sendable, Equatable {
  /// Its id.
  public var convId: String
  /// Its topic, or the names of those in it, cleaned for display.
  public var name: String
  /// `DIRECT`, `GROUP`, `COMMUNITY`, `LARGE`, or what else the API calls it.
  public var type: String?
  /// How many participants are known.
  public var participants: Int
  /// When the newest item the index has of it was created, in ms since 1970 UTC.
  public var lastItemTime: Int64?
}

/// A person found by name.
public struct PersonHit: Sendable, Equatable {
  /// The person's id.
  public var userId: String
  /// The name, cleaned for display.
  public var name: String
  /// The e-mail address, cleaned for display.
  public var emailAddress: String?
  /// When the newest item the index has from them was created, in ms since 1970 UTC.
  public var lastItemTime: Int64?
}

/// Rows of an answer that are conversations or people.
///
/// Both tables are small beside the items, so they are read whole; they come by name.
extension SearchEngine {
  /// A page of the conversations that a query asks for, and where the next begins.
  func conversationPage(
    of request: SearchRequest,
    after cursor: SearchCursor?
  ) throws -> (hits: [ConversationHit], next: SearchCursor?) {
    guard var sql = try conversationTests(of: request.query) else { return ([], nil) }
    if case .name(let name, let id) = cursor?.place {
      let place: [Value] = [.integer(name.isEmpty ? 1 : 0), .text(name), .integer(id)]
      sql += SQLFragment(" AND (i.key = '', i.key, i.conversation) > (?, ?, ?)", place)
    }
    sql.text = "SELECT i.conversation, i.key " + sql.text
    sql.text += " ORDER BY i.key = '', i.key, i.conversation LIMIT \(request.limit + 1)"
    let rows = try connection.rows(sql.text, sql.values) { row in
      (id: row.integer(at: 0), key: row.text(at: 1) ?? "")
    }
    let page = rows.prefix(request.limit)
    var next: SearchCursor?
    if rows.count > request.limit, let last = page.last {
      next = SearchCursor(
        order: request.order,
        queryHash: SearchCursor.hash(of: request.query),
        place: .name(last.key, id: last.id)
      )
    }
    return (try page.compactMap { try conversation($0.id) }, next)
  }

  /// The first of the people that a query asks for, by name.
  func people(of request: SearchRequest) throws -> [PersonHit] {
    guard var sql = try personTests(of: request.query) else { return [] }
    sql.text = "SELECT u.id, u.user_id, p.name, p.emailAddress " + sql.text
    sql.text += " ORDER BY u.name_key IS NULL, u.name_key, u.id LIMIT \(request.limit)"
    return try connection.rows(sql.text, sql.values) { row in
      (
        id: row.integer(at: 0),
        hit: PersonHit(
          userId: row.text(at: 1) ?? "",
          name: row.text(at: 2).map(TextCleaning.clean) ?? "",
          emailAddress: row.text(at: 3).map(TextCleaning.clean),
          lastItemTime: nil
        )
      )
    }.map { found in
      var hit = found.hit
      hit.lastItemTime = try newestTime(with: ScopeTerm.sender(found.id))
      return hit
    }
  }

  /// How many conversations and people a query finds.
  func countOfOthers(_ query: Query) throws -> Int {
    var count = 0
    for sql in [try conversationTests(of: query), try personTests(of: query)].compactMap({ $0 }) {
      count += Int(try connection.integer("SELECT count(*) \(sql.text)", sql.values) ?? 0)
    }
    return count
  }

  /// From which conversations, as `i`, and with which tests; nil when a query finds none.
  func conversationTests(of query: Query) throws -> SQLFragment? {
    guard let root = query.conversationRoot else { return nil }
    var resolver = QueryResolver(connection: connection, analyzer: analyzer, names: names)
    var sql = SQLFragment(
      "FROM (SELECT id AS conversation, coalesce(name_key, '') AS key FROM conversation) i WHERE 1"
    )
    if let condition = try resolver.condition(root) {
      sql.add(tests: [condition.predicate(displacement: 0)])
    }
    return sql
  }

  private func personTests(of query: Query) throws -> SQLFragment? {
    guard let root = query.personRoot, let test = personTest(root) else { return nil }
    var sql = SQLFragment("FROM user u JOIN people p ON p.person = u.id WHERE 1")
    sql.add(tests: [test])
    return sql
  }

  /// What a name or an address must have; nil where there is nothing to look for.
  private func personTest(_ node: QueryNode) -> SQLFragment? {
    switch node.kind {
    case .term(let term):
      let phrase = QueryResolver.phrase(of: term, with: analyzer)
      guard !phrase.isEmpty else { return nil }
      return SQLFragment(
        "(instr(' ' || u.name_key || ' ', ?) > 0 OR instr(lower(u.email), lower(?)) = 1) IS TRUE",
        [.text(phrase.inNameKey), .text(term.text)]
      )
    case .not(let part): return personTest(part).map(SQLFragment.not)
    case .and(let parts): return joined(parts, by: " AND ")
    case .or(let parts): return joined(parts, by: " OR ")
    case .everything, .near, .filter: return nil
    }
  }

  private func joined(_ parts: [QueryNode], by sign: String) -> SQLFragment? {
    let tests = parts.compactMap(personTest)
    return tests.isEmpty ? nil : .joined(tests, by: sign)
  }

  private func conversation(_ id: Int64) throws -> ConversationHit? {
    let sql = """
      SELECT convId, clean_text(name), type, participants FROM conversations WHERE conversation = ?
      """
    let time = try newestTime(with: ScopeTerm.conversation(id))
    return try connection.first(sql, [.integer(id)]) { row in
      ConversationHit(
        convId: row.text(at: 0) ?? "",
        name: row.text(at: 1) ?? "",
        type: row.text(at: 2),
        participants: Int(row.integer(at: 3)),
        lastItemTime: time
      )
    }
  }

  /// When the newest item with a term was created.
  private func newestTime(with term: [UInt8]) throws -> Int64? {
    let sql = """
      SELECT coalesce(i.created, i.id >> 3) FROM item_fts CROSS JOIN item i ON i.id = item_fts.rowid
      WHERE item_fts MATCH ? ORDER BY item_fts.rowid DESC LIMIT 1
      """
    return try connection.integer(sql, [.text(MatchNode.term(term).description)])
  }
}
