internal import SQLite

/// The table of the blocks: changed where items changed, and compared with a recount.
enum ItemBlockTable {
  /// An item that is there now, or that none is.
  typealias Change = (item: Int64, now: CountedItem?)

  /// Merges changes into the blocks they belong to; a block that has no item any more goes.
  ///
  /// - Parameters:
  ///   - changes: In the order in which they were made.
  ///   - connection: The index.
  /// - Throws: `SQLiteError`.
  static func apply(_ changes: [Change], on connection: Connection) throws {
    guard !changes.isEmpty else { return }
    let look = try connection.statement("SELECT items FROM item_block WHERE hour = ?")
    let write = try connection.statement("INSERT OR REPLACE INTO item_block VALUES (?, ?)")
    let order = changes.indices.sorted { (changes[$0].item, $0) < (changes[$1].item, $1) }
    var rest = order[...]
    while let first = rest.first {
      let number = ItemBlock.number(of: changes[first].item)
      let block = rest.prefix { ItemBlock.number(of: changes[$0].item) == number }
      rest = rest[block.endIndex...]
      try look.bind(number, at: 1)
      var before: [CountedItem] = []
      if try look.step() {
        look.row.withBytes(at: 0) { ItemBlock.forEach(in: $0, of: number) { before.append($0) } }
      }
      look.reset()
      let items = merged(before, block.lazy.map { changes[$0] })
      guard !items.isEmpty else {
        try connection.run("DELETE FROM item_block WHERE hour = ?", [.integer(number)])
        continue
      }
      try write.bind(number, at: 1)
      try write.bind(ItemBlock.bytes(of: items, number: number), at: 2)
      try write.run()
    }
  }

  /// A block's items after changes in the order of their rowids, of which the last of a row holds.
  private static func merged(
    _ before: [CountedItem],
    _ changes: some Sequence<Change>
  ) -> [CountedItem] {
    var items: [CountedItem] = []
    var kept = before[...]
    for (item, now) in changes {
      while let next = kept.first, next.item < item {
        items.append(next)
        kept.removeFirst()
      }
      if kept.first?.item == item { kept.removeFirst() }
      if items.last?.item == item { items.removeLast() }
      if let now { items.append(now) }
    }
    return items + kept
  }

  /// Makes all blocks anew.
  ///
  /// - Parameter connection: The index.
  /// - Throws: `SQLiteError`.
  static func refill(on connection: Connection) throws {
    try connection.execute("DELETE FROM item_block")
    let insert = try connection.statement("INSERT INTO item_block VALUES (?, ?)")
    try ItemBlock.make(all, on: connection) { number, bytes in
      try insert.bind([.integer(number), .blob(bytes)])
      try insert.run()
    }
  }

  /// How many blocks are not what their items say.
  ///
  /// - Parameters:
  ///   - hours: The blocks that are compared; nil for all.
  ///   - connection: The index.
  /// - Returns: Blocks that differ, are missing, or are too many.
  /// - Throws: `SQLiteError`.
  static func differences(
    within hours: ClosedRange<Int64>?,
    on connection: Connection
  ) throws -> Int64 {
    let hours = hours ?? all
    var differing: Int64 = 0
    var made: Int64 = 0
    let look = try connection.statement("SELECT items FROM item_block WHERE hour = ?")
    try ItemBlock.make(hours, on: connection) { number, bytes in
      made += 1
      try look.bind(number, at: 1)
      let isThere = try look.step()
      if !isThere || look.row.bytes(at: 0) != bytes { differing += 1 }
      if !isThere { made -= 1 }
      look.reset()
    }
    let kept =
      try connection.integer(
        "SELECT count(*) FROM item_block WHERE hour BETWEEN ? AND ?",
        [.integer(hours.lowerBound), .integer(hours.upperBound)]
      ) ?? 0
    return differing + kept - made
  }

  /// From the first block that can be to the last.
  private static let all = 0...ItemBlock.number(of: Rowid.latestTime * Rowid.slots) + 1
}
