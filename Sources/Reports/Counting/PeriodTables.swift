import Chronology
import Index
import SQLite

/// Makes and fills the tables of a period's counts that a report reads.
struct PeriodTables {
  private let counts: PeriodCounts
  private let period: Period
  /// `period` or `previous`.
  private let prefix: String
  private let connection: Connection

  init(_ counts: PeriodCounts, prefix: String, on connection: Connection) {
    self.counts = counts
    period = counts.period
    self.prefix = prefix
    self.connection = connection
  }

  /// Makes the tables and fills them; the period's views have to be there.
  func create(_ tables: Set<PeriodTable>) throws {
    for table in PeriodTable.allCases where tables.contains(table) {
      switch table {
      case .totals: try totals()
      case .byDay: try byDay()
      case .byHour: try byHour()
      case .byWeek: try spans(of: period.weeks, in: table, named: "week")
      case .byMonth: try spans(of: period.months, in: table, named: "month")
      case .byConversation: try byConversation()
      case .byPerson: try byPerson()
      case .byEnding: try byEnding()
      case .mostLiked: try mostLiked()
      case .trend: try trend()
      }
    }
  }

  private func totals() throws {
    let total = try counts.total
    let metrics: [(String, Int64)] = [
      ("messages", total.counts.messages), ("people", total.people),
      ("conversations", total.conversations), ("replies", total.counts.replies),
      ("likes", total.counts.likes), ("flags", try counts.flags), ("files", total.counts.files),
      ("calls", total.counts.calls),
    ]
    let rows = metrics.enumerated().map { place, metric -> [Value] in
      [.integer(Int64(place + 1)), .text(metric.0), .integer(metric.1)]
    }
    try fill(.totals, "position INTEGER PRIMARY KEY, metric, value", with: rows)
  }

  private func byDay() throws {
    let rows = zip(period.days, try counts.byDay).enumerated().map { place, day -> [Value] in
      [.integer(Int64(place)), .text(day.0.date.description)] + day.1.values
    }
    let counts = counts
    let people = "\(prefix)_people_on"
    try connection.define(people, arguments: 1) { arguments, result in
      result.set { Int64(try counts.items.peopleByDay[Int(arguments.integer(0))]) }
    }
    try fill(
      .byDay,
      "place INTEGER PRIMARY KEY, date, \(Self.columns)",
      with: rows,
      as: "date, messages, \(people)(place) AS people, replies, likes, files, calls"
    )
  }

  private func byHour() throws {
    let rows = try counts.byHour.enumerated().map { place, counts -> [Value] in
      [.integer(Int64(place / 24 + 1)), .integer(Int64(place % 24))] + counts.values
    }
    try fill(.byHour, "weekday, hour, \(Self.columns)", with: rows)
  }

  private func byConversation() throws {
    let rows = try counts.byConversation.withMessages
    let counts = counts
    let people = "\(prefix)_people_in"
    try connection.define(people, arguments: 1) { arguments, result in
      result.set { try counts.items.people(in: arguments.integer(0)) }
    }
    try fill(
      .byConversation,
      by: "conversation",
      with: rows,
      as: "conversation, messages, \(people)(conversation) AS people, replies, likes, files, calls"
    )
  }

  private func byPerson() throws {
    try fill(.byPerson, by: "person", with: try counts.byPerson.withMessages)
  }

  private func byEnding() throws {
    let rows = try counts.files.byEnding.map { ending, files -> [Value] in
      [
        .text(ending), .integer(files.files), .integer(files.authors),
        files.bytes.map(Value.integer) ?? .null,
      ]
    }
    try fill(.byEnding, "ending, files, authors, totalBytes", with: rows)
  }

  private func mostLiked() throws {
    let candidates = try counts.items.liked.map { String($0.item) }.joined(separator: ",")
    let rows = try connection.rows(
      """
      SELECT row_number() OVER (ORDER BY i.likes DESC, i.creationTime DESC, i.itemId DESC) AS position, i.item, i.likes
      FROM json_each(?1) j JOIN main.items i ON i.item = j.value ORDER BY position LIMIT ?2
      """,
      [.text("[\(candidates)]"), .integer(Int64(ItemTally.mostLiked))]
    ) { row in (0..<3).map { Value.integer(row.integer(at: $0)) } }
    try fill(.mostLiked, "position INTEGER PRIMARY KEY, item, likes", with: rows)
  }

  private func spans(of spans: [Period.Part], in table: PeriodTable, named name: String) throws {
    let rows = zip(spans, try counts.spans(spans)).map { span, counted -> [Value] in
      [.text(span.name), .text(span.first.description)] + counted.counts.values
        + [.integer(counted.people)]
    }
    try fill(
      table,
      "\(name), date PRIMARY KEY, \(Self.columns), people",
      with: rows,
      as: "\(name), date, messages, people, replies, likes, files, calls"
    )
  }

  private func trend() throws {
    var periods = [period]
    while periods.count < Self.trendLength, let earlier = periods.last?.previous {
      periods.append(earlier)
    }
    periods.reverse()
    let counted = try counts.counts(cuts: periods.map(\.from) + [period.to])
    let rows = zip(periods, counted).map { period, counts -> [Value] in
      [.text(period.name), .text(period.first.description)] + counts.values
    }
    try fill(.trend, "name, date PRIMARY KEY, \(Self.columns)", with: rows)
  }

  /// How many periods a trend has.
  private static let trendLength = 12

  private static let columns = "messages, replies, likes, files, calls"

  /// Makes a table of a period, with the view by which reports know it, and fills it.
  private func fill(
    _ table: PeriodTable,
    _ columns: String,
    with rows: [[Value]],
    as shown: String = "*"
  ) throws {
    let name = try create(table, columns, as: shown)
    guard let width = rows.first?.count else { return }
    let insertion = try BulkInsert(into: name, columns: width, on: connection)
    try insertion.add(rows) { row, statement, position in
      for (place, value) in row.enumerated() { try statement.bind(value, at: position + place) }
    }
  }

  /// Does the same for the counts of thousands of conversations or people.
  private func fill(
    _ table: PeriodTable,
    by id: String,
    with rows: [(id: Int64, counts: Counts)],
    as shown: String = "*"
  ) throws {
    let name = try create(table, "\(id) INTEGER PRIMARY KEY, \(Self.columns)", as: shown)
    let insertion = try BulkInsert(into: name, columns: 6, on: connection)
    try insertion.add(rows) { row, statement, position in
      try statement.bind(row.id, at: position)
      try row.counts.bind(to: statement, from: position + 1)
    }
  }

  /// Makes a table and its view.
  ///
  /// - Returns: The table's name.
  private func create(
    _ table: PeriodTable,
    _ columns: String,
    as shown: String
  ) throws -> String {
    let name = "\(prefix)_\(table.rawValue)"
    try connection.execute(
      """
      CREATE TEMP TABLE \(name)_counts(\(columns));
      CREATE TEMP VIEW \(name) AS SELECT \(shown) FROM temp.\(name)_counts;
      """
    )
    return "temp.\(name)_counts"
  }
}

extension Counts {
  /// In the order of the tables' columns.
  fileprivate var values: [Value] {
    inOrder.map(Value.integer)
  }
}

extension FunctionResult {
  /// Gives back what `body` works out, or makes the statement fail with its error.
  fileprivate func set(_ body: () throws -> Int64) {
    do { set(try body()) } catch { fail("\(error)") }
  }
}
