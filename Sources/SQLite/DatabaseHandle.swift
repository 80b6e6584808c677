internal import CSQLite

/// Owns SQLite's own handle.
///
/// A connection and its statements share it, so that a statement keeps the database open without
/// keeping the connection, whose cache holds statements.
final class DatabaseHandle {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  deinit { sqlite3_close_v2(pointer) }

  func error(_ code: Int32, sql: String?) -> SQLiteError {
    SQLiteError(
      extendedCode: code,
      message: String(cString: sqlite3_errmsg(pointer)),
      sql: sql
    )
  }
}
