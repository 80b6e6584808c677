internal import CSQLite

extension Connection {
  /// From here on refuses statements that do anything but read: no write, attach, pragma, load or temporary object.
  ///
  /// For SQL that others wrote, such as report definitions.
  ///
  /// - Throws: `SQLiteError` if the authorizer cannot be set.
  public func allowOnlyReading() throws(SQLiteError) {
    idle.removeAll()
    try check(
      sqlite3_set_authorizer(
        handle,
        { _, action, first, second, _, _ in
          switch action {
          case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
          case SQLITE_FUNCTION:
            let name = second.map { String(cString: $0).lowercased() } ?? ""
            return name == "load_extension" || name == "fts5" ? SQLITE_DENY : SQLITE_OK
          // FTS5 reads its own tables and asks for their data version while it does.
          case SQLITE_PRAGMA:
            return first.map { String(cString: $0) } == "data_version" ? SQLITE_OK : SQLITE_DENY
          default: return SQLITE_DENY
          }
        },
        nil
      )
    )
  }

  /// Takes the authorizer away again.
  ///
  /// - Throws: `SQLiteError` if that fails.
  public func allowEverything() throws(SQLiteError) {
    idle.removeAll()
    try check(sqlite3_set_authorizer(handle, nil, nil))
  }
}
