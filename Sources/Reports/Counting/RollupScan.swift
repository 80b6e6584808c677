import Chronology
import Index
import SQLite

/// The counts of a chain of spans, from the rollups where those fit and from the items at the edges.
///
/// What is given to `body` adds up to the same as the items themselves would.
struct RollupScan {
  private let connection: Connection
  private let items: ItemScan

  /// What the counts of a UTC day are kept by.
  enum Subject: String {
    case conversation
    case person

    fileprivate var of: (CountedItem) -> Int64 {
      switch self {
      case .conversation: \.conversation
      case .person: \.person
      }
    }
  }

  init(_ connection: Connection) throws {
    self.connection = connection
    items = try ItemScan(connection)
  }

  /// Counts by conversation or by person, from the rollups of UTC days.
  ///
  /// - Parameters:
  ///   - subject: By what.
  ///   - chain: The spans.
  ///   - body: Takes a span's place in the chain, the id of the conversation or person, and what to add.
  /// - Throws: `SQLiteError`.
  func forEach(
    _ subject: Subject,
    over chain: SpanChain,
    _ body: (_ span: Int, _ id: Int64, Counts) -> Void
  ) throws {
    try forEachBucket(
      of: "daily_\(subject.rawValue)",
      key: "day",
      columns: "counts",
      grain: ZoneClock.day,
      over: chain,
      bucket: { span, _, row in
        row.withBytes(at: 1) { DayBlock.forEach(in: $0) { id, counts in body(span, id, counts) } }
      },
      item: { span, item in body(span, subject.of(item), item.counts) }
    )
  }

  /// Who wrote in a span, or in which conversations something was written.
  ///
  /// - Parameters:
  ///   - subject: Which of the two.
  ///   - from: The span's first ms, UTC.
  ///   - to: The ms after its last.
  /// - Returns: Their ids.
  /// - Throws: `SQLiteError`.
  func present(_ subject: Subject, from: Int64, to: Int64) throws -> IDSet {
    var ids = IDSet()
    try forEach(subject, over: SpanChain(cuts: [from, to])) { _, id, counts in
      if counts.messages > 0 { ids.insert(id) }
    }
    return ids
  }

  /// Counts by time alone, from the rollups of quarters of an hour.
  ///
  /// - Parameters:
  ///   - chain: The spans.
  ///   - isWhole: Whether the quarter of an hour that begins then (ms UTC) may be taken as one; the items of others
  ///     come one by one.
  ///   - body: Takes a span's place in the chain, a time in it for which the counts are (ms UTC), and what to add.
  /// - Throws: `SQLiteError`.
  func forEachTime(
    over chain: SpanChain,
    isWhole: (Int64) -> Bool = { _ in true },
    _ body: (_ span: Int, _ time: Int64, Counts) -> Void
  ) throws {
    try forEachBucket(
      of: "quarter_hourly",
      key: "quarter",
      columns: "messages, replies, likes, files, calls",
      grain: Self.quarter,
      over: chain,
      isWhole: isWhole,
      bucket: { span, time, row in body(span, time, Counts(row, from: 1)) },
      item: { span, item in body(span, item.time, item.counts) }
    )
  }

  /// A quarter of an hour, in ms.
  static let quarter: Int64 = 900_000

  private func forEachBucket(
    of table: String,
    key: String,
    columns: String,
    grain: Int64,
    over chain: SpanChain,
    isWhole: (Int64) -> Bool = { _ in true },
    bucket: (_ span: Int, _ time: Int64, Row) -> Void,
    item: (_ span: Int, CountedItem) -> Void
  ) throws {
    let (from, to) = (chain.from, chain.to)
    guard from < to else { return }
    // Buckets that a cut goes through, and those that the caller wants item by item.
    var parted = Set(
      chain.cuts.map { $0.flooredDivision(by: grain) }.filter { $0.remainder != 0 }.map(\.quotient)
    )
    var cursor = SpanChain.Cursor(chain)
    try connection.withStatement(
      """
      SELECT \(key), \(columns) FROM main.\(table)
      WHERE \(key) BETWEEN ?1 AND ?2 ORDER BY \(key)
      """
    ) { statement in
      let range = (
        from.flooredDivision(by: grain).quotient, (to - 1).flooredDivision(by: grain).quotient
      )
      try statement.bind([.integer(range.0), .integer(range.1)])
      while try statement.step() {
        let row = statement.row
        let place = row.integer(at: 0)
        let time = place * grain
        guard !parted.contains(place) else { continue }
        guard isWhole(time) else {
          parted.insert(place)
          continue
        }
        bucket(cursor.span(at: time), time, row)
      }
    }
    cursor = SpanChain.Cursor(chain)
    for place in parted.sorted() {
      let (first, end) = (max(place * grain, from), min((place + 1) * grain, to))
      try items.forEach(from: first, to: end) { counted in
        item(cursor.span(at: counted.time), counted)
      }
    }
  }
}
