internal import Index

/// Gathers a page of rows that come in the order of time, from behind a cursor.
struct PageCollector {
  private(set) var rows: [TimeOrderedBuffer.Row] = []
  /// The time of the cursor, in ms, if there is one.
  let time: Int64?
  private let itemID: String
  private let isNewestFirst: Bool
  private let limit: Int

  init(isNewestFirst: Bool, limit: Int, after place: SearchCursor.Place?) {
    self.isNewestFirst = isNewestFirst
    self.limit = limit
    if case .time(let time, let itemID) = place {
      self.time = time
      self.itemID = itemID
    } else {
      time = nil
      itemID = ""
    }
  }

  /// Whether there is a page and a row to show that more follow.
  var isFull: Bool { rows.count > limit }

  /// The rowids that items behind the cursor can have.
  func rowids(displacement: Int64) -> ClosedRange<Int64>? {
    guard let time else { return nil }
    let all = Rowid.range(from: 0, to: Rowid.latestTime + 1, displacement: displacement)
    return isNewestFirst
      ? Rowid.range(from: 0, to: time + 1, displacement: displacement)
      : max(all.lowerBound, min(Rowid.first(ofMillisecond: time), all.upperBound))...all.upperBound
  }

  /// Takes the rows of one millisecond with their ids; the ids may be empty for a lone row that is
  /// not at the cursor's time.
  mutating func take(_ group: [(row: TimeOrderedBuffer.Row, id: String)]) {
    let ordered = group.sorted { first, second in
      isNewestFirst ? Self.precedes(second.id, first.id) : Self.precedes(first.id, second.id)
    }
    for (row, id) in ordered where isBehindCursor(row.time, id) {
      rows.append(row)
    }
  }

  private func isBehindCursor(_ time: Int64, _ id: String) -> Bool {
    guard let cursorTime = self.time else { return true }
    if time != cursorTime { return isNewestFirst ? time < cursorTime : time > cursorTime }
    return isNewestFirst ? Self.precedes(id, itemID) : Self.precedes(itemID, id)
  }

  /// The order of ids is that of their bytes.
  private static func precedes(_ first: String, _ second: String) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }
}
