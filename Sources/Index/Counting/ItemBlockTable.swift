internal import SQLite

/// The table of the blocks: made anew where items changed, and compared with a recount.
enum ItemBlockTable {
  /// Makes blocks anew, and takes those away that have no item any more.
  ///
  /// - Parameters:
  ///   - numbers: The blocks whose items changed.
  ///   - connection: The index, whose items are written already.
  /// - Throws: `SQLiteError`.
  static func remake(_ numbers: Set<Int64>, on connection: Connection) throws {
    try connection.withStatement("DELETE FROM item_block WHERE hour = ?") { delete in
      try connection.withStatement("INSERT OR REPLACE INTO item_block VALUES (?, ?)") { insert in
        for number in numbers.sorted() {
          var isMade = false
          try ItemBlock.make(number...number, on: connection) { number, bytes in
            isMade = true
            try insert.bind([.integer(number), .blob(bytes)])
            try insert.run()
          }
          if isMade { continue }
          try delete.bind(number, at: 1)
          try delete.run()
        }
      }
    }
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
