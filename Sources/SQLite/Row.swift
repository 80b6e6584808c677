internal import CSQLite

/// The row a statement stands on.
///
/// It is valid until the statement steps or resets; what is read is copied.
public struct Row {
  let handle: OpaquePointer

  /// How many columns the row has.
  public var count: Int { Int(sqlite3_column_count(handle)) }

  /// The name of a column, as the SQL gives it.
  public func name(at column: Int) -> String {
    sqlite3_column_name(handle, Int32(column)).map { String(cString: $0) } ?? ""
  }

  /// Whether the column is NULL.
  public func isNull(at column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  /// Whether the column holds text.
  public func isText(at column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_TEXT
  }

  /// The column as an integer, by SQLite's conversion; 0 for NULL.
  public func integer(at column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

  /// The column as an integer, or nil for NULL.
  public func optionalInteger(at column: Int) -> Int64? {
    isNull(at: column) ? nil : integer(at: column)
  }

  /// The column as a float, by SQLite's conversion; 0 for NULL.
  public func real(at column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }

  /// The column as text, whole even if it holds NULs, or nil for NULL.
  ///
  /// Bytes that are no UTF-8 become U+FFFD.
  public func text(at column: Int) -> String? {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// The column's bytes, copied, or nil for NULL.
  public func bytes(at column: Int) -> [UInt8]? {
    isNull(at: column) ? nil : withBytes(at: column) { [UInt8]($0) }
  }

  /// Lends the column's bytes (of text or blob) to `body` without copying; empty for NULL.
  ///
  /// The bytes are gone when `body` returns: nothing may keep the pointer.
  public func withBytes<Result>(
    at column: Int,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let start = sqlite3_column_blob(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return try body(
      UnsafeBufferPointer(
        start: start?.assumingMemoryBound(to: UInt8.self),
        count: start == nil ? 0 : count
      )
    )
  }

  /// The column in its own storage class.
  public func value(at column: Int) -> Value {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: .integer(integer(at: column))
    case SQLITE_FLOAT: .real(real(at: column))
    case SQLITE_TEXT: .text(text(at: column) ?? "")
    case SQLITE_BLOB: .blob(bytes(at: column) ?? [])
    default: .null
    }
  }
}
