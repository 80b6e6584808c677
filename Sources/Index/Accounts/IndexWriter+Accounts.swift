internal import Circuit
internal import SQLite

extension IndexWriter {
  /// The row of an account, made for one that was only named on a command line.
  ///
  /// The same address and the same place of the token are the same account, whatever it is called.
  ///
  /// - Parameter account: The account.
  /// - Returns: The row's id.
  /// - Throws: `SQLiteError`.
  public func register(_ account: Account) throws -> Int64 {
    let known = try connection.integer(
      """
      SELECT id FROM account WHERE base_url = ? AND credentials = ?
      ORDER BY configured DESC, name = ? DESC, id LIMIT 1
      """,
      [.text(account.baseURL.text), .text(account.credentials.json), .text(account.name)]
    )
    if let known { return known }
    try begin()
    try connection.insert(account, isConfigured: false)
    return connection.lastInsertedRowid
  }

  /// Notes whose account it is.
  ///
  /// - Parameters:
  ///   - userId: The token's user.
  ///   - account: The account's row.
  /// - Throws: `SQLiteError`.
  public func setUser(_ userId: String, of account: Int64) throws {
    let known = try connection.integer(
      "SELECT 1 FROM account a JOIN user u ON u.id = a.user WHERE a.id = ? AND u.user_id = ?",
      [.integer(account), .text(userId)]
    )
    guard known == nil else { return }
    try begin()
    let user = try directory.user(WireID(userId))
    try connection.run(
      "UPDATE account SET user = ? WHERE id = ?",
      [.integer(user), .integer(account)]
    )
  }
}
