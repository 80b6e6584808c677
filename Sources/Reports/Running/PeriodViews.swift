import Chronology
import Index
import SQLite

/// The temporary views that hold a run's period: `period_messages`, `previous_messages` and so on.
///
/// The bounds stand in them as numbers, so that SQLite's planner sees a range of rowids. What each
/// view gives is in `docs/views.md`.
struct PeriodViews {
  private let period: Period
  /// The file's `max_displacement_ms`.
  private let displacement: Int64
  /// The schema of the views that hide names: `temp` where codes stand for them.
  private let schema: String

  init(_ period: Period, isPseudonymised: Bool, on connection: Connection) throws {
    self.period = period
    displacement = try Rowid.displacement(of: connection)
    schema = isPseudonymised ? "temp" : "main"
  }

  /// The prefixes of the views: of the period, and of the one before it.
  static let prefixes = ["period", "previous"]

  /// Makes the views; they may not be there yet.
  func create(on connection: Connection) throws(SQLiteError) {
    try connection.execute(script(for: period, named: "period"))
    try connection.execute(script(for: period.previous, named: "previous"))
  }

  private func script(for period: Period, named prefix: String) -> String {
    let rows = Rowid.range(from: period.from, to: period.to, displacement: displacement)
    let range = "BETWEEN \(rows.lowerBound) AND \(rows.upperBound)"
    // Only a file that had to move items within a crowded millisecond has rows to test by their time.
    let times =
      displacement == 0
      ? "" : " AND creationTime >= \(period.from) AND creationTime < \(period.to)"
    let days = period.days.map { "('\($0.date)', \($0.from), \($0.to))" }.joined(separator: ", ")
    let ofMessages = [("likes", "main"), ("flags", "main"), ("files", schema)].map { name, schema in
      """
      CREATE TEMP VIEW \(prefix)_\(name) AS SELECT * FROM \(schema).\(name) AS row
      WHERE item \(range) AND EXISTS (SELECT 1 FROM \(prefix)_messages m WHERE m.item = row.item);
      """
    }
    return """
      CREATE TEMP VIEW \(prefix)_items AS SELECT * FROM \(schema).items WHERE item \(range)\(times);
      CREATE TEMP VIEW \(prefix)_messages AS SELECT * FROM \(schema).messages WHERE item \(range)\(times);
      CREATE TEMP VIEW \(prefix)_calls AS SELECT * FROM \(schema).calls WHERE item \(range)\(times);
      CREATE TEMP VIEW \(prefix)_days(date, startTime, endTime) AS VALUES \(days);
      CREATE TEMP VIEW \(prefix)_new_people AS SELECT person, time AS firstMessageTime FROM main.first_message
      WHERE time >= \(period.from) AND time < \(period.to);
      CREATE TEMP VIEW \(prefix)_silent_people AS SELECT u.id AS person FROM main.user u
      WHERE NOT EXISTS (SELECT 1 FROM \(prefix)_by_person p WHERE p.person = u.id)
        AND EXISTS (SELECT 1 FROM main.participant m JOIN \(prefix)_by_conversation c USING (conversation)
          WHERE m.user = u.id);
      \(ofMessages.joined(separator: "\n"))
      """
  }
}
