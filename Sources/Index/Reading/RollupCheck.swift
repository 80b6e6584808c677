public import SQLite

/// Proves that the rollups say what their items do.
public enum RollupCheck {
  /// Compares rollups with a recount.
  ///
  /// - Parameters:
  ///   - connection: The index.
  ///   - span: Only the UTC days that this span (ms UTC) touches, and everyone's first message; nil for all.
  /// - Returns: A sentence for each rollup that has rows which a recount makes otherwise.
  /// - Throws: `SQLiteError`.
  public static func problems(
    of connection: Connection,
    within span: Range<Int64>? = nil
  ) throws -> [String] {
    let displacement = try Rowid.displacement(of: connection)
    let days = span.map { span in
      max(0, span.lowerBound) / day...max(0, span.upperBound - 1) / day
    }
    var differences = [
      (
        "item_block",
        try ItemBlockTable.differences(
          within: days.map { 24 * $0.lowerBound...24 * $0.upperBound + 23 },
          on: connection
        )
      )
    ]
    differences += try RollupRecount.tables.map { table in
      let sql = RollupRecount.difference(of: table, within: days, displacement: displacement)
      return (table.name, try connection.integer(sql) ?? 0)
    }
    differences += try DayBlockTable.allCases.map { table in
      let count = try table.differences(within: days, displacement: displacement, on: connection)
      return (table.name, count)
    }
    return differences.filter { $0.1 != 0 }.map { table, count in
      "\(count) rows of \(table) that a recount makes otherwise"
    }
  }

  private static let day: Int64 = 86_400_000
}
