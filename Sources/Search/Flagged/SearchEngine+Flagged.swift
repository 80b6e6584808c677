internal import Index
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
    let resolved = try resolve(request.query)
    // An item with what the flag says of its conversation, so that tests of rows hold for both.
    var sql = SQLFragment(
      """
      SELECT i.id, i.item_id, i.user, i.flag_conversation, (SELECT started FROM run WHERE id = i.first_run)
      FROM (SELECT f.item_id, f.user, f.first_run, f.conversation AS flag_conversation,
          coalesce(i.conversation, f.conversation) AS conversation, i.id, i.creator, i.kind, i.state,
          i.webhook, i.gone, i.question, i.thread, i.created, i.modified, i.likes, i.files
        FROM flag f LEFT JOIN item i ON i.id = f.item WHERE f.gone_run IS NULL) i
      WHERE 1
      """
    )
    if !request.flaggers.isEmpty {
      let people = try request.flaggers.map { name in
        try names.dense(name, .person, at: 0..<name.utf8.count).id
      }
      sql.add(tests: [.isOne(of: people, "i.user")])
    }
    if let condition = resolved.condition {
      sql.add(tests: [condition.predicate(displacement: try Rowid.displacement(of: connection))])
    }
    sql.text += """
       ORDER BY i.id IS NULL, coalesce(i.created, i.id >> 3) DESC,
        (SELECT item_id FROM item_text WHERE id = i.id) DESC, i.item_id DESC, i.user
      """
    if let limit = request.limit {
      sql.text += " LIMIT ?"
      sql.values.append(.integer(Int64(max(limit, 0))))
    }
    try hits.forgetChangedNames()
    let phrases = resolved.condition?.asMatch?.textPhrases ?? []
    let finder = PassageFinder(phrases: phrases, length: request.snippetLength)
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
}
