internal import CSQLite

/// What the authorizer looks at; a class so that the C callback can hold it.
final class HiddenBox {
  let hidden: HiddenColumns
  init(hidden: HiddenColumns) { self.hidden = hidden }
}

extension Connection {
  /// From here on refuses statements that do anything but read: no write, attach, pragma, load or temporary object.
  ///
  /// For SQL that others wrote, such as report definitions.
  ///
  /// - Parameter hidden: Columns that are NULL to what reads.
  /// - Throws: `SQLiteError` if the authorizer cannot be set.
  public func allowOnlyReading(
    hiding hidden: HiddenColumns = HiddenColumns([:])
  ) throws(SQLiteError) {
    idle.removeAll()
    let box = HiddenBox(hidden: hidden)
    authorization = box
    try check(
      sqlite3_set_authorizer(
        handle,
        { context, action, first, second, _, view in
          switch action {
          case SQLITE_SELECT, SQLITE_RECURSIVE: return SQLITE_OK
          case SQLITE_READ:
            guard let context, let first, let second else { return SQLITE_OK }
            let box = Unmanaged<HiddenBox>.fromOpaque(context).takeUnretainedValue()
            let hides = box.hidden.hides(
              String(cString: second),
              of: String(cString: first),
              through: view.map { String(cString: $0) }
            )
            return hides ? SQLITE_IGNORE : SQLITE_OK
          case SQLITE_FUNCTION:
            let name = second.map { String(cString: $0).lowercased() } ?? ""
            return name == "load_extension" || name == "fts5" ? SQLITE_DENY : SQLITE_OK
          // FTS5 reads its own tables and asks for their data version while it does.
          case SQLITE_PRAGMA:
            return first.map { String(cString: $0) } == "data_version" ? SQLITE_OK : SQLITE_DENY
          default: return SQLITE_DENY
          }
        },
        Unmanaged.passUnretained(box).toOpaque()
      )
    )
  }

  /// Takes the authorizer away again.
  ///
  /// - Throws: `SQLiteError` if that fails.
  public func allowEverything() throws(SQLiteError) {
    idle.removeAll()
    try check(sqlite3_set_authorizer(handle, nil, nil))
    authorization = nil
  }
}
