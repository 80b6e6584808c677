internal import Circuit
internal import SQLite

/// The statements that write the rows of an item, kept prepared.
struct ItemStatements {
  let insertItems: BulkInsert
  let insertTexts: BulkInsert
  let deleteItem: Statement
  let deleteText: Statement
  let insertLikes: BulkInsert
  let restoreLike: Statement
  let insertAttachment: Statement
  let urlForms: URLForms
  let deleteAttachments: Statement
  let words: WordStatements
  let indexedWords: Statement

  init(connection: Connection) throws {
    insertItems = try BulkInsert(into: "item", columns: 13, on: connection)
    insertTexts = try BulkInsert(into: "item_text", columns: 6, on: connection)
    deleteItem = try connection.statement("DELETE FROM item WHERE id = ?")
    deleteText = try connection.statement("DELETE FROM item_text WHERE id = ?")
    insertLikes = try BulkInsert(
      into: "item_like(item, user, ordinal, first_run)",
      columns: 4,
      on: connection
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
    urlForms = try URLForms(connection: connection)
    deleteAttachments = try connection.statement("DELETE FROM attachment WHERE item = ?")
    words = try WordStatements(connection: connection)
    indexedWords = try connection.statement(
      "SELECT subject, content, terms FROM indexed_item WHERE id = ?"
    )
  }

  /// Writes the narrow rows of items.
  func insert(_ items: some RandomAccessCollection<IncomingItem>) throws {
    try insertItems.add(items) { item, row, first in
      let facts = item.facts
      let isDisplaced = Rowid.millisecond(of: item.rowid) != facts.time
      try row.bind(item.rowid, at: first)
      try row.bind(facts.conversation, at: first + 1)
      try row.bind(facts.creator, at: first + 2)
      try row.bind(facts.kind.value, at: first + 3)
      try row.bind(facts.state, at: first + 4)
      try row.bind(facts.isWebhook, at: first + 5)
      try row.bind(facts.isGone, at: first + 6)
      try row.bind(facts.isQuestion, at: first + 7)
      try row.bind(facts.thread, at: first + 8)
      try row.bind(isDisplaced ? facts.time : nil, at: first + 9)
      try row.bind(facts.modified.map { $0 - facts.time }, at: first + 10)
      try row.bind(facts.likes, at: first + 11)
      try row.bind(facts.files, at: first + 12)
    }
  }

  func insert(_ file: StoredAttachment, ordinal: Int, item: Int64) throws {
    let row = insertAttachment
    try row.bind(item, at: 1)
    try row.bind(Int64(ordinal), at: 2)
    try row.bind(text: file.fileID, at: 3)
    try row.bind(text: file.name, at: 4)
    try row.bind(text: file.mimeType, at: 5)
    try row.bind(file.size, at: 6)
    for (url, position) in [(file.url, 7), (file.deleteURL, 8)] {
      if let form = try urlForms.number(of: url, file: file.fileID) {
        try row.bind(form, at: position)
      } else {
        try row.bind(text: url, at: position)
      }
    }
    try row.bind(file.itemID, at: 9)
    try row.bind(file.creator, at: 10)
    try row.bind(file.created, at: 11)
    try row.bind(file.modified, at: 12)
    try row.bind(text: file.extra, at: 13)
    try row.run()
  }
}
