internal import CSQLite

/// A prepared statement.
///
/// It is finalised when the last reference goes, by lifetime and not by result code.
///
/// Positions of parameters start at 1, of columns at 0, as in SQLite.
public final class Statement {
  let handle: OpaquePointer
  /// Keeps the database open for as long as the statement lives.
  private let database: DatabaseHandle
  /// The text the statement was prepared from.
  public let sql: String

  init(connection: Connection, sql: String, persistent: Bool) throws(SQLiteError) {
    database = connection.database
    self.sql = sql
    var prepared: OpaquePointer?
    var copy = sql
    let flags = persistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    let (code, rest) = copy.withUTF8 { text -> (Int32, Int) in
      text.withMemoryRebound(to: CChar.self) { text in
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v3(
          connection.handle,
          text.baseAddress,
          Int32(text.count),
          flags,
          &prepared,
          &tail
        )
        let used = tail.flatMap { tail in text.baseAddress.map { tail - $0 } } ?? 0
        return (code, text.count - used)
      }
    }
    guard code == SQLITE_OK else { throw database.error(code, sql: sql) }
    guard let prepared else {
      throw SQLiteError(extendedCode: SQLITE_MISUSE, message: "the statement is empty", sql: sql)
    }
    guard sql.utf8.suffix(rest).allSatisfy({ $0 <= 0x20 || $0 == UInt8(ascii: ";") }) else {
      sqlite3_finalize(prepared)
      throw SQLiteError(
        extendedCode: SQLITE_MISUSE,
        message: "more than one statement where one is expected",
        sql: sql
      )
    }
    handle = prepared
  }

  deinit { sqlite3_finalize(handle) }

  /// Whether the statement makes no direct change to the database file.
  public var isReadOnly: Bool { sqlite3_stmt_readonly(handle) != 0 }

  /// How many parameters the statement takes.
  public var parameterCount: Int { Int(sqlite3_bind_parameter_count(handle)) }

  /// The position of a named parameter (`:name`, its prefix included), or nil.
  public func position(of name: String) -> Int? {
    let position = sqlite3_bind_parameter_index(handle, name)
    return position == 0 ? nil : Int(position)
  }

  /// The names of the result's columns.
  public var columnNames: [String] {
    (0..<Int(sqlite3_column_count(handle))).map { row.name(at: $0) }
  }

  /// The row the statement stands on after `step()` gave true.
  public var row: Row { Row(handle: handle) }

  /// Goes to the next row.
  ///
  /// - Returns: False when there is none (any more).
  /// - Throws: `SQLiteError`; the statement is reset then.
  public func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let error = database.error(code, sql: sql)
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Runs the statement to its end, ignores its rows, and resets it; bound values stay.
  ///
  /// - Throws: `SQLiteError`.
  public func run() throws(SQLiteError) {
    while try step() {}
    sqlite3_reset(handle)
  }

  /// Makes the statement ready to run again; bound values stay.
  public func reset() { sqlite3_reset(handle) }

  /// Sets all parameters to NULL.
  public func clearBindings() { sqlite3_clear_bindings(handle) }

  func check(_ code: Int32) throws(SQLiteError) {
    guard code == SQLITE_OK else { throw database.error(code, sql: sql) }
  }
}
