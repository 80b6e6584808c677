internal import CSQLite

/// Where a tokenizer puts its tokens.
public struct FTS5TokenSink {
  fileprivate let context: UnsafeMutableRawPointer?
  fileprivate let emit:
    @convention(c) (
      UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, Int32, Int32, Int32
    ) -> Int32

  /// Hands one token to FTS5.
  ///
  /// - Parameters:
  ///   - token: The token's bytes, at least one.
  ///   - start: Where it starts in the text, in bytes.
  ///   - end: Where it ends in the text, in bytes.
  ///   - isColocated: Whether it stands at the position of the token before it.
  /// - Returns: FTS5's result code; anything but 0 means stop and give it back.
  public func callAsFunction(
    _ token: UnsafeBufferPointer<UInt8>,
    start: Int,
    end: Int,
    isColocated: Bool
  ) -> Int32 {
    emit(
      context,
      isColocated ? FTS5_TOKEN_COLOCATED : 0,
      UnsafeRawPointer(token.baseAddress)?.assumingMemoryBound(to: CChar.self),
      Int32(token.count),
      Int32(truncatingIfNeeded: start),
      Int32(truncatingIfNeeded: end)
    )
  }
}

/// Splits text into the tokens that an FTS5 table stores and looks for.
public protocol FTS5Tokenizer: AnyObject {
  /// Gives the tokens of `text` to `sink`, in order.
  ///
  /// - Parameters:
  ///   - text: UTF-8 as it was given to FTS5.
  ///   - isQuery: Whether the text is part of a MATCH expression and not of a document.
  ///   - sink: Takes the tokens.
  /// - Returns: 0, or the code that `sink` stopped with.
  func tokenize(_ text: UnsafeBufferPointer<UInt8>, isQuery: Bool, into sink: FTS5TokenSink)
    -> Int32
}

private final class TokenizerBox {
  let tokenizer: any FTS5Tokenizer
  init(_ tokenizer: any FTS5Tokenizer) { self.tokenizer = tokenizer }
}

extension Connection {
  /// Makes `tokenizer` known to FTS5 tables of this connection whose `tokenize` option is `name`.
  ///
  /// The connection keeps the tokenizer; all tables share it.
  ///
  /// - Throws: `SQLiteError` when the library has no FTS5.
  public func register(_ tokenizer: any FTS5Tokenizer, as name: String) throws(SQLiteError) {
    guard let api = try fts5() else {
      throw SQLiteError(extendedCode: SQLITE_ERROR, message: "this SQLite has no FTS5")
    }
    var methods = fts5_tokenizer(
      xCreate: { context, _, _, made in
        guard let context else { return SQLITE_ERROR }
        made?.pointee = OpaquePointer(context)
        return SQLITE_OK
      },
      xDelete: { _ in },
      xTokenize: { made, context, flags, text, count, emit in
        guard let made, let emit else { return SQLITE_ERROR }
        let box = Unmanaged<TokenizerBox>.fromOpaque(UnsafeRawPointer(made)).takeUnretainedValue()
        let bytes = UnsafeRawPointer(text)?.assumingMemoryBound(to: UInt8.self)
        return box.tokenizer.tokenize(
          UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : Int(count)),
          isQuery: flags & FTS5_TOKENIZE_QUERY != 0,
          into: FTS5TokenSink(context: context, emit: emit)
        )
      }
    )
    let box = Unmanaged.passRetained(TokenizerBox(tokenizer)).toOpaque()
    let code = api.pointee.xCreateTokenizer(
      api,
      name,
      box,
      &methods,
      { box in box.map { Unmanaged<TokenizerBox>.fromOpaque($0).release() } }
    )
    try check(code)
  }

  /// FTS5's own interface, by the statement its documentation prescribes (sqlite.org/fts5.html, section 7).
  func fts5() throws(SQLiteError) -> UnsafeMutablePointer<fts5_api>? {
    let statement = try self.statement("SELECT fts5(?1)")
    var api: UnsafeMutablePointer<fts5_api>?
    let code = withUnsafeMutablePointer(to: &api) { place in
      let code = sqlite3_bind_pointer(statement.handle, 1, place, "fts5_api_ptr", nil)
      return code == SQLITE_OK ? sqlite3_step(statement.handle) : code
    }
    guard code == SQLITE_ROW else { throw error(code, sql: statement.sql) }
    return api
  }
}
