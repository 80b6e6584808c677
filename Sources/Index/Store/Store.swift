public import SQLite
internal import Text

/// Opens index files: with their functions and tokenizer registered, and only when this program understands them.
public enum Store {
  /// Opens an index for reading; also one in a folder that may not be written, where that is possible.
  ///
  /// - Parameter path: The file's path.
  /// - Returns: A connection that cannot write.
  /// - Throws: `IndexError`, or `SQLiteError` when the file is damaged.
  public static func reader(at path: String) throws -> Connection {
    let connection = try opened(path)
    let tokenizer = IndexTokenizer()
    try SQLFunctions.register(on: connection, tokenizer: tokenizer)
    tokenizer.use(try languages(of: connection, path: path))
    try connection.execute("PRAGMA cache_size = -65536; PRAGMA mmap_size = 2147418112")
    return connection
  }

  private static func opened(_ path: String) throws -> Connection {
    let connection: Connection
    do throws(SQLiteError) {
      connection = try Connection.reading(path)
    } catch {
      throw explained(error, path: path)
    }
    try checkIdentity(of: connection, path: path)
    return connection
  }

  /// Opens an index for writing, making or migrating it as needed.
  ///
  /// - Parameters:
  ///   - path: The file's path; missing folders are not made.
  ///   - tokenizer: The tokenizer to register; the writer keeps it to replay tokens.
  ///   - languages: The languages whose stems are to stand beside the words, which can be chosen as long as the index
  ///     has no item; nil for those it has.
  /// - Returns: A connection that can write.
  /// - Throws: `IndexError`, or `SQLiteError` when the file is damaged or the disk is full.
  static func writer(
    at path: String,
    tokenizer: IndexTokenizer,
    languages: Languages? = nil
  ) throws -> Connection {
    do {
      let connection = try writable(path, tokenizer)
      if let languages { try choose(languages, on: connection, path: path) }
      let languages = try self.languages(of: connection, path: path)
      tokenizer.use(languages)
      let analysis = AnalysisVersion.current(with: languages)
      try checkAnalysis(of: connection, is: analysis, path: path)
      return connection
    } catch let error as SQLiteError {
      throw explained(error, path: path)
    }
  }

  /// Opens an index that is there for checking or repairing it, whatever rules made its words.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - languages: The languages to make the stems of, for a repair; nil for those the index has.
  /// - Returns: A connection that can write.
  /// - Throws: `IndexError`, or `SQLiteError` when the file is damaged.
  static func keeper(at path: String, languages: Languages? = nil) throws -> Connection {
    // A reader makes no file where there is none.
    _ = try opened(path)
    do {
      let tokenizer = IndexTokenizer()
      let connection = try writable(path, tokenizer)
      tokenizer.use(try languages ?? self.languages(of: connection, path: path))
      return connection
    } catch let error as SQLiteError {
      throw explained(error, path: path)
    }
  }

  private static func writable(_ path: String, _ tokenizer: IndexTokenizer) throws -> Connection {
    let connection = try Connection(path: path, access: .create)
    try SQLFunctions.register(on: connection, tokenizer: tokenizer)
    if try connection.integer("SELECT count(*) FROM sqlite_schema") == 0 {
      try create(on: connection)
    } else {
      try checkIdentity(of: connection, path: path)
    }
    try connection.execute(
      """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;
      PRAGMA cache_size = -81920; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = \(Checkpointer.fewest)
      """
    )
    return connection
  }

  private static func create(on connection: Connection) throws {
    // Before the first page is written, so that a later VACUUM is not needed for either.
    try connection.execute("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL")
    try connection.transaction {
      // Another process may have made it between the look and the lock.
      guard try connection.integer("SELECT count(*) FROM sqlite_schema") == 0 else { return }
      try connection.execute(Schema.script)
      try connection.execute(
        "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.version)"
      )
      try connection.execute(
        "INSERT INTO meta(key, value) VALUES ('revision', 0), ('max_displacement_ms', 0)"
      )
      try note(.none, on: connection)
    }
  }

  private static func checkIdentity(of connection: Connection, path: String) throws {
    do {
      guard try connection.integer("PRAGMA application_id") == Int64(Schema.applicationID) else {
        throw IndexError.notAnIndex(path: path)
      }
      let version = Int(try connection.integer("PRAGMA user_version") ?? 0)
      guard version <= Schema.version else {
        throw IndexError.tooNew(path: path, version: version, known: Schema.version)
      }
    } catch let error as SQLiteError {
      throw explained(error, path: path)
    }
  }

  /// The error a user can act on, where SQLite's own says less.
  private static func explained(_ error: SQLiteError, path: String) -> any Error {
    if error.isBusy { return IndexError.busy(path: path) }
    if error.cannotOpen { return IndexError.missing(path: path) }
    if error.isReadOnly { return IndexError.unreadableLog(path: path) }
    if error.isNotADatabase { return IndexError.notAnIndex(path: path) }
    return error
  }
}
