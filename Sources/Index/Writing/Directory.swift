internal import Circuit
internal import SQLite
internal import Text

/// Gives people and conversations their dense ids, making placeholder rows for those not described yet.
final class Directory {
  private let connection: Connection
  private let findUser: Statement
  private let addUser: Statement
  private let findConversation: Statement
  private let addConversation: Statement
  private var users: [WireID: Int64] = [:]
  private var conversations: [WireID: Int64] = [:]
  /// Caches start over at this size: 100 million messages may have millions of people.
  private static let cached = 500_000

  init(connection: Connection) throws {
    self.connection = connection
    findUser = try connection.statement("SELECT id FROM user WHERE user_id = ?")
    addUser = try connection.statement("INSERT INTO user(user_id, described) VALUES (?, 0)")
    findConversation = try connection.statement("SELECT id FROM conversation WHERE conv_id = ?")
    addConversation = try connection.statement(
      "INSERT INTO conversation(conv_id, described) VALUES (?, 0)"
    )
  }

  /// The person's dense id; 0 when the API gave none.
  func user(_ id: WireID?) throws -> Int64 {
    guard let id else { return 0 }
    if let known = users[id] { return known }
    if users.count > Self.cached { users.removeAll() }
    let dense = try Self.dense(id.text, find: findUser, add: addUser, of: connection)
    users[id] = dense
    return dense
  }

  /// The conversation's dense id; 0 when the API gave none.
  func conversation(_ id: WireID?) throws -> Int64 {
    guard let id else { return 0 }
    if let known = conversations[id] { return known }
    if conversations.count > Self.cached { conversations.removeAll() }
    let dense = try Self.dense(
      id.text,
      find: findConversation,
      add: addConversation,
      of: connection
    )
    conversations[id] = dense
    return dense
  }

  private static func dense(
    _ text: String,
    find: Statement,
    add: Statement,
    of connection: Connection
  ) throws -> Int64 {
    try find.bind(text, at: 1)
    defer { find.reset() }
    if try find.step() { return find.row.integer(at: 0) }
    try add.bind(text, at: 1)
    try add.run()
    return connection.lastInsertedRowid
  }
}
