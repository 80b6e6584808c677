extension Statement {
  /// A statement that waits in the cache, with when it was put there.
  struct Cached {
    let statement: Statement
    let lastUse: Int
  }
}

extension Connection {
  /// How many idle statements are kept; the one unused longest goes first.
  static let cachedStatements = 64

  /// Prepares a statement of the caller's own, for hot loops: it lives as long as the caller keeps it.
  ///
  /// - Throws: `SQLiteError` when the SQL is wrong.
  public func statement(_ sql: String) throws(SQLiteError) -> Statement {
    try Statement(connection: self, sql: sql, persistent: true)
  }

  /// Lends a cached statement to `body`, reset and with no value bound, and takes it back afterwards.
  ///
  /// - Throws: `SQLiteError` when the SQL is wrong, and whatever `body` throws.
  public func withStatement<Result>(
    _ sql: String,
    _ body: (Statement) throws -> Result
  ) throws -> Result {
    // Taken out while in use, so that a nested call with the same SQL gets one of its own.
    let statement =
      try idle.removeValue(forKey: sql)?.statement
      ?? Statement(connection: self, sql: sql, persistent: true)
    defer {
      statement.reset()
      statement.clearBindings()
      keep(statement)
    }
    return try body(statement)
  }

  /// Runs one statement to its end.
  ///
  /// - Throws: `SQLiteError`.
  public func run(_ sql: String, _ values: [Value] = []) throws {
    try withStatement(sql) { statement in
      try statement.bind(values)
      try statement.run()
    }
  }

  /// Calls `body` with each row of a query.
  ///
  /// - Throws: `SQLiteError`, and whatever `body` throws.
  public func forEachRow(
    _ sql: String,
    _ values: [Value] = [],
    _ body: (Row) throws -> Void
  ) throws {
    try withStatement(sql) { statement in
      try statement.bind(values)
      while try statement.step() { try body(statement.row) }
    }
  }

  /// What `transform` makes of each row of a query.
  ///
  /// - Throws: `SQLiteError`, and whatever `transform` throws.
  public func rows<Element>(
    _ sql: String,
    _ values: [Value] = [],
    _ transform: (Row) throws -> Element
  ) throws -> [Element] {
    var result: [Element] = []
    try forEachRow(sql, values) { result.append(try transform($0)) }
    return result
  }

  /// What `transform` makes of the first row of a query, or nil when there is none.
  ///
  /// - Throws: `SQLiteError`, and whatever `transform` throws.
  public func first<Element>(
    _ sql: String,
    _ values: [Value] = [],
    _ transform: (Row) throws -> Element
  ) throws -> Element? {
    try withStatement(sql) { statement in
      try statement.bind(values)
      return try statement.step() ? try transform(statement.row) : nil
    }
  }

  /// The first column of the first row as an integer, or nil when there is no row or it is NULL.
  ///
  /// - Throws: `SQLiteError`.
  public func integer(_ sql: String, _ values: [Value] = []) throws -> Int64? {
    try first(sql, values) { $0.optionalInteger(at: 0) } ?? nil
  }

  /// The first column of the first row as text, or nil when there is no row or it is NULL.
  ///
  /// - Throws: `SQLiteError`.
  public func text(_ sql: String, _ values: [Value] = []) throws -> String? {
    try first(sql, values) { $0.text(at: 0) } ?? nil
  }

  private func keep(_ statement: Statement) {
    if idle.count >= Self.cachedStatements,
      let oldest = idle.min(by: { $0.value.lastUse < $1.value.lastUse })
    {
      idle.removeValue(forKey: oldest.key)
    }
    uses += 1
    idle[statement.sql] = Statement.Cached(statement: statement, lastUse: uses)
  }
}
