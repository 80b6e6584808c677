internal import Index
internal import SQLite

/// What an index says, so that two can be compared: every logical table, by the API's ids, without row numbers, and
/// without when and by which run a thing came.
package enum IndexContents {
  /// A line each, sorted.
  ///
  /// - Parameters:
  ///   - path: The index's path.
  ///   - tables: Which tables; none: all.
  /// - Returns: The lines.
  /// - Throws: `IndexError`, or `SQLiteError`.
  package static func lines(
    ofIndexAt path: String,
    _ tables: Set<String> = []
  ) throws -> [String] {
    let connection = try Store.reader(at: path)
    return try queries.filter { tables.isEmpty || tables.contains($0.0) }.flatMap { name, sql in
      try connection.rows(sql) { row in
        name + ": "
          + (0..<row.count).map { String(describing: row.value(at: $0)) }.joined(separator: " | ")
      }
    }.sorted()
  }

  private static let queries = [
    (
      "item",
      """
      SELECT i.itemId, c.convId, p.userId, i.type, i.creationTime, i.modificationTime, i.state, i.gone, i.webhook,
        i.question, i.reply, i.likes, i.files, i.replies, i.subject, i.text,
        (SELECT extra FROM item_text t WHERE t.id = i.item)
      FROM items i LEFT JOIN conversations c USING (conversation) LEFT JOIN people p USING (person)
      """
    ),
    (
      "words",
      "SELECT i.itemId, x.terms <> '' FROM items i JOIN item_fts x ON x.rowid = i.item"
    ),
    (
      "like",
      "SELECT i.itemId, p.userId FROM likes JOIN items i USING (item) JOIN people p ON p.person = likes.person"
    ),
    (
      "file",
      "SELECT i.itemId, f.ordinal, f.fileId, f.fileName FROM files f JOIN items i USING (item)"
    ),
    (
      "flag",
      "SELECT wire_id(f.item_id), p.userId, f.gone_run IS NULL FROM flag f JOIN people p ON p.person = f.user"
    ),
    (
      "pin",
      """
      SELECT wire_id(x.item_id), c.convId, x.gone_run IS NULL FROM pin x
      JOIN conversations c USING (conversation)
      """
    ),
    (
      "conversation",
      "SELECT convId, type, name, topic, modificationTime, described FROM conversations"
    ),
    (
      "participant",
      """
      SELECT c.convId, p.userId FROM participant m JOIN conversations c USING (conversation)
      JOIN people p ON p.person = m.user
      """
    ),
    ("person", "SELECT userId, name, emailAddress, described FROM people"),
    (
      "label",
      """
      SELECT p.userId, l.value, c.convId FROM label l JOIN people p ON p.person = l.user
      LEFT JOIN label_conversation x ON x.label = l.id LEFT JOIN conversations c USING (conversation)
      """
    ),
    (
      "favorite",
      """
      SELECT p.userId, c.convId FROM favorite f JOIN people p ON p.person = f.user
      JOIN conversations c USING (conversation)
      """
    ),
    ("quarter of an hour", "SELECT * FROM quarter_hourly"),
    (
      "sight",
      """
      SELECT a.name, c.convId, s.is_member, s.gone_run IS NULL FROM account_conversation s
      JOIN account a ON a.id = s.account JOIN conversations c USING (conversation)
      """
    ),
    (
      "reading",
      """
      SELECT c.convId, s.completeFrom, s.newest, s.backfilledAt IS NULL, s.gaps, s.pending, s.lostSince IS NULL
      FROM coverage s JOIN conversations c USING (conversation)
      """
    ),
    ("absence", "SELECT wire_id(item_id), gone_run IS NULL FROM absence"),
    ("quarantine", "SELECT source, reason, hex(bytes) FROM quarantine"),
  ]
}
