internal import CSQLite

extension Statement {
  /// Binds NULL.
  ///
  /// - Throws: `SQLiteError` for a position that does not exist.
  public func bindNull(at position: Int) throws(SQLiteError) {
    try check(sqlite3_bind_null(handle, Int32(position)))
  }

  /// Binds an integer.
  ///
  /// - Throws: `SQLiteError` for a position that does not exist.
  public func bind(_ value: Int64, at position: Int) throws(SQLiteError) {
    try check(sqlite3_bind_int64(handle, Int32(position), value))
  }

  /// Binds a float.
  ///
  /// - Throws: `SQLiteError` for a position that does not exist.
  public func bind(_ value: Double, at position: Int) throws(SQLiteError) {
    try check(sqlite3_bind_double(handle, Int32(position), value))
  }

  /// Binds a copy of a text, NULs included.
  ///
  /// - Throws: `SQLiteError` for a position that does not exist, or a text that is too long.
  public func bind(_ value: String, at position: Int) throws(SQLiteError) {
    // An empty buffer may have no address, which SQLite would take for NULL.
    if value.isEmpty {
      return try check(sqlite3_bind_text(handle, Int32(position), "", 0, csqlite_transient()))
    }
    var value = value
    let code = value.withUTF8 { text in
      text.withMemoryRebound(to: CChar.self) { text in
        sqlite3_bind_text64(
          handle,
          Int32(position),
          text.baseAddress,
          UInt64(text.count),
          csqlite_transient(),
          UInt8(SQLITE_UTF8)
        )
      }
    }
    try check(code)
  }

  /// Binds a copy of some bytes as a blob.
  ///
  /// - Throws: `SQLiteError` for a position that does not exist, or a blob that is too long.
  public func bind(_ value: [UInt8], at position: Int) throws(SQLiteError) {
    let code = value.withUnsafeBytes { bytes in
      bytes.isEmpty
        ? sqlite3_bind_zeroblob(handle, Int32(position), 0)
        : sqlite3_bind_blob64(
          handle,
          Int32(position),
          bytes.baseAddress,
          UInt64(bytes.count),
          csqlite_transient()
        )
    }
    try check(code)
  }

  /// Binds a value in its storage class.
  ///
  /// - Throws: `SQLiteError` for a position that does not exist.
  public func bind(_ value: Value, at position: Int) throws(SQLiteError) {
    switch value {
    case .null: try bindNull(at: position)
    case .integer(let integer): try bind(integer, at: position)
    case .real(let real): try bind(real, at: position)
    case .text(let text): try bind(text, at: position)
    case .blob(let bytes): try bind(bytes, at: position)
    }
  }

  /// Binds values to the positions from 1 on.
  ///
  /// - Throws: `SQLiteError` when there are more values than parameters.
  public func bind(_ values: [Value]) throws(SQLiteError) {
    for (index, value) in values.enumerated() { try bind(value, at: index + 1) }
  }

  /// Binds text without copying it: for hot loops.
  ///
  /// The bytes must stay where they are, unchanged, until the statement has been reset or bound anew.
  /// A buffer without an address binds NULL.
  ///
  /// - Throws: `SQLiteError` for a position that does not exist.
  public func bind(
    borrowedText text: UnsafeBufferPointer<UInt8>,
    at position: Int
  ) throws(SQLiteError) {
    let code = UnsafeRawPointer(text.baseAddress).map { start in
      sqlite3_bind_text64(
        handle,
        Int32(position),
        start.assumingMemoryBound(to: CChar.self),
        UInt64(text.count),
        csqlite_static(),
        UInt8(SQLITE_UTF8)
      )
    }
    try check(code ?? sqlite3_bind_null(handle, Int32(position)))
  }

  /// Binds a blob without copying it: for hot loops; the same conditions as for borrowed text.
  ///
  /// - Throws: `SQLiteError` for a position that does not exist.
  public func bind(
    borrowedBytes bytes: UnsafeRawBufferPointer,
    at position: Int
  ) throws(SQLiteError) {
    try check(
      sqlite3_bind_blob64(
        handle,
        Int32(position),
        bytes.baseAddress,
        UInt64(bytes.count),
        csqlite_static()
      )
    )
  }

  /// Binds a copy of some bytes as a blob.
  ///
  /// - Throws: `SQLiteError` for a position that does not exist.
  public func bind(
    copiedBytes bytes: UnsafeRawBufferPointer,
    at position: Int
  ) throws(SQLiteError) {
    try check(
      sqlite3_bind_blob64(
        handle,
        Int32(position),
        bytes.baseAddress,
        UInt64(bytes.count),
        csqlite_transient()
      )
    )
  }

  /// Binds an integer or, for nil, NULL.
  ///
  /// - Throws: `SQLiteError` for a position that does not exist.
  public func bind(_ value: Int64?, at position: Int) throws(SQLiteError) {
    if let value { try bind(value, at: position) } else { try bindNull(at: position) }
  }

  /// Binds a copy of UTF-8 bytes as text or, for nil, NULL.
  ///
  /// - Throws: `SQLiteError` for a position that does not exist, or a text that is too long.
  public func bind(text bytes: [UInt8]?, at position: Int) throws(SQLiteError) {
    guard let bytes else { return try bindNull(at: position) }
    let code = bytes.withUnsafeBytes { bytes in
      bytes.isEmpty
        ? sqlite3_bind_text(handle, Int32(position), "", 0, csqlite_transient())
        : sqlite3_bind_text64(
          handle,
          Int32(position),
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
          UInt64(bytes.count),
          csqlite_transient(),
          UInt8(SQLITE_UTF8)
        )
    }
    try check(code)
  }

  /// Binds 1 for true and 0 for false.
  ///
  /// - Throws: `SQLiteError` for a position that does not exist.
  public func bind(_ value: Bool, at position: Int) throws(SQLiteError) {
    try bind(Int64(value ? 1 : 0), at: position)
  }
}
