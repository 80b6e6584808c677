internal import CSQLite

/// What SQLite said when a call failed: its code, its message and the SQL, never the bound values.
///
///     do { try connection.execute("SELEC 1") } catch { print(error) }
///     // SQLite error 1: near "SELEC": syntax error, in: SELEC 1
public struct SQLiteError: Error, Sendable, Equatable {
  /// The extended result code, for example 2067 for a broken unique index.
  public let extendedCode: Int32
  /// SQLite's own message.
  public let message: String
  /// The statement that failed, when there was one.
  ///
  /// Values are bound, so none stand in it.
  public let sql: String?

  /// Makes an error from its parts.
  public init(extendedCode: Int32, message: String, sql: String? = nil) {
    self.extendedCode = extendedCode
    self.message = message
    self.sql = sql
  }

  /// The primary result code: the low byte of the extended one.
  public var code: Int32 { extendedCode & 0xff }

  /// Another connection holds the lock for longer than the busy timeout (`SQLITE_BUSY`).
  public var isBusy: Bool { code == SQLITE_BUSY }
  /// The statement was stopped by an interrupt or a deadline (`SQLITE_INTERRUPT`).
  public var isInterrupted: Bool { code == SQLITE_INTERRUPT }
  /// The file is damaged or is no database (`SQLITE_CORRUPT`, `SQLITE_NOTADB`).
  public var isCorrupt: Bool { code == SQLITE_CORRUPT || code == SQLITE_NOTADB }
  /// The file is something else than a database (`SQLITE_NOTADB`).
  public var isNotADatabase: Bool { code == SQLITE_NOTADB }
  /// The file, or the folder it lies in, may not be written (`SQLITE_READONLY`).
  public var isReadOnly: Bool { code == SQLITE_READONLY }
  /// The file cannot be opened (`SQLITE_CANTOPEN`).
  public var cannotOpen: Bool { code == SQLITE_CANTOPEN }
  /// An authorizer refused the statement (`SQLITE_AUTH`).
  public var isNotAuthorized: Bool { code == SQLITE_AUTH }
}

extension SQLiteError: CustomStringConvertible {
  /// One line: the code, the message and the SQL if any.
  public var description: String {
    let place = sql.map { ", in: \($0)" } ?? ""
    return "SQLite error \(extendedCode): \(message)\(place)"
  }
}
