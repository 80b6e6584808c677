internal import Circuit
internal import SQLite

/// The accounts that an index is kept with.
public struct AccountStore: Sendable {
  private let path: String

  /// The accounts of an index.
  ///
  /// - Parameter path: The index's path. Only `add` makes it where there is none.
  public init(path: String) { self.path = path }

  /// The accounts, by name.
  ///
  /// - Returns: None where there is no index yet.
  /// - Throws: `IndexError`, or `SQLiteError` when the file is damaged.
  public func accounts() throws -> [Account] {
    let connection: Connection
    do {
      connection = try Store.reader(at: path)
    } catch IndexError.missing {
      return []
    }
    return try connection.rows(
      """
      SELECT a.name, a.base_url, a.credentials, a.scopes, u.user_id
      FROM account a LEFT JOIN user u ON u.id = a.user WHERE a.configured = 1 ORDER BY a.name
      """
    ) { row in
      Account(
        name: row.text(at: 0) ?? "",
        baseURL: try BaseURL(row.text(at: 1) ?? ""),
        credentials: try CredentialSource(json: row.text(at: 2) ?? ""),
        scopes: (row.text(at: 3) ?? "").split(separator: " ").map(String.init),
        userId: row.text(at: 4)
      )
    }
  }

  /// The accounts of these names, in their order; all of them when none is named.
  ///
  /// - Parameter names: The names.
  /// - Returns: At least one account.
  /// - Throws: `AccountError`, `IndexError`, or `SQLiteError` when the file is damaged.
  public func accounts(named names: [String]) throws -> [Account] {
    let all = try accounts()
    guard !names.isEmpty else {
      if all.isEmpty { throw AccountError.noAccounts }
      return all
    }
    return try names.map { name in
      guard let account = all.first(where: { $0.name == name }) else {
        throw AccountError.unknown(name, known: all.map(\.name))
      }
      return account
    }
  }

  /// Adds an account, making the index if there is none.
  ///
  /// One that was removed and is added again at the same address under its name is the same account.
  ///
  /// - Parameter account: The account.
  /// - Throws: `AccountError.nameTaken`, `IndexError`, or `SQLiteError`.
  public func add(_ account: Account) throws {
    let connection = try Store.writer(at: path, tokenizer: IndexTokenizer())
    try connection.transaction {
      guard try Self.configured(account.name, on: connection) == nil else {
        throw AccountError.nameTaken(account.name)
      }
      let removed = try connection.integer(
        "SELECT max(id) FROM account WHERE name = ? AND base_url = ?",
        [.text(account.name), .text(account.baseURL.text)]
      )
      if let removed {
        try connection.run(
          "UPDATE account SET credentials = ?, scopes = ?, configured = 1 WHERE id = ?",
          [
            .text(account.credentials.json), .text(account.scopes.joined(separator: " ")),
            .integer(removed),
          ]
        )
      } else {
        try connection.insert(account, isConfigured: true)
      }
    }
  }

  /// Removes an account; what it has seen stays.
  ///
  /// - Parameter name: The account's name.
  /// - Throws: `AccountError.unknown`, `IndexError`, or `SQLiteError`.
  public func remove(named name: String) throws {
    let known = try accounts().map(\.name)
    guard known.contains(name) else { throw AccountError.unknown(name, known: known) }
    let connection = try Store.writer(at: path, tokenizer: IndexTokenizer())
    try connection.run(
      "UPDATE account SET configured = 0 WHERE name = ? AND configured = 1",
      [.text(name)]
    )
  }

  private static func configured(_ name: String, on connection: Connection) throws -> Int64? {
    try connection.integer(
      "SELECT id FROM account WHERE name = ? AND configured = 1",
      [.text(name)]
    )
  }
}

extension Connection {
  /// Inserts an account's row.
  func insert(_ account: Account, isConfigured: Bool) throws {
    try run(
      "INSERT INTO account(name, base_url, credentials, scopes, configured) VALUES (?,?,?,?,?)",
      [
        .text(account.name), .text(account.baseURL.text), .text(account.credentials.json),
        .text(account.scopes.joined(separator: " ")), .integer(isConfigured ? 1 : 0),
      ]
    )
  }
}
