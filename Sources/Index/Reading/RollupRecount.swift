/// The rollups computed anew from the items, as SQL.
enum RollupRecount {
  /// A rollup's table.
  struct Table: Sendable {
    let name: String
    /// What its rows are by, the time first.
    let key: String
    /// How many ms a step of its time is; nil where it is of all times.
    let grain: Int64?
    /// The rows it should have, of the items that `where` (a condition, or nothing) lets through.
    let recount: @Sendable (_ where: String) -> String
  }

  /// All rollups.
  static let tables = [
    Table(name: "quarter_hourly", key: "quarter", grain: 900_000) { sums(by: "quarter", $0) },
    Table(name: "daily_conversation", key: "day", grain: 86_400_000) {
      sums(by: "day, conversation", $0)
    },
    Table(name: "daily_person", key: "day", grain: 86_400_000) { sums(by: "day, person", $0) },
    Table(name: "first_message", key: "person", grain: nil) { _ in
      """
      SELECT creator, min(\(time)) FROM item
      WHERE creator <> 0 AND kind = 0 AND state <> 3 AND gone = 0 GROUP BY creator
      """
    },
  ]

  /// Makes all rollups anew.
  static let refill = tables.map { table in
    "DELETE FROM \(table.name); INSERT INTO \(table.name) \(table.recount(""));"
  }.joined(separator: "\n")

  /// A query that counts the rows of a rollup that a recount makes otherwise.
  ///
  /// - Parameters:
  ///   - table: The rollup.
  ///   - days: The days since 1970 UTC that are compared; nil for all.
  ///   - displacement: The file's `max_displacement_ms`.
  /// - Returns: The query.
  static func difference(
    of table: Table,
    within days: ClosedRange<Int64>?,
    displacement: Int64
  ) -> String {
    var (rows, items) = ("", "")
    if let days, let grain = table.grain {
      let (from, to) = (days.lowerBound * 86_400_000, (days.upperBound + 1) * 86_400_000)
      let ids = Rowid.range(from: from, to: to, displacement: displacement)
      rows = "WHERE \(table.key) BETWEEN \(from / grain) AND \(to / grain - 1)"
      items = """
        WHERE id BETWEEN \(ids.lowerBound) AND \(ids.upperBound) AND \(time) >= \(from) AND \(time) < \(to)
        """
    }
    let recount = table.recount(items)
    return """
      SELECT (SELECT count(*) FROM (SELECT * FROM \(table.name) \(rows) EXCEPT \(recount)))
        + (SELECT count(*) FROM (SELECT * FROM (\(recount)) EXCEPT SELECT * FROM \(table.name) \(rows)))
      """
  }

  /// What each item counts for; the definitions are the design's, the same as `ItemFacts`.
  private static func sums(by key: String, _ condition: String) -> String {
    """
    SELECT \(key), sum(messages) AS messages, sum(replies) AS replies, sum(likes) AS likes, sum(files) AS files,
      sum(calls) AS calls
    FROM (SELECT \(time) / 900000 AS quarter, \(time) / 86400000 AS day, conversation, creator AS person,
      kind = 0 AND state <> 3 AND gone = 0 AS messages,
      (kind = 0 AND state <> 3 AND gone = 0) * (thread IS NOT NULL) AS replies,
      (kind = 0 AND state <> 3 AND gone = 0) * likes AS likes,
      (kind = 0 AND state <> 3 AND gone = 0) * files AS files,
      kind = 2 AND gone = 0 AS calls FROM item \(condition))
    GROUP BY \(key) HAVING sum(messages) > 0 OR sum(calls) > 0
    """
  }

  private static let time = "coalesce(created, id >> 3)"
}
