import Index
import SQLite

/// An item as the counts see it.
struct CountedItem {
  let item: Int64
  /// Its creationTime, ms UTC.
  let time: Int64
  /// 0 for none.
  let conversation: Int64
  /// Who wrote it, 0 for nobody.
  let person: Int64
  let counts: Counts
}

/// The items of a span of time, in the order of their times: the one place where counts are made from items.
struct ItemScan {
  private let connection: Connection
  /// The file's `max_displacement_ms`.
  let displacement: Int64

  init(_ connection: Connection) throws {
    self.connection = connection
    displacement =
      try connection.integer("SELECT value FROM meta WHERE key = 'max_displacement_ms'") ?? 0
  }

  /// Gives each message and each call with a creationTime in `from ..< to` (ms UTC) to `body`.
  ///
  /// The definitions are the design's: a message is a TEXT item that is neither deleted nor gone, a call an RTC item
  /// that is not gone.
  func forEach(from: Int64, to: Int64, _ body: (CountedItem) -> Void) throws {
    guard from < to else { return }
    let rows = Rowid.range(from: from, to: to, displacement: displacement)
    // An item that had to leave its crowded millisecond may lie behind later ones, and behind the span.
    let order = displacement == 0 ? "id" : "coalesce(created, id >> 3), id"
    try connection.withStatement(
      """
      SELECT id, coalesce(created, id >> 3), conversation, creator, kind = 0, thread IS NOT NULL, likes, files
      FROM main.item
      WHERE id BETWEEN ?1 AND ?2 AND gone = 0 AND (kind = 0 AND state <> 3 OR kind = 2)
      ORDER BY \(order)
      """
    ) { statement in
      try statement.bind([.integer(rows.lowerBound), .integer(rows.upperBound)])
      while try statement.step() {
        let row = statement.row
        let time = row.integer(at: 1)
        guard time >= from, time < to else { continue }
        let isMessage = row.integer(at: 4) != 0
        let counts =
          isMessage
          ? Counts(
            messages: 1,
            replies: row.integer(at: 5),
            likes: row.integer(at: 6),
            files: row.integer(at: 7)
          ) : Counts(calls: 1)
        body(
          CountedItem(
            item: row.integer(at: 0),
            time: time,
            conversation: row.integer(at: 2),
            person: row.integer(at: 3),
            counts: counts
          )
        )
      }
    }
  }
}
