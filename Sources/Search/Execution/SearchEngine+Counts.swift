internal import SQLite

/// Pages by how many likes or replies an item has.
///
/// Every match has to be looked at, since the most liked may be the oldest; only as many as a page
/// needs are kept.
extension SearchEngine {
  /// The page of the matches with the highest count after `cursor`; of equal counts the newest first.
  func countedPage(
    of plan: SearchPlan,
    for request: SearchRequest,
    after cursor: SearchCursor?
  ) throws -> SearchPage {
    let column =
      request.order == .replies
      ? "coalesce((SELECT t.replies FROM thread t WHERE t.head = i.id), 0)" : "i.likes"
    let sql = plan.select("i.id, coalesce(i.created, i.id >> 3), \(column)", order: nil)
    var leaders = Leaders(limit: request.limit + 1, after: cursor?.place)
    var page = SearchPage()
    page.isPartial = try !finishes {
      try connection.withStatement(sql.text) { statement in
        try statement.bind(sql.values)
        while try statement.step() {
          let row = statement.row
          try leaders.offer(
            .init(rowid: row.integer(at: 0), time: row.integer(at: 1), count: row.integer(at: 2)),
            id: hits.itemID
          )
        }
      }
    }
    let rows = leaders.rows.prefix(request.limit)
    page.rows = rows.map { .init(rowid: $0.rowid, time: $0.time) }
    // What was found before the time was up is no place to go on from.
    if leaders.rows.count > request.limit, !page.isPartial, let last = rows.last {
      page.next = SearchCursor(
        order: request.order,
        queryHash: SearchCursor.hash(of: request.query),
        place: .count(last.count, time: last.time, itemID: try hits.itemID(at: last.rowid))
      )
    }
    return page
  }
}

/// The first rows by count, of those offered.
private struct Leaders {
  struct Row {
    let rowid: Int64
    /// In ms.
    let time: Int64
    let count: Int64
  }

  /// In order.
  private(set) var rows: [Row] = []
  private let limit: Int
  private let place: (count: Int64, time: Int64, itemID: String)?

  init(limit: Int, after place: SearchCursor.Place?) {
    self.limit = limit
    if case .count(let count, let time, let itemID) = place {
      self.place = (count, time, itemID)
    } else {
      self.place = nil
    }
  }

  /// Takes a row if it is among the first behind the cursor; ids are asked for where counts and times
  /// are equal.
  mutating func offer(_ row: Row, id: (Int64) throws -> String) throws {
    if rows.count == limit, let last = rows.last, (row.count, row.time) < (last.count, last.time) {
      return
    }
    if let place {
      if (row.count, row.time) > (place.count, place.time) { return }
      if row.count == place.count, row.time == place.time,
        !(try id(row.rowid)).utf8.lexicographicallyPrecedes(place.itemID.utf8)
      {
        return
      }
    }
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if try Self.precedes(rows[middle], row, id) { low = middle + 1 } else { high = middle }
    }
    rows.insert(row, at: low)
    if rows.count > limit { rows.removeLast() }
  }

  /// Counts, then times, then ids, the greater first.
  private static func precedes(
    _ first: Row,
    _ second: Row,
    _ id: (Int64) throws -> String
  ) throws -> Bool {
    guard first.count == second.count, first.time == second.time else {
      return (first.count, first.time) > (second.count, second.time)
    }
    return try id(second.rowid).utf8.lexicographicallyPrecedes(id(first.rowid).utf8)
  }
}
