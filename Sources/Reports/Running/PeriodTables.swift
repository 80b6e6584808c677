import Chronology
import SQLite

/// The temporary tables of a period's counts: `period_totals`, `previous_by_day` and so on.
///
/// What each holds is in `docs/views.md`.
struct PeriodTables {
  let period: Period
  /// `period` or `previous`.
  let prefix: String
  let connection: Connection

  /// What stands after the prefix in their names.
  static let names = ["totals", "by_day", "by_conversation", "by_person"]

  /// Whether a query may read one of the tables: a query that does has its name in it.
  func isRead(by sql: String) -> Bool {
    let sql = sql.lowercased()
    return Self.names.contains { sql.contains("\(prefix)_\($0)") }
  }

  /// Makes the tables and fills them; the period's views have to be there.
  func create() throws {
    let tally = try PeriodTally(of: period, prefix: prefix, on: connection)
    let counts = "replies, likes, files"
    try connection.execute(
      """
      CREATE TEMP TABLE \(prefix)_totals(position INTEGER PRIMARY KEY, metric, value);
      CREATE TEMP TABLE \(prefix)_by_day(date PRIMARY KEY, messages, people, \(counts)) WITHOUT ROWID;
      CREATE TEMP TABLE \(prefix)_by_conversation(
        conversation INTEGER PRIMARY KEY, messages, people, \(counts));
      CREATE TEMP TABLE \(prefix)_by_person(person INTEGER PRIMARY KEY, messages, \(counts));
      """
    )
    try fill(with: tally)
    try fillTotals(with: tally)
  }

  private func fill(with tally: PeriodTally) throws {
    let day = try insertion(into: "by_day", columns: 6)
    for (date, counts) in zip(period.days.map(\.date), tally.byDay) {
      try day.insert([.text(date.description)] + counts.values(withPeople: true))
    }
    let conversation = try insertion(into: "by_conversation", columns: 6)
    for (id, counts) in tally.byConversation.sorted(by: { $0.key < $1.key }) where id != 0 {
      try conversation.insert([.integer(id)] + counts.values(withPeople: true))
    }
    let person = try insertion(into: "by_person", columns: 5)
    for (id, counts) in tally.byPerson.sorted(by: { $0.key < $1.key }) where id != 0 {
      try person.insert([.integer(id)] + counts.values(withPeople: false))
    }
  }

  private func fillTotals(with tally: PeriodTally) throws {
    func count(_ view: String) throws -> Int64 {
      try connection.integer("SELECT count(*) FROM temp.\(prefix)_\(view)") ?? 0
    }
    let total = tally.total
    let metrics: [(String, Int64)] = [
      ("messages", total.messages), ("people", total.people),
      ("conversations", Int64(tally.byConversation.keys.count { $0 != 0 })),
      ("replies", total.replies), ("likes", total.likes), ("flags", try count("flags")),
      ("files", total.files), ("calls", try count("calls")),
    ]
    let statement = try insertion(into: "totals", columns: 3)
    for (position, metric) in metrics.enumerated() {
      try statement.insert([
        .integer(Int64(position + 1)), .text(metric.0), .integer(metric.1),
      ])
    }
  }

  private func insertion(into table: String, columns: Int) throws -> Statement {
    let marks = Array(repeating: "?", count: columns).joined(separator: ", ")
    return try connection.statement("INSERT INTO temp.\(prefix)_\(table) VALUES (\(marks))")
  }
}

extension PeriodTally.Counts {
  /// In the order of the tables' columns.
  fileprivate func values(withPeople hasPeople: Bool) -> [Value] {
    [.integer(messages)] + (hasPeople ? [.integer(people)] : [])
      + [.integer(replies), .integer(likes), .integer(files)]
  }
}

extension Statement {
  fileprivate func insert(_ values: [Value]) throws {
    try bind(values)
    try run()
  }
}
