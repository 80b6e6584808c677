package import SQLite

/// A message or a call, as counts see it.
package struct CountedItem: Equatable {
  /// The item's row.
  package let item: Int64
  /// Where it stands in time, ms since 1970 UTC.
  package let time: Int64
  /// The dense id, 0 for none.
  package let conversation: Int64
  /// Who wrote it, by the dense id; 0 for nobody.
  package let person: Int64
  /// What it adds to the counts of a set it is in.
  package let counts: Counts

  /// Puts an item together.
  package init(item: Int64, time: Int64, conversation: Int64, person: Int64, counts: Counts) {
    self.item = item
    self.time = time
    self.conversation = conversation
    self.person = person
    self.counts = counts
  }
}

/// Read from the rows of `item`.
extension CountedItem {
  /// The columns that `init(_:)` reads.
  package static let columns = "id, conversation, creator, kind, thread, created, likes, files"

  /// SQL for what counts, by the design's definitions: a message is a TEXT item that is neither deleted nor gone, a call
  /// an RTC item that is not gone.
  package static let condition = "gone = 0 AND (kind = 0 AND state <> 3 OR kind = 2)"

  /// Reads an item.
  ///
  /// - Parameter row: A row of `columns` where `condition` holds.
  package init(_ row: Row) {
    let item = row.integer(at: 0)
    self.init(
      item: item,
      time: row.optionalInteger(at: 5) ?? Rowid.millisecond(of: item),
      conversation: row.integer(at: 1),
      person: row.integer(at: 2),
      // Only messages have replies, likes and files that count.
      counts: row.integer(at: 3) == 2
        ? Counts(calls: 1)
        : Counts(
          messages: 1,
          replies: row.isNull(at: 4) ? 0 : 1,
          likes: row.integer(at: 6),
          files: row.integer(at: 7)
        )
    )
  }
}
