internal import Chronology
internal import SQLite
internal import Text

extension SearchEngine {
  /// Lists what is flagged, by whom, newest item first; several flags on an item are as many entries.
  ///
  /// Flags on items that the index does not have come last, with what the flag itself says. Those
  /// whose flags are known are the accounts that were held when flags were read.
  ///
  /// - Parameter request: Which of them.
  /// - Returns: The entries, by the items' creationTime, ties by itemId, then by flagger.
  /// - Throws: `QueryError` for names that cannot be resolved, `SQLiteError`.
  public func flagged(_ request: FlaggedRequest) throws -> [FlaggedEntry] {
    try connection.transaction(.deferred) { try entries(request) }
  }

  /// Everyone whose flags the index has seen, by name: whose flags a list of them can show.
  ///
  /// - Returns: Ids and names, by name.
  /// - Throws: `SQLiteError`.
  public func flaggers() throws -> [NameCandidate] {
    let sql = """
      SELECT userId, clean_text(name) FROM people
      WHERE person IN (SELECT user FROM flag) ORDER BY name, userId
      """
    return try connection.rows(sql) { row in
      NameCandidate(id: row.text(at: 0) ?? "", name: row.text(at: 1) ?? "", detail: nil)
    }
  }

  private func entries(_ request: FlaggedRequest) throws -> [FlaggedEntry] {
    var sql = SQLFragment(
      """
      SELECT f.item, f.item_id, f.user, f.conversation,
        (SELECT started FROM run WHERE id = f.first_run)
      FROM flag f LEFT JOIN item i ON i.id = f.item
      WHERE f.gone_run IS NULL
      """
    )
    for test in try tests(of: request) {
      sql.text += " AND "
      sql += test
    }
    sql.text += """
       ORDER BY i.id IS NULL, coalesce(i.created, i.id >> 3) DESC,
        (SELECT item_id FROM item_text WHERE id = i.id) DESC, f.item_id DESC, f.user
      """
    if let limit = request.limit {
      sql.text += " LIMIT ?"
      sql.values.append(.integer(Int64(max(limit, 0))))
    }
    try hits.forgetChangedNames()
    let finder = PassageFinder(phrases: [], length: request.snippetLength)
    let flags = try connection.rows(sql.text, sql.values, Flag.init)
    return try flags.map { try entry($0, finder: finder) }
  }

  private struct Flag {
    let item: Int64?
    let itemID: String
    let user: Int64
    let conversation: Int64
    let firstSeen: Int64?

    init(_ row: Row) {
      item = row.optionalInteger(at: 0)
      itemID = HitReader.wireText(row.value(at: 1))
      user = row.integer(at: 2)
      conversation = row.integer(at: 3)
      firstSeen = row.optionalInteger(at: 4)
    }
  }

  private func entry(_ flag: Flag, finder: PassageFinder) throws -> FlaggedEntry {
    let flagger = try hits.personName(flag.user)
    let hit = try flag.item.flatMap { try hits.hit(at: $0, finder: finder) }
    let conversation = try hits.conversationName(flag.conversation)
    return FlaggedEntry(
      flaggerId: flagger.id,
      flaggerName: flagger.name,
      itemId: flag.itemID,
      convId: hit?.convId ?? conversation.id,
      conversation: hit?.conversation ?? conversation.name,
      firstSeen: flag.firstSeen,
      item: hit
    )
  }

  private func tests(of request: FlaggedRequest) throws -> [SQLFragment] {
    var tests: [SQLFragment] = []
    if !request.flaggers.isEmpty {
      tests.append(.isOne(of: try ids(of: request.flaggers, .person), "f.user"))
    }
    if !request.conversations.isEmpty {
      let ids = try ids(of: request.conversations, .conversation)
      tests.append(.isOne(of: ids, "coalesce(i.conversation, f.conversation)"))
    }
    if !request.authors.isEmpty {
      tests.append(.isOne(of: try ids(of: request.authors, .person), "i.creator"))
    }
    if let from = request.created?.from {
      tests.append(SQLFragment("coalesce(i.created, i.id >> 3) >= ?", [.integer(from)]))
    }
    if let to = request.created?.to {
      tests.append(SQLFragment("coalesce(i.created, i.id >> 3) < ?", [.integer(to)]))
    }
    return tests
  }

  private func ids(of texts: [String], _ kind: NameDirectory.Kind) throws -> [Int64] {
    try texts.map { text in
      try names.dense(text, kind, at: 0..<text.utf8.count).id
    }
  }
}
