internal import Circuit
internal import SQLite

/// Gives an index's records back as the API gave them, a JSON object a line: the archive format.
///
/// All of it is of one moment, whatever a writer does meanwhile. What the API did not describe (people and
/// conversations that are only mentioned) is left out, and so are items that vanished and likes, flags and pins taken
/// back: an archive says what is there.
public final class IndexExport {
  private let connection: Connection
  private let fields: FieldChoice

  /// Which fields are given.
  public enum FieldChoice: Sendable {
    /// Every field that the API gave, those that its reference does not know included.
    case all
    /// Those that the API's reference knows.
    case known
  }

  /// Opens the index at `path`.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - fields: Which fields to give.
  /// - Throws: `IndexError`, or `SQLiteError`.
  public init(path: String, fields: FieldChoice = .all) throws {
    connection = try Store.reader(at: path)
    self.fields = fields
    try connection.execute("BEGIN")
  }

  /// How many items there are to give.
  ///
  /// - Throws: `SQLiteError`.
  public func itemCount() throws -> Int {
    Int(try connection.integer("SELECT count(*) FROM item WHERE gone = 0") ?? 0)
  }

  /// How many items are left out because they vanished.
  ///
  /// - Throws: `SQLiteError`.
  public func goneCount() throws -> Int {
    Int(try connection.integer("SELECT count(*) FROM item WHERE gone <> 0") ?? 0)
  }

  /// Gives the items, in order of time.
  ///
  /// - Parameter body: Gets each line, without a line end.
  /// - Throws: `SQLiteError`, `EncodingProblem` for a damaged item, and what `body` throws.
  public func items(_ body: ([UInt8]) throws -> Void) throws {
    let encoder = try StoredItemEncoder(
      connection: connection,
      known: fields == .known ? .item : nil
    )
    try encoder.forEachLine(body)
  }

  /// Gives the people whom the API described.
  ///
  /// - Parameter body: Gets each line, without a line end.
  /// - Throws: `SQLiteError`, `EncodingProblem` for a damaged record, and what `body` throws.
  public func users(_ body: ([UInt8]) throws -> Void) throws {
    let sql = """
      SELECT user_id, display_name, first_name, last_name, email, type, state, extra
      FROM user WHERE described = 1 ORDER BY id
      """
    try lines(sql, known: .user, body) { row in
      User(
        userId: row.text(at: 0) ?? "",
        displayName: row.text(at: 1),
        firstName: row.text(at: 2),
        lastName: row.text(at: 3),
        emailAddress: row.text(at: 4),
        userType: row.text(at: 5),
        userState: row.text(at: 6),
        remainder: row.text(at: 7)
      )
    }
  }

  /// Gives the conversations that the API described, with their participants.
  ///
  /// - Parameter body: Gets each line, without a line end.
  /// - Throws: `SQLiteError`, `EncodingProblem` for a damaged record, and what `body` throws.
  public func conversations(_ body: ([UInt8]) throws -> Void) throws {
    let sql = """
      SELECT c.conv_id, c.type, c.topic, c.topic_placeholder, c.description, u.user_id, c.created, c.modified,
        c.extra, c.id
      FROM conversation c LEFT JOIN user u ON u.id = c.creator WHERE c.described = 1 ORDER BY c.id
      """
    let participants = """
      SELECT u.user_id FROM participant p JOIN user u ON u.id = p.user WHERE p.conversation = ?
      ORDER BY p.ordinal
      """
    try lines(sql, known: .conversation, body) { row in
      Conversation(
        convId: row.text(at: 0) ?? "",
        type: row.text(at: 1),
        topic: row.text(at: 2),
        topicPlaceholder: row.text(at: 3),
        description: row.text(at: 4),
        creatorId: row.text(at: 5),
        creationTime: row.optionalInteger(at: 6),
        modificationTime: row.optionalInteger(at: 7),
        participants: try connection.texts(participants, [row.value(at: 9)]),
        remainder: row.text(at: 8)
      )
    }
  }

