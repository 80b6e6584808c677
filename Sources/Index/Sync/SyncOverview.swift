package import SQLite

/// A number that ingests keep in the index's `meta` table.
package enum SyncNote: String, Sendable {
  /// How long an edit, a like or a deletion may stay unseen, in ms.
  case bound = "verify_within_ms"
  /// 1: the platform has answered with fewer items than there were, so that a short page ends nothing.
  case shortPages = "pages_come_short"
}

/// What an ingest reads of an index before it plans.
package struct SyncOverview: Sendable {
  /// A conversation that the index knows.
  package struct Room: Sendable, Equatable {
    /// Its id on the wire.
    package var convId: String
    /// Its modificationTime as last described.
    package var modified: Int64?
    /// How far it is read; nil when no ingest has read any of it.
    package var state: ConversationSync?
    /// Whether the last run could not read it.
    package var isPending: Bool
    /// Ids of the accounts that see it.
    package var accounts: [Int64]
  }

  /// The conversations.
  package var rooms: [Room] = []
  /// When the last run began that asked all that was due, ms since 1970 UTC.
  package var lastSettled: Int64?
  /// The bound that the last run kept, ms.
  package var bound: Int64?
  /// Whether a short page ends nothing.
  package var pagesComeShort = false

  /// Nothing known: what an ingest into a new index starts from.
  package init() {}

  /// Reads it.
  ///
  /// - Parameter connection: The index.
  /// - Throws: `SQLiteError`.
  package init(_ connection: Connection) throws {
    rooms = try connection.rows(
      """
      SELECT c.conv_id, c.modified, p.conversation IS NOT NULL, s.origin, s.cursor, s.backfilled, s.verified,
        s.walk_cursor, s.walk_started, s.walk_origin, s.walk_tracks, s.lost, s.pages, s.walk_pages,
        (SELECT group_concat(account) FROM account_conversation a
          WHERE a.conversation = c.id AND a.gone_run IS NULL)
      FROM conversation c LEFT JOIN conversation_sync s ON s.conversation = c.id
        LEFT JOIN pending p ON p.conversation = c.id
      """
    ) { row in
      Room(
        convId: row.text(at: 0) ?? "",
        modified: row.optionalInteger(at: 1),
        state: row.isNull(at: 3) ? nil : ConversationSync(row),
        isPending: row.integer(at: 2) != 0,
        accounts: (row.text(at: 14) ?? "").split(separator: ",").compactMap { Int64($0) }
      )
    }
    lastSettled = try connection.integer("SELECT max(started) FROM run WHERE settled = 1")
    bound = try connection.integer(
      "SELECT value FROM meta WHERE key = ?",
      [.text(SyncNote.bound.rawValue)]
    )
    pagesComeShort =
      try connection.integer(
        "SELECT value FROM meta WHERE key = ?",
        [.text(SyncNote.shortPages.rawValue)]
      ) == 1
  }
}

extension ConversationSync {
  /// Reads the columns of `conversation_sync` from a row of the overview.
  fileprivate init(_ row: Row) {
    self.init(origin: row.integer(at: 3))
    cursor = row.optionalInteger(at: 4)
    backfilled = row.optionalInteger(at: 5)
    verified = row.optionalInteger(at: 6)
    walk = row.optionalInteger(at: 7).map { cursor in
      Walk(
        cursor: cursor,
        started: row.integer(at: 8),
        origin: row.integer(at: 9),
        tracks: row.integer(at: 10) != 0,
        pages: Int(row.integer(at: 13))
      )
    }
    lost = row.optionalInteger(at: 11)
    pages = Int(row.integer(at: 12))
  }
}

extension IndexWriter {
  /// What an ingest reads before it plans.
  ///
  /// - Returns: What the index holds of conversations and of earlier runs.
  /// - Throws: `SQLiteError`.
  package func syncOverview() throws -> SyncOverview { try SyncOverview(connection) }

  /// People who are only mentioned so far, and whom the API has not refused to describe of late.
  ///
  /// - Parameters:
  ///   - refusedBefore: People refused at or after this are left out, ms since 1970 UTC.
  ///   - limit: Most ids to return.
  /// - Returns: Their userIds.
  /// - Throws: `SQLiteError`.
  package func undescribedUsers(refusedBefore: Int64, limit: Int) throws -> [String] {
    try connection.rows(
      """
      SELECT user_id FROM user u WHERE described = 0
        AND NOT EXISTS (SELECT 1 FROM user_refusal r WHERE r.user = u.id AND r.asked >= ?) LIMIT ?
      """,
      [.integer(refusedBefore), .integer(Int64(limit))]
    ) { $0.text(at: 0) ?? "" }
  }

  /// People whose turn to be asked for anew came after the last settled run.
  ///
  /// - Parameters:
  ///   - interval: How long it is from one turn of theirs to the next, ms.
  ///   - lastSettled: When the last run began that asked all that was due, ms since 1970 UTC.
  ///   - now: When this run began, ms.
  /// - Returns: Their userIds.
  /// - Throws: `SQLiteError`.
  package func usersInTurn(
    every interval: Int64,
    since lastSettled: Int64,
    now: Int64
  ) throws -> [String] {
    try connection.rows("SELECT user_id FROM user WHERE described = 1") { $0.text(at: 0) ?? "" }
      .filter {
        IdleSchedule.lastTurn(of: WireID($0), every: interval, upTo: now) > lastSettled
      }
  }

  /// Whether the index has any item of a conversation.
  ///
  /// - Parameter convId: The conversation.
  /// - Returns: Whether it has; items of the open transaction do not count.
  /// - Throws: `SQLiteError`.
  package func hasItems(in convId: String) throws -> Bool {
    try begin()
    let id = try directory.conversation(WireID(convId))
    let term = String(decoding: ScopeTerm.conversation(id), as: UTF8.self)
    return try connection.integer(
      "SELECT 1 FROM item_fts WHERE item_fts MATCH ? LIMIT 1",
      [.text("\"\u{1}\(term)\"")]
    ) != nil
  }
}
