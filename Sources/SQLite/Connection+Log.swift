internal import CSQLite

/// What is called after a commit; a class so that the C callback can hold it.
final class LogBox {
  let body: (Int) -> Void
  init(_ body: @escaping (Int) -> Void) { self.body = body }
}

extension Connection {
  /// Calls `body` after each commit with the number of pages in the write-ahead log.
  ///
  /// It takes the place of SQLite's own checkpoints (`wal_autocheckpoint`), which uses the same hook.
  public func onCommit(_ body: @escaping (_ pages: Int) -> Void) {
    let box = LogBox(body)
    log = box
    sqlite3_wal_hook(
      handle,
      { context, _, _, pages in
        guard let context else { return SQLITE_OK }
        Unmanaged<LogBox>.fromOpaque(context).takeUnretainedValue().body(Int(pages))
        return SQLITE_OK
      },
      Unmanaged.passUnretained(box).toOpaque()
    )
  }
}
