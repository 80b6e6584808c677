internal import Circuit
internal import SQLite

/// Encodes the items of an index as the API's JSON, one after the other in order of time.
///
/// Fields are gathered in one buffer per item, in which the encoder's spans point.
final class StoredItemEncoder {
  private let connection: Connection
  private let contents: ContentUnpacker
  private let known: KnownFields?
  private let knownOfFiles: KnownFields?
  private let likes: Statement
  private let files: Statement
  private var users: NameCache
  private var conversations: NameCache
  private var fields: [UInt8] = []

  /// Prepares to read; of what no column holds it keeps the `known` fields, or all for nil.
  init(connection: Connection, known: KnownFields?) throws {
    self.connection = connection
    self.known = known
    knownOfFiles = known == nil ? nil : .attachment
    contents = ContentUnpacker(connection: connection)
    likes = try connection.statement(
      "SELECT user FROM item_like WHERE item = ? AND gone_run IS NULL ORDER BY ordinal"
    )
    files = try connection.statement(
      """
      SELECT file_id, name, mime_type, \(URLForms.sql("url")), \(URLForms.sql("delete_url")), creator, item_id, extra,
        size, created, modified
      FROM attachment WHERE item = ? ORDER BY ordinal
      """
    )
    users = try NameCache(connection, "SELECT user_id FROM user WHERE id = ?")
    conversations = try NameCache(connection, "SELECT conv_id FROM conversation WHERE id = ?")
  }

  /// Gives each item's line.
  func forEachLine(_ body: ([UInt8]) throws -> Void) throws {
    var line: [UInt8] = []
    let sql = """
      SELECT i.id, t.item_id, i.conversation, i.creator, i.kind, i.state, i.webhook,
        (SELECT head_item_id FROM thread WHERE id = i.thread), coalesce(i.created, i.id >> 3), i.modified,
        i.likes, i.files, t.form, t.subject, t.content, t.extra
      FROM item i JOIN item_text t ON t.id = i.id WHERE i.gone = 0 ORDER BY i.id
      """
    try connection.forEachRow(sql) { row in
      line.removeAll(keepingCapacity: true)
      try encode(row, to: &line)
      try body(line)
    }
  }

  private func encode(_ row: Row, to line: inout [UInt8]) throws {
    fields.removeAll(keepingCapacity: true)
    let places = ItemPlaces(
      itemId: add(wireID: row, at: 1),
      convId: add(try conversations.name(of: row.integer(at: 2))),
      creatorId: add(try users.name(of: row.integer(at: 3))),
      type: row.isText(at: 4) ? add(row.bytes(at: 4)) : nil,
      parentId: row.isNull(at: 7) ? nil : add(wireID: row, at: 7),
      subject: add(row.bytes(at: 13)),
      content: add(try contents.content(row, at: 14)),
      remainder: add(try Self.kept(row.bytes(at: 15), known)),
      likes: row.integer(at: 10) == 0 ? [] : try addLikes(of: row.integer(at: 0)),
      files: row.integer(at: 11) == 0 ? [] : try addFiles(of: row.integer(at: 0))
    )
    try fields.withUnsafeBufferPointer { fields in
      var item = Item(itemId: places.itemId.span(in: fields), kind: .init(stored: row.value(at: 4)))
      item.takeFields(of: places, in: fields)
      item.takeColumns(of: row)
      try ItemEncoder.append(
        item,
        likedUserIds: places.likes.map { $0.span(in: fields) },
        attachments: places.files.map { $0.attachment(in: fields) },
        to: &line
      )
    }
  }

  private func addLikes(of rowid: Int64) throws -> [FieldPlace] {
    try likes.bind(rowid, at: 1)
    defer { likes.reset() }
    var places: [FieldPlace] = []
    while try likes.step() {
      if let place = add(try users.name(of: likes.row.integer(at: 0))) { places.append(place) }
    }
    return places
  }

  private func addFiles(of rowid: Int64) throws -> [FilePlaces] {
    try files.bind(rowid, at: 1)
    defer { files.reset() }
    var places: [FilePlaces] = []
    while try files.step() {
      let row = files.row
      places.append(
        FilePlaces(
          fileId: add(row.bytes(at: 0)),
          fileName: add(row.bytes(at: 1)),
          mimeType: add(row.bytes(at: 2)),
          url: add(row.bytes(at: 3)),
          deleteUrl: add(row.bytes(at: 4)),
          creatorId: add(try users.name(of: row.integer(at: 5))),
          itemId: row.isNull(at: 6) ? nil : add(wireID: row, at: 6),
          remainder: add(try Self.kept(row.bytes(at: 7), knownOfFiles)),
          size: row.optionalInteger(at: 8),
          creationTime: row.optionalInteger(at: 9),
          modificationTime: row.optionalInteger(at: 10)
        )
      )
    }
    return places
  }

  private static func kept(_ remainder: [UInt8]?, _ known: KnownFields?) throws -> [UInt8]? {
    guard let known, let remainder else { return remainder }
    return try known.filtered(remainder)
  }

  private func add(_ value: [UInt8]?) -> FieldPlace? {
    guard let value else { return nil }
    fields.append(contentsOf: value)
    return FieldPlace(range: fields.count - value.count..<fields.count)
  }

  private func add(wireID row: Row, at column: Int) -> FieldPlace {
    let start = fields.count
    row.withBytes(at: column) { bytes in
      if row.isText(at: column) {
        fields.append(contentsOf: bytes)
      } else {
        UUIDBytes.append(textOf: UnsafeRawBufferPointer(bytes), to: &fields)
      }
    }
    return FieldPlace(range: start..<fields.count)
  }
}

/// The API's ids of people or conversations by their dense ones.
private struct NameCache {
  private let find: Statement
  private var names: [Int64: [UInt8]] = [:]
  private static let cached = 500_000

  init(_ connection: Connection, _ sql: String) throws { find = try connection.statement(sql) }

  /// The id; nil for 0, which stands for none.
  mutating func name(of dense: Int64) throws -> [UInt8]? {
    guard dense != 0 else { return nil }
    if let known = names[dense] { return known }
    if names.count > Self.cached { names.removeAll() }
    try find.bind(dense, at: 1)
    defer { find.reset() }
    guard try find.step() else { return nil }
    names[dense] = find.row.bytes(at: 0)
    return names[dense]
  }
}