  /// Gives the flags that are set.
  ///
  /// - Parameter body: Gets each line, without a line end.
  /// - Throws: `SQLiteError`, `EncodingProblem` for a damaged record, and what `body` throws.
  public func flags(_ body: ([UInt8]) throws -> Void) throws {
    let sql = """
      SELECT u.user_id, wire_id(f.item_id), c.conv_id, f.extra FROM flag f JOIN user u ON u.id = f.user
        LEFT JOIN conversation c ON c.id = f.conversation
      WHERE f.gone_run IS NULL ORDER BY f.user, f.item_id
      """
    try lines(sql, known: .mark, body) { row in
      FlagRecord(
        userId: row.text(at: 0) ?? "",
        itemId: row.text(at: 1) ?? "",
        convId: row.text(at: 2),
        remainder: row.text(at: 3)
      )
    }
  }

  /// Gives people's labels and the conversations they are on.
  ///
  /// - Parameter body: Gets each line, without a line end.
  /// - Throws: `SQLiteError`, `EncodingProblem` for a damaged record, and what `body` throws.
  public func labels(_ body: ([UInt8]) throws -> Void) throws {
    let sql = """
      SELECT u.user_id, l.label_id, l.value, l.extra, l.id FROM label l JOIN user u ON u.id = l.user ORDER BY l.id
      """
    let conversations = """
      SELECT c.conv_id FROM label_conversation x JOIN conversation c ON c.id = x.conversation
      WHERE x.label = ? ORDER BY c.id
      """
    try lines(sql, known: .mark, body) { row in
      LabelRecord(
        userId: row.text(at: 0) ?? "",
        labelId: row.text(at: 1) ?? "",
        value: row.text(at: 2),
        convIds: try connection.texts(conversations, [row.value(at: 4)]),
        remainder: row.text(at: 3)
      )
    }
  }

  /// Gives people's favourite conversations.
  ///
  /// - Parameter body: Gets each line, without a line end.
  /// - Throws: `SQLiteError`, `EncodingProblem` for a damaged record, and what `body` throws.
  public func favorites(_ body: ([UInt8]) throws -> Void) throws {
    let sql = """
      SELECT u.user_id, c.conv_id FROM favorite f JOIN user u ON u.id = f.user
        JOIN conversation c ON c.id = f.conversation ORDER BY f.user, f.conversation
      """
    try lines(sql, known: .mark, body) { row in
      FavoriteRecord(userId: row.text(at: 0) ?? "", convId: row.text(at: 1) ?? "")
    }
  }

  /// Gives the pins that are set.
  ///
  /// - Parameter body: Gets each line, without a line end.
  /// - Throws: `SQLiteError`, `EncodingProblem` for a damaged record, and what `body` throws.
  public func pins(_ body: ([UInt8]) throws -> Void) throws {
    let sql = """
      SELECT c.conv_id, wire_id(p.item_id), p.pinned, u.user_id, p.extra FROM pin p
        JOIN conversation c ON c.id = p.conversation LEFT JOIN user u ON u.id = p.user
      WHERE p.gone_run IS NULL ORDER BY p.conversation, p.item_id
      """
    try lines(sql, known: .mark, body) { row in
      PinRecord(
        convId: row.text(at: 0) ?? "",
        itemId: row.text(at: 1) ?? "",
        pinnedTime: row.optionalInteger(at: 2),
        userId: row.text(at: 3),
        remainder: row.text(at: 4)
      )
    }
  }

  /// Encodes a record a row.
  private func lines(
    _ sql: String,
    known: KnownFields,
    _ body: ([UInt8]) throws -> Void,
    record: (Row) throws -> some ArchiveRecord
  ) throws {
    var line: [UInt8] = []
    try connection.forEachRow(sql) { row in
      line.removeAll(keepingCapacity: true)
      try record(row).append(to: &line, keeping: fields == .known ? known : nil)
      try body(line)
    }
  }
}

extension Connection {
  fileprivate func texts(_ sql: String, _ values: [Value]) throws -> [String] {
    try rows(sql, values) { $0.text(at: 0) ?? "" }
  }
}
