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

  init(_ period: Period, on connection: Connection) throws {
    self.period = period
    displacement =
      try connection.integer("SELECT value FROM meta WHERE key = 'max_displacement_ms'") ?? 0
  }

  /// Makes the views; they may not be there yet.
  func create(on connection: Connection) throws(SQLiteError) {
    try connection.execute(script(for: period, named: "period"))
    try connection.execute(script(for: period.previous, named: "previous"))
  }

  /// Takes the views and the tables away again, where they are there.
  static func drop(from connection: Connection) throws(SQLiteError) {
    for prefix in ["period", "previous"] {
      for name in ["likes", "flags", "files", "calls", "messages", "items", "days"] {
        try connection.execute("DROP VIEW IF EXISTS temp.\(prefix)_\(name)")
      }
      for name in PeriodTables.names {
        try connection.execute("DROP TABLE IF EXISTS temp.\(prefix)_\(name)")
      }
    }
  }

  private func script(for period: Period, named prefix: String) -> String {
    let rows = Rowid.range(from: period.from, to: period.to, displacement: displacement)
    let range = "BETWEEN \(rows.lowerBound) AND \(rows.upperBound)"
    // Only a file that had to move items within a crowded millisecond has rows to test by their time.
    let times =
      displacement == 0
      ? "" : " AND creationTime >= \(period.from) AND creationTime < \(period.to)"
    let days = period.days.map { "('\($0.date)', \($0.from), \($0.to))" }.joined(separator: ", ")
    let ofMessages = ["likes", "flags", "files"].map { name in
      """
      CREATE TEMP VIEW \(prefix)_\(name) AS SELECT * FROM main.\(name) AS row
      WHERE item \(range) AND EXISTS (SELECT 1 FROM \(prefix)_messages m WHERE m.item = row.item);
      """
    }
    return """
      CREATE TEMP VIEW \(prefix)_items AS SELECT * FROM main.items WHERE item \(range)\(times);
      CREATE TEMP VIEW \(prefix)_messages AS SELECT * FROM main.messages WHERE item \(range)\(times);
      CREATE TEMP VIEW \(prefix)_calls AS SELECT * FROM main.calls WHERE item \(range)\(times);
      CREATE TEMP VIEW \(prefix)_days(date, startTime, endTime) AS VALUES \(days);
      \(ofMessages.joined(separator: "\n"))
      """
  }
}
