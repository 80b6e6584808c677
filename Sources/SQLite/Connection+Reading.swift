#if canImport(Glibc)
internal import Glibc
#endif

extension Connection {
  /// Opens a file for reading, also one in a folder that this user may not write.
  ///
  /// A WAL file needs its `-shm` file even for reading, and making that needs the right to write the folder. Where
  /// that is missing, a file whose log has been checkpointed (no `-wal`, or an empty one) is opened as immutable.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - busyMilliseconds: How long a statement waits for another connection's lock.
  /// - Returns: A connection that cannot write.
  /// - Throws: `SQLiteError`: `cannotOpen` when there is no such file or it may not be read,
  ///   `isReadOnly` when the log holds changes that only someone who may write the folder can
  ///   bring into the file.
  public static func reading(
    _ path: String,
    busyMilliseconds: Int32 = 5_000
  ) throws(SQLiteError) -> Connection {
    let connection = try Connection(
      path: path,
      access: .readOnly,
      busyMilliseconds: busyMilliseconds
    )
    do throws(SQLiteError) {
      try connection.execute("SELECT count(*) FROM sqlite_schema")
      return connection
    } catch {
      guard error.isReadOnly || error.cannotOpen, logIsEmpty(of: path) else { throw error }
      return try Connection(path: path, access: .immutable, busyMilliseconds: busyMilliseconds)
    }
  }

  private static func logIsEmpty(of path: String) -> Bool {
    var facts = stat()
    return stat(path + "-wal", &facts) != 0 || facts.st_size == 0
  }
}
