extension Connection {
  /// How a transaction begins.
  public enum TransactionKind: String, Sendable {
    /// Takes no lock before the first statement: for a consistent snapshot of several reads.
    case deferred = "DEFERRED"
    /// Takes the write lock at once, so that a busy writer shows at the start and not half-way.
    case immediate = "IMMEDIATE"
  }

  /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
  ///
  /// - Throws: `SQLiteError`, and whatever `body` throws.
  public func transaction<Result>(
    _ kind: TransactionKind = .immediate,
    _ body: () throws -> Result
  ) throws -> Result {
    try execute("BEGIN \(kind.rawValue)")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // Some errors (a full disk) have rolled back already; a second rollback would hide the first error.
      if isInTransaction { try? execute("ROLLBACK") }
      throw error
    }
  }

  /// Runs `body` in a transaction that is rolled back whatever comes: it reads at one moment, and the temporary tables
  /// and views that it makes go with it.
  ///
  /// - Throws: `SQLiteError`, and whatever `body` throws.
  public func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
    try execute("BEGIN DEFERRED")
    let result: Result
    do { result = try body() } catch {
      if isInTransaction { try? execute("ROLLBACK") }
      throw error
    }
    try execute("ROLLBACK")
    return result
  }
}
