internal import SQLite

extension IndexWriter {
  /// Sets a record aside that could not be taken, so that it is not lost.
  ///
  /// - Parameters:
  ///   - bytes: The record as it came.
  ///   - source: The file or request it came from.
  ///   - line: Its line, counted from 1.
  ///   - reason: Why, without message text.
  /// - Returns: Whether it was not there already.
  /// - Throws: `SQLiteError`.
  public func quarantine(
    _ bytes: [UInt8],
    source: String,
    line: Int,
    reason: String
  ) throws -> Bool {
    try begin()
    let digest = Self.digest(of: bytes)
    let known = try connection.integer(
      "SELECT 1 FROM quarantine WHERE digest = ? AND source = ?",
      [.integer(digest), .text(source)]
    )
    guard known == nil else { return false }
    try connection.run(
      "INSERT INTO quarantine(run, source, line, reason, bytes, digest) VALUES (?,?,?,?,?,?)",
      [
        .integer(try currentRun()), .text(source), .integer(Int64(line)), .text(reason),
        .blob(bytes), .integer(digest),
      ]
    )
    isDirty = true
    return true
  }

  /// FNV-1a over 64 bits: a fixed function, so that the same bytes are known again in any run.
  private static func digest(of bytes: [UInt8]) -> Int64 {
    Int64(bitPattern: bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
  }
}
