internal import CSQLite

/// A connection to one SQLite file.
///
/// Synchronous and not `Sendable`: one thread at a time, no lock inside.
///
///     let connection = try Connection(path: "trawl.db", access: .create)
///     try connection.run("INSERT INTO user(name) VALUES (?)", ["Ana"])
///     try connection.integer("SELECT count(*) FROM user")  // 1
public final class Connection {
  /// What a connection may do with its file.
  public enum Access: Sendable {
    /// Reads and writes, and makes the file if it is missing.
    case create
    /// Reads and writes a file that exists.
    case readWrite
    /// Only reads. A reader of a WAL file still needs its `-wal` and `-shm` files, or the right to make them.
    case readOnly
    /// Only reads a file that nobody changes meanwhile: no lock is taken and no `-shm` file is needed.
    case immutable
  }

  let database: DatabaseHandle
  var handle: OpaquePointer { database.pointer }
  /// The file's path; empty for a private temporary database, `:memory:` for one in memory.
  public let path: String
  /// What the connection may do.
  public let access: Access
  /// Prepared statements that nobody uses just now, by their SQL.
  var idle: [String: Statement.Cached] = [:]
  /// A count that orders the cache by last use.
  var uses = 0
  var progress: ProgressBox?
  var authorization: HiddenBox?
  var log: LogBox?

  /// Opens the file.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `:memory:`.
  ///   - access: What may be done with it.
  ///   - busyMilliseconds: How long a statement waits for another connection's lock before it fails with
  ///     `SQLITE_BUSY`.
  /// - Throws: `SQLiteError` when the file cannot be opened. That it is a database shows at the first statement.
  public init(path: String, access: Access, busyMilliseconds: Int32 = 5_000) throws(SQLiteError) {
    _ = Self.configuration
    self.path = path
    self.access = access
    var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    var name = path
    switch access {
    case .create: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    case .readWrite: flags |= SQLITE_OPEN_READWRITE
    case .readOnly: flags |= SQLITE_OPEN_READONLY
    case .immutable:
      flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      name = "file:\(percentEncoded(path))?immutable=1"
    }
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(name, &opened, flags, nil)
    guard let opened else {
      throw SQLiteError(extendedCode: code, message: "out of memory", sql: nil)
    }
    guard code == SQLITE_OK else {
      let message = String(cString: sqlite3_errmsg(opened))
      sqlite3_close_v2(opened)
      throw SQLiteError(extendedCode: code, message: "\(message): \(path)", sql: nil)
    }
    database = DatabaseHandle(opened)
    sqlite3_busy_timeout(opened, busyMilliseconds)
  }

  /// Runs a script of any number of statements without parameters; rows are ignored.
  ///
  /// - Throws: `SQLiteError` of the first statement that fails.
  public func execute(_ script: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code, sql: script) }
  }

  /// The rows that the last INSERT, UPDATE or DELETE changed.
  public var changes: Int { Int(sqlite3_changes64(handle)) }

  /// The rows changed since the connection was opened.
  public var totalChanges: Int { Int(sqlite3_total_changes64(handle)) }

  /// The rowid of the last row inserted through this connection.
  public var lastInsertedRowid: Int64 { sqlite3_last_insert_rowid(handle) }

  /// Whether a transaction is open.
  public var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// The version of the SQLite library in use, for example "3.40.1".
  public static var libraryVersion: String { String(cString: sqlite3_libversion()) }

  /// Settings of the library as a whole, made once, before the first connection.
  private static let configuration = csqlite_config_without_memory_statistics()

  func error(_ code: Int32, sql: String?) -> SQLiteError { database.error(code, sql: sql) }

  func check(_ code: Int32) throws(SQLiteError) {
    guard code == SQLITE_OK else { throw error(code, sql: nil) }
  }
}

/// A path as it must stand in a `file:` URI: `%`, `?` and `#` would end or change it.
private func percentEncoded(_ path: String) -> String {
  path.reduce(into: "") { result, character in
    switch character {
    case "%": result += "%25"
    case "?": result += "%3f"
    case "#": result += "%23"
    default: result.append(character)
    }
  }
}
