internal import SQLite
public import Text

/// Makes everything derived anew from the items: full text, rollups, counts, heads.
public struct IndexRepair {
  private let connection: Connection
  private let languages: Languages

  /// Opens the index for writing, also when its words were made by other rules.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - languages: The languages whose stems are to stand beside the words; nil for those the index has.
  /// - Throws: `IndexError`, or `SQLiteError`.
  public init(path: String, languages: Languages? = nil) throws {
    connection = try Store.keeper(at: path, languages: languages)
    self.languages = try languages ?? Store.languages(of: connection, path: path)
  }

  /// Makes all of it anew in one transaction: killed half-way, the file is as it was.
  ///
  /// A full-text index is dropped and refilled, not told to 'rebuild', which would trust damaged parts of its own.
  ///
  /// - Parameter progress: Called with the number of items done and of all.
  /// - Throws: `SQLiteError`.
  public func run(progress: (Int64, Int64) -> Void = { _, _ in }) throws {
    try connection.transaction {
      try connection.execute(Self.counts)
      try ItemBlockTable.refill(on: connection)
      for table in DayBlockTable.allCases { try table.refill(on: connection) }
      try connection.execute("DROP TABLE IF EXISTS item_fts;" + Schema.fullTextTable)
      try refill(progress: progress)
      try Store.note(languages, on: connection)
      try connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'revision'")
    }
    try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  private func refill(progress: (Int64, Int64) -> Void) throws {
    let total = try connection.integer("SELECT count(*) FROM item") ?? 0
    let insert = try connection.statement(
      """
      INSERT INTO item_fts(rowid, subject, content, terms)
      SELECT id, subject, content, terms FROM indexed_item WHERE id > ?1 ORDER BY id LIMIT 10000
      """
    )
    let lastID = try connection.statement(
      "SELECT max(id), count(*) FROM (SELECT id FROM item WHERE id > ? ORDER BY id LIMIT 10000)"
    )
    var last: Int64 = -1
    var done: Int64 = 0
    while true {
      try lastID.bind(last, at: 1)
      guard try lastID.step(), let next = lastID.row.optionalInteger(at: 0) else { return }
      done += lastID.row.integer(at: 1)
      lastID.reset()
      try insert.bind(last, at: 1)
      try insert.run()
      last = next
      progress(done, total)
    }
  }

  private static let counts = """
    DELETE FROM item_key; INSERT INTO item_key SELECT id_key(item_id), id FROM item_text ORDER BY 1, 2;
    UPDATE item SET likes = (SELECT count(*) FROM item_like l WHERE l.item = item.id AND l.gone_run IS NULL),
      files = (SELECT count(*) FROM attachment a WHERE a.item = item.id);
    UPDATE thread SET head = \(WireID.item(withID: "thread.head_item_id")),
      replies = (SELECT count(*) FROM item i WHERE i.thread = thread.id AND i.kind = 0 AND i.state <> 3 AND i.gone = 0);
    UPDATE flag SET item = \(WireID.item(withID: "flag.item_id"));
    UPDATE pin SET item = \(WireID.item(withID: "pin.item_id"));
    \(RollupRecount.refill)
    DELETE FROM topic_word; INSERT INTO topic_word(word, conversation) \(TopicWords.recount);
    UPDATE meta SET value = coalesce((SELECT max((id >> 3) - created) FROM item WHERE created IS NOT NULL), 0)
      WHERE key = 'max_displacement_ms';
    INSERT INTO meta(key, value) VALUES ('items_without_time',
      (SELECT count(*) FROM item_text WHERE form & \(ItemForm.timeIsFallback)))
      ON CONFLICT(key) DO UPDATE SET value = excluded.value;
    """
}
