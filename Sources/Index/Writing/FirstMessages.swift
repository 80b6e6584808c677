internal import SQLite

/// When each person wrote their first message, kept as messages come and go.
struct FirstMessages {
  /// The earliest time among a person's new messages, ms UTC.
  private var earliest: [Int64: Int64] = [:]
  /// The earliest time among the messages that a person no longer has, ms UTC.
  private var taken: [Int64: Int64] = [:]
  /// What the table has, of those who were looked at before, ms UTC.
  private var known: [Int64: Int64] = [:]

  /// Adds a message that is there now; somebody whom the API does not name is nobody.
  mutating func add(_ message: ItemFacts) {
    let person = message.creator
    guard person != 0, message.time < known[person] ?? .max else { return }
    earliest[person] = min(earliest[person] ?? .max, message.time)
  }

  /// Takes away a message as it was.
  mutating func remove(_ message: ItemFacts) {
    guard message.creator != 0 else { return }
    taken[message.creator] = min(taken[message.creator] ?? .max, message.time)
  }

  /// Writes what was gathered and forgets it.
  ///
  /// - Parameters:
  ///   - connection: The index, whose items and daily counts are written already.
  ///   - displacement: By how many ms its rowids run behind their items' times at most.
  /// - Throws: `SQLiteError`.
  mutating func flush(to connection: Connection, displacement: Int64) throws {
    try connection.withStatement(
      """
      INSERT INTO first_message VALUES (?, ?) ON CONFLICT(person)
      DO UPDATE SET time = excluded.time WHERE excluded.time < time
      """
    ) { statement in
      for person in earliest.keys.sorted() {
        try statement.bind([.integer(person), .integer(earliest[person] ?? 0)])
        try statement.run()
      }
    }
    for person in taken.keys.sorted() {
      try recount(person, from: taken[person] ?? 0, on: connection, displacement: displacement)
    }
    for person in Set(earliest.keys).union(taken.keys) {
      known[person] = try connection.integer(
        "SELECT time FROM first_message WHERE person = ?",
        [.integer(person)]
      )
    }
    earliest.removeAll(keepingCapacity: true)
    taken.removeAll(keepingCapacity: true)
  }

  /// Looks for a person's first message anew where the one that is noted may be gone.
  ///
  /// The days on which the person wrote are found in the blocks of days, and only the first of them is read.
  private func recount(
    _ person: Int64,
    from time: Int64,
    on connection: Connection,
    displacement: Int64
  ) throws {
    let noted = try connection.integer(
      "SELECT time FROM first_message WHERE person = ?",
      [.integer(person)]
    )
    guard let noted, noted >= time else { return }
    let day = try DayBlockTable.firstDay(of: person, from: noted / Self.day, on: connection)
    guard let day else {
      return try connection.run("DELETE FROM first_message WHERE person = ?", [.integer(person)])
    }
    let rows = Rowid.range(
      from: day * Self.day,
      to: (day + 1) * Self.day,
      displacement: displacement
    )
    try connection.run(
      """
      UPDATE first_message SET time = (
        SELECT min(coalesce(created, id >> 3)) FROM item
        WHERE id BETWEEN ?1 AND ?2 AND creator = ?3 AND kind = 0 AND state <> 3 AND gone = 0
          AND coalesce(created, id >> 3) >= ?4)
      WHERE person = ?3
      """,
      [
        .integer(rows.lowerBound), .integer(rows.upperBound), .integer(person),
        .integer(day * Self.day),
      ]
    )
  }

  private static let day: Int64 = 86_400_000
}
