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
    let blocks = try ItemBlockTable.differences(
      within: days.map { 24 * $0.lowerBound...24 * $0.upperBound + 23 },
      on: connection
    )
    let ofBlocks =
      blocks == 0 ? [] : ["\(blocks) rows of item_block that a recount makes otherwise"]
    return try ofBlocks
      + RollupRecount.tables.compactMap { table in
        let count = try connection.integer(
          RollupRecount.difference(of: table, within: days, displacement: displacement)
        )
        return count.flatMap {
          $0 == 0 ? nil : "\($0) rows of \(table.name) that a recount makes otherwise"
        }
      }
  }

  private static let day: Int64 = 86_400_000
}
