/// The rollups computed anew from the items, as SQL; those of days are `DayBlockTable`'s.
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

  /// All rollups that are rows.
  static let tables = [
    Table(name: "quarter_hourly", key: "quarter", grain: 900_000) { sums(by: "quarter", $0) },
    Table(name: "first_message", key: "person", grain: nil) { _ in
      """
      SELECT creator, min(\(time)) FROM item
      WHERE creator <> 0 AND kind = 0 AND state <> 3 AND gone = 0 GROUP BY creator
      """
    },
  ]

  /// Makes all of them anew.
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
      let (from, to) = (days.lowerBound * day / grain, (days.upperBound + 1) * day / grain)
      rows = "WHERE \(table.key) BETWEEN \(from) AND \(to - 1)"
      items = Self.items(within: days, displacement: displacement)
    }
    let recount = table.recount(items)
    return """
      SELECT (SELECT count(*) FROM (SELECT * FROM \(table.name) \(rows) EXCEPT \(recount)))
        + (SELECT count(*) FROM (SELECT * FROM (\(recount)) EXCEPT SELECT * FROM \(table.name) \(rows)))
      """
  }

  /// The condition that lets through the items of some days.
  ///
  /// - Parameters:
  ///   - days: The days since 1970 UTC; nil for all.
  ///   - displacement: The file's `max_displacement_ms`.
  /// - Returns: A `WHERE`, or nothing.
  static func items(within days: ClosedRange<Int64>?, displacement: Int64) -> String {
    guard let days else { return "" }
    let (from, to) = (days.lowerBound * day, (days.upperBound + 1) * day)
    let ids = Rowid.range(from: from, to: to, displacement: displacement)
    return """
      WHERE id BETWEEN \(ids.lowerBound) AND \(ids.upperBound) AND \(time) >= \(from) AND \(time) < \(to)
      """
  }

  /// What each item counts for; the definitions are the design's, the same as `ItemFacts`.
  static func sums(by key: String, _ condition: String) -> String {
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

  private static let day: Int64 = 86_400_000
  private static let time = "coalesce(created, id >> 3)"
}
