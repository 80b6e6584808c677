internal import CSQLite

/// The arguments of a call of an SQL function.
///
/// Valid during the call only.
public struct FunctionArguments {
  let count32: Int32
  let values: UnsafeMutablePointer<OpaquePointer?>?

  /// How many there are.
  public var count: Int { Int(count32) }

  private subscript(index: Int) -> OpaquePointer? { index < count ? values?[index] : nil }

  /// Whether the argument is NULL.
  public func isNull(_ index: Int) -> Bool { sqlite3_value_type(self[index]) == SQLITE_NULL }
  /// The argument as an integer, by SQLite's conversion.
  public func integer(_ index: Int) -> Int64 { sqlite3_value_int64(self[index]) }
  /// The argument as a float, by SQLite's conversion.
  public func real(_ index: Int) -> Double { sqlite3_value_double(self[index]) }
  /// Whether the argument is text (and not a number or a blob).
  public func isText(_ index: Int) -> Bool { sqlite3_value_type(self[index]) == SQLITE_TEXT }

  /// Lends the argument's bytes (of text or blob) to `body`; empty for NULL.
  public func withBytes<Result>(
    _ index: Int,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let value = self[index]
    let start = sqlite3_value_blob(value)
    let count = start == nil ? 0 : Int(sqlite3_value_bytes(value))
    return try body(
      UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count)
    )
  }

  /// The argument as text, or nil for NULL.
  public func text(_ index: Int) -> String? {
    isNull(index) ? nil : withBytes(index) { String(decoding: $0, as: UTF8.self) }
  }
}

/// Where an SQL function puts its result.
///
/// What is set is copied; set nothing for NULL.
public struct FunctionResult {
  let context: OpaquePointer?

  /// Gives an integer back.
  public func set(_ value: Int64) { sqlite3_result_int64(context, value) }
  /// Gives a float back.
  public func set(_ value: Double) { sqlite3_result_double(context, value) }
  /// Gives a text back.
  public func set(_ value: String) { set(text: Array(value.utf8)) }
  /// Gives UTF-8 bytes back as text.
  public func set(text: [UInt8]) {
    text.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      if let start {
        sqlite3_result_text64(
          context,
          start,
          UInt64(bytes.count),
          csqlite_transient(),
          UInt8(SQLITE_UTF8)
        )
      } else {
        sqlite3_result_text(context, "", 0, csqlite_transient())
      }
    }
  }
  /// Makes the statement fail with a message.
  public func fail(_ message: String) { sqlite3_result_error(context, message, -1) }
}

private final class FunctionBox {
  let body: (FunctionArguments, FunctionResult) -> Void
  init(body: @escaping (FunctionArguments, FunctionResult) -> Void) { self.body = body }
}

extension Connection {
  /// Adds an SQL function that depends on its arguments only.
  ///
  ///     try connection.define("twice", arguments: 1) { arguments, result in
  ///       result.set(arguments.integer(0) * 2)
  ///     }
  ///
  /// - Parameters:
  ///   - name: The function's name in SQL.
  ///   - arguments: How many arguments it takes, or -1 for any number.
  ///   - body: Computes the result; of this connection it may use statements of its own, to read, and it may not
  ///     own it.
  /// - Throws: `SQLiteError` when the name is not allowed.
  public func define(
    _ name: String,
    arguments: Int,
    _ body: @escaping (FunctionArguments, FunctionResult) -> Void
  ) throws(SQLiteError) {
    let box = Unmanaged.passRetained(FunctionBox(body: body)).toOpaque()
    try check(
      sqlite3_create_function_v2(
        handle,
        name,
        Int32(arguments),
        SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
        box,
        { context, count, values in
          guard let box = sqlite3_user_data(context) else { return }
          Unmanaged<FunctionBox>.fromOpaque(box).takeUnretainedValue().body(
            FunctionArguments(count32: count, values: values),
            FunctionResult(context: context)
          )
        },
        nil,
        nil,
        { box in box.map { Unmanaged<FunctionBox>.fromOpaque($0).release() } }
      )
    )
  }
}
