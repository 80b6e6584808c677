/// The rollups computed anew from the items, as SQL.
enum RollupRecount {
  /// What each item counts for; the definitions are the design's, the same as `ItemFacts`.
  private static let counted = """
    (SELECT coalesce(created, id >> 3) / 3600000 AS hour, coalesce(created, id >> 3) / 86400000 AS day,
      conversation, creator AS person,
      kind = 0 AND state <> 3 AND gone = 0 AS messages,
      (kind = 0 AND state <> 3 AND gone = 0) * (thread IS NOT NULL) AS replies,
      (kind = 0 AND state <> 3 AND gone = 0) * likes AS likes,
      (kind = 0 AND state <> 3 AND gone = 0) * files AS files,
      kind = 2 AND gone = 0 AS calls FROM item)
    """
  private static let sums =
    "sum(messages) AS messages, sum(replies) AS replies, sum(likes) AS likes, sum(files) AS files, sum(calls) AS calls"
  private static let notEmpty = "HAVING sum(messages) > 0 OR sum(calls) > 0"

  /// The rows that each rollup should have.
  static let hourly = "SELECT hour, \(sums) FROM \(counted) GROUP BY hour \(notEmpty)"
  static let dailyConversation =
    "SELECT day, conversation, \(sums) FROM \(counted) GROUP BY day, conversation \(notEmpty)"
  static let dailyPerson =
    "SELECT day, person, \(sums) FROM \(counted) GROUP BY day, person \(notEmpty)"

  /// Queries that count the rows that differ, with what to say of them.
  static let differences = [
    ("hourly", hourly), ("daily_conversation", dailyConversation), ("daily_person", dailyPerson),
  ].map { table, recount in
    (
      "rows of \(table) that a recount makes otherwise",
      """
      SELECT (SELECT count(*) FROM (SELECT * FROM \(table) EXCEPT \(recount)))
        + (SELECT count(*) FROM (SELECT * FROM (\(recount)) EXCEPT SELECT * FROM \(table)))
      """
    )
  }
}
