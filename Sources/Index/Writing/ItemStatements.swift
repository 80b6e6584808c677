internal import Circuit
internal import SQLite

/// The statements that write the rows of an item, kept prepared.
struct ItemStatements {
  let insertItem: Statement
  let insertText: Statement
  let deleteItem: Statement
  let deleteText: Statement
  let insertLike: Statement
  let restoreLike: Statement
  let insertAttachment: Statement
  let deleteAttachments: Statement
  let insertWords: Statement
  let deleteWords: Statement
  let indexedWords: Statement

  init(connection: Connection) throws {
    insertItem = try connection.statement(
      "INSERT INTO item VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
    )
    insertText = try connection.statement("INSERT INTO item_text VALUES (?,?,?,?,?,?)")
    deleteItem = try connection.statement("DELETE FROM item WHERE id = ?")
    deleteText = try connection.statement("DELETE FROM item_text WHERE id = ?")
    insertLike = try connection.statement(
      "INSERT INTO item_like(item, user, ordinal, first_run) VALUES (?,?,?,?)"
    )
    restoreLike = try connection.statement(
      """
      INSERT INTO item_like(item, user, ordinal, first_run) VALUES (?,?,?,?)
      ON CONFLICT(item, user) DO UPDATE SET ordinal = excluded.ordinal,
        first_run = CASE WHEN gone_run IS NULL THEN first_run ELSE excluded.first_run END, gone_run = NULL,
        last_seen = NULL
      """
    )
    insertAttachment = try connection.statement(
      "INSERT INTO attachment VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
    )
    deleteAttachments = try connection.statement("DELETE FROM attachment WHERE item = ?")
    insertWords = try connection.statement(
      "INSERT INTO item_fts(rowid, subject, content, terms) VALUES (?,?,?,?)"
    )
    deleteWords = try connection.statement(
      "INSERT INTO item_fts(item_fts, rowid, subject, content, terms) VALUES ('delete',?,?,?,?)"
    )
    indexedWords = try connection.statement(
      "SELECT subject, content, terms FROM indexed_item WHERE id = ?"
    )
  }

  func insert(_ facts: ItemFacts, at rowid: Int64) throws {
    let row = insertItem
    try row.bind(rowid, at: 1)
    try row.bind(facts.conversation, at: 2)
    try row.bind(facts.creator, at: 3)
    try row.bind(facts.kind.value, at: 4)
    try row.bind(facts.state, at: 5)
    try row.bind(facts.isWebhook, at: 6)
    try row.bind(facts.isGone, at: 7)
    try row.bind(facts.isQuestion, at: 8)
    try row.bind(facts.thread, at: 9)
    try row.bind(Rowid.millisecond(of: rowid) == facts.time ? nil : facts.time, at: 10)
    try row.bind(facts.modified.map { $0 - facts.time }, at: 11)
    try row.bind(facts.likes, at: 12)
    try row.bind(facts.files, at: 13)
    try row.run()
  }

  func insert(_ file: StoredAttachment, ordinal: Int, item: Int64) throws {
    let row = insertAttachment
    try row.bind(item, at: 1)
    try row.bind(Int64(ordinal), at: 2)
    try row.bind(text: file.fileID, at: 3)
    try row.bind(text: file.name, at: 4)
    try row.bind(text: file.mimeType, at: 5)
    try row.bind(file.size, at: 6)
    try row.bind(text: file.url, at: 7)
    try row.bind(text: file.deleteURL, at: 8)
    try row.bind(file.itemID, at: 9)
    try row.bind(file.creator, at: 10)
    try row.bind(file.created, at: 11)
    try row.bind(file.modified, at: 12)
    try row.bind(text: file.extra, at: 13)
    try row.run()
  }
}
