internal import CSQLite

/// The match that an FTS5 query stands on, as an auxiliary function sees it.
///
/// Valid during the call only.
public struct FTS5Match {
  fileprivate let api: UnsafePointer<Fts5ExtensionApi>
  fileprivate let context: OpaquePointer?

  /// The row's rowid.
  public var rowid: Int64 { api.pointee.xRowid(context) }

  /// How many phrases the query has.
  public var phraseCount: Int { Int(api.pointee.xPhraseCount(context)) }

  /// Calls `body` with the column and the token offset of each occurrence of a phrase in this row, in order.
  ///
  /// - Returns: False when FTS5 reported an error.
  public func forEachOccurrence(ofPhrase phrase: Int, _ body: (Int, Int) -> Void) -> Bool {
    var iterator = Fts5PhraseIter()
    var column: Int32 = 0
    var offset: Int32 = 0
    let code = api.pointee.xPhraseFirst(context, Int32(phrase), &iterator, &column, &offset)
    guard code == SQLITE_OK else { return false }
    while column >= 0 {
      body(Int(column), Int(offset))
      api.pointee.xPhraseNext(context, &iterator, &column, &offset)
    }
    return true
  }
}

private final class AuxiliaryBox {
  let body: (FTS5Match, FunctionResult) -> Void
  init(body: @escaping (FTS5Match, FunctionResult) -> Void) { self.body = body }
}

extension Connection {
  /// Adds an FTS5 auxiliary function: called in a query as `name(table)`, once a matching row.
  ///
  /// - Throws: `SQLiteError` when the library has no FTS5.
  public func defineAuxiliary(
    _ name: String,
    _ body: @escaping (FTS5Match, FunctionResult) -> Void
  ) throws(SQLiteError) {
    guard let api = try fts5() else {
      throw SQLiteError(extendedCode: SQLITE_ERROR, message: "this SQLite has no FTS5")
    }
    let box = Unmanaged.passRetained(AuxiliaryBox(body: body)).toOpaque()
    let code = api.pointee.xCreateFunction(
      api,
      name,
      box,
      { extensionAPI, fts, context, _, _ in
        guard let extensionAPI, let box = extensionAPI.pointee.xUserData(fts) else { return }
        Unmanaged<AuxiliaryBox>.fromOpaque(box).takeUnretainedValue().body(
          FTS5Match(api: extensionAPI, context: fts),
          FunctionResult(context: context)
        )
      },
      { box in box.map { Unmanaged<AuxiliaryBox>.fromOpaque($0).release() } }
    )
    try check(code)
  }
}
