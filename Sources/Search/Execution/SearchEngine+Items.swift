internal import SQLite

extension SearchEngine {
  /// All items that match a query, by the numbers that the index's views know them by.
  ///
  /// - Parameter query: What an item must match.
  /// - Returns: The numbers, ascending.
  /// - Throws: `QueryError` for names that cannot be resolved, `SQLiteError`.
  public func items(matching query: Query) throws -> [Int64] {
    try connection.transaction(.deferred) {
      let plan = try plan(for: resolve(query))
      guard !plan.isEmpty else { return [] }
      let sql = plan.select("i.id", order: nil)
      return try connection.rows(sql.text, sql.values) { $0.integer(at: 0) }.sorted()
    }
  }
}
