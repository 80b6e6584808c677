internal import SQLite

/// An item as the index holds it: what an update is compared with.
struct StoredItem: Equatable {
  var rowid: Int64
  var facts: ItemFacts
  var form: Int64
  var subject: [UInt8]?
  var content: [UInt8]?
  var extra: [UInt8]?
  /// Dense ids of the people who like it now, in the API's order.
  var likes: [Int64]
  var attachments: [StoredAttachment]

  /// What the age of a version goes by: its modificationTime, else its time.
  var version: Int64 { facts.modified ?? facts.time }
}

/// A file as the index holds it.
struct StoredAttachment: Equatable {
  var fileID: [UInt8]?
  var name: [UInt8]?
  var mimeType: [UInt8]?
  var size: Int64?
  var url: [UInt8]?
  var deleteURL: [UInt8]?
  var itemID: WireID?
  var creator: Int64
  var created: Int64?
  var modified: Int64?
  var extra: [UInt8]?
}

/// Reads items as stored, with statements of its own.
struct StoredItemReader {
  private let item: Statement
  private let likes: Statement
  private let attachments: Statement
  private let contents: ContentUnpacker

  init(connection: Connection) throws {
    contents = ContentUnpacker(connection: connection)
    item = try connection.statement(
      """
      SELECT i.conversation, i.creator, i.kind, i.state, i.webhook, i.gone, i.question, i.thread,
        coalesce(i.created, i.id >> 3), i.modified, i.likes, i.files, t.form, t.subject, t.content, t.extra
      FROM item i JOIN item_text t ON t.id = i.id WHERE i.id = ?
      """
    )
    likes = try connection.statement(
      "SELECT user FROM item_like WHERE item = ? AND gone_run IS NULL ORDER BY ordinal"
    )
    attachments = try connection.statement(
      """
      SELECT file_id, name, mime_type, size, \(URLForms.sql("url")), \(URLForms.sql("delete_url")), item_id, creator,
        created, modified, extra
      FROM attachment WHERE item = ? ORDER BY ordinal
      """
    )
  }

  /// The item at `rowid`, or nil when there is none.
  func read(_ rowid: Int64) throws -> StoredItem? {
    try item.bind(rowid, at: 1)
    defer { item.reset() }
    guard try item.step() else { return nil }
    let row = item.row
    let time = row.integer(at: 8)
    let facts = ItemFacts(
      conversation: row.integer(at: 0),
      creator: row.integer(at: 1),
      kind: ItemKind(row, at: 2),
      state: row.integer(at: 3),
      isWebhook: row.integer(at: 4) != 0,
      isGone: row.integer(at: 5) != 0,
      isQuestion: row.integer(at: 6) != 0,
      thread: row.optionalInteger(at: 7),
      time: time,
      modified: row.optionalInteger(at: 9).map { $0 + time },
      likes: row.integer(at: 10),
      files: row.integer(at: 11)
    )
    return StoredItem(
      rowid: rowid,
      facts: facts,
      form: row.integer(at: 12),
      subject: row.bytes(at: 13),
      content: try contents.content(row, at: 14),
      extra: row.bytes(at: 15),
      likes: facts.likes == 0 ? [] : try readLikes(rowid),
      attachments: facts.files == 0 ? [] : try readAttachments(rowid)
    )
  }

  private func readLikes(_ rowid: Int64) throws -> [Int64] {
    try likes.bind(rowid, at: 1)
    defer { likes.reset() }
    var people: [Int64] = []
    while try likes.step() { people.append(likes.row.integer(at: 0)) }
    return people
  }

  private func readAttachments(_ rowid: Int64) throws -> [StoredAttachment] {
    try attachments.bind(rowid, at: 1)
    defer { attachments.reset() }
    var files: [StoredAttachment] = []
    while try attachments.step() {
      let row = attachments.row
      files.append(
        StoredAttachment(
          fileID: row.bytes(at: 0),
          name: row.bytes(at: 1),
          mimeType: row.bytes(at: 2),
          size: row.optionalInteger(at: 3),
          url: row.bytes(at: 4),
          deleteURL: row.bytes(at: 5),
          itemID: row.isNull(at: 6) ? nil : WireID(row, at: 6),
          creator: row.integer(at: 7),
          created: row.optionalInteger(at: 8),
          modified: row.optionalInteger(at: 9),
          extra: row.bytes(at: 10)
        )
      )
    }
    return files
  }
}
