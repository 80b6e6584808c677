import Index
import SQLite

/// The items of a span of time: the one place where counts are made from items.
struct ItemScan {
  private let connection: Connection
  private let source: CountSource
  /// The file's `max_displacement_ms`.
  private let displacement: Int64

  /// Prepares reading.
  ///
  /// - Parameters:
  ///   - connection: The index.
  ///   - source: Whether the index's blocks of items may stand for the items.
  /// - Throws: `SQLiteError`.
  init(_ connection: Connection, from source: CountSource = .fastest) throws {
    self.connection = connection
    self.source = source
    displacement = try Rowid.displacement(of: connection)
  }

  /// Gives each message and each call with a creationTime in `from ..< to` (ms UTC) to `body`, in the order of their
  /// times.
  func forEach(from: Int64, to: Int64, _ body: (CountedItem) -> Void) throws {
    var order = TimeOrder(displacement: displacement)
    try forEachByRow(from: from, to: to) { order.add($0, body) }
    order.finish(body)
  }

  /// Does the same in the order of the rows, which a few items that had to leave a crowded millisecond lie behind their
  /// times in: cheaper, for what needs no order of times.
  func forEachByRow(from: Int64, to: Int64, _ body: (CountedItem) -> Void) throws {
    guard from < to else { return }
    let rows = Rowid.range(from: from, to: to, displacement: displacement)
    func take(_ item: CountedItem) {
      if item.time >= from, item.time < to { body(item) }
    }
    switch source {
    case .fastest:
      try forEachBlock(of: rows) { number, bytes in
        ItemBlock.forEach(in: bytes, of: number, take)
      }
    case .items: try forEachRow(rows, take)
    }
  }

  /// How many flags there are on messages with a creationTime in `from ..< to` (ms UTC).
  func flags(from: Int64, to: Int64) throws -> Int64 {
    let rows = Rowid.range(from: from, to: to, displacement: displacement)
    let flagged = try connection.rows(
      "SELECT item FROM main.flag WHERE item BETWEEN ? AND ? AND gone_run IS NULL ORDER BY item",
      [.integer(rows.lowerBound), .integer(rows.upperBound)]
    ) { $0.integer(at: 0) }
    guard !flagged.isEmpty else { return 0 }
    var place = 0
    var count: Int64 = 0
    func take(_ item: Int64, _ time: Int64) {
      while place < flagged.count, flagged[place] < item { place += 1 }
      while place < flagged.count, flagged[place] == item {
        if time >= from, time < to { count += 1 }
        place += 1
      }
    }
    switch source {
    case .fastest:
      try forEachBlock(of: rows) { number, bytes in
        ItemBlock.forEachMessage(in: bytes, of: number, take)
      }
    case .items:
      try forEachRow(rows) { item in
        if item.counts.messages > 0 { take(item.item, item.time) }
      }
    }
    return count
  }

  /// The blocks that some rowids lie in, which hold items beside them too.
  private func forEachBlock(
    of rows: ClosedRange<Int64>,
    _ body: (_ number: Int64, UnsafeBufferPointer<UInt8>) -> Void
  ) throws {
    try connection.withStatement(
      "SELECT hour, items FROM main.item_block WHERE hour BETWEEN ? AND ? ORDER BY hour"
    ) { statement in
      try statement.bind([
        .integer(ItemBlock.number(of: rows.lowerBound)),
        .integer(ItemBlock.number(of: rows.upperBound)),
      ])
      while try statement.step() {
        let number = statement.row.integer(at: 0)
        statement.row.withBytes(at: 1) { body(number, $0) }
      }
    }
  }

  /// The items themselves.
  private func forEachRow(_ rows: ClosedRange<Int64>, _ body: (CountedItem) -> Void) throws {
    try connection.withStatement(
      """
      SELECT \(CountedItem.columns) FROM main.item
      WHERE id BETWEEN ?1 AND ?2 AND \(CountedItem.condition) ORDER BY id
      """
    ) { statement in
      try statement.bind([.integer(rows.lowerBound), .integer(rows.upperBound)])
      while try statement.step() { body(CountedItem(statement.row)) }
    }
  }
}
