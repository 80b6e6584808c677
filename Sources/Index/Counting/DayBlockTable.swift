internal import SQLite

/// One of the two tables of day blocks: by conversation and by person.
enum DayBlockTable: String, CaseIterable {
  case conversation
  case person

  /// The table's name.
  var name: String { "daily_\(rawValue)" }

  /// Adds differences to blocks; those with no counts left go, as a recount would not make them.
  ///
  /// - Parameters:
  ///   - differences: By day since 1970 UTC and by dense id.
  ///   - connection: The index.
  /// - Throws: `SQLiteError`.
  func add(_ differences: [Int64: [Int64: Counts]], on connection: Connection) throws {
    guard !differences.isEmpty else { return }
    let look = try connection.statement("SELECT counts FROM \(name) WHERE day = ?")
    let put = try connection.statement("INSERT OR REPLACE INTO \(name) VALUES (?, ?)")
    let delete = try connection.statement("DELETE FROM \(name) WHERE day = ?")
    for (day, subjects) in differences.sorted(by: { $0.key < $1.key }) {
      let entries = subjects.sorted { $0.key < $1.key }.map { (id: $0.key, counts: $0.value) }
      try look.bind(day, at: 1)
      let bytes =
        try look.step()
        ? look.row.withBytes(at: 0) { DayBlock.adding(to: $0, entries) }
        : DayBlock.adding(to: UnsafeBufferPointer(start: nil, count: 0), entries)
      look.reset()
      if bytes.isEmpty {
        try delete.bind(day, at: 1)
        try delete.run()
      } else {
        try put.bind([.integer(day), .blob(bytes)])
        try put.run()
      }
    }
  }

  /// The first day on which a person wrote a message.
  ///
  /// - Parameters:
  ///   - person: The dense id.
  ///   - first: The first day that is looked at, since 1970 UTC.
  ///   - connection: The index.
  /// - Returns: The day; nil where there is none.
  /// - Throws: `SQLiteError`.
  static func firstDay(
    of person: Int64,
    from first: Int64,
    on connection: Connection
  ) throws -> Int64? {
    try connection.withStatement(
      "SELECT day, counts FROM \(Self.person.name) WHERE day >= ? ORDER BY day"
    ) { statement in
      try statement.bind(first, at: 1)
      while try statement.step() {
        var wrote = false
        statement.row.withBytes(at: 1) { bytes in
          DayBlock.forEach(in: bytes) { id, counts in
            if id == person, counts.messages > 0 { wrote = true }
          }
        }
        if wrote { return statement.row.integer(at: 0) }
      }
      return nil
    }
  }

  /// Makes all blocks anew.
  ///
  /// - Parameter connection: The index.
  /// - Throws: `SQLiteError`.
  func refill(on connection: Connection) throws {
    try connection.execute("DELETE FROM \(name)")
    let insert = try connection.statement("INSERT INTO \(name) VALUES (?, ?)")
    try recount(within: nil, displacement: 0, on: connection) { day, bytes in
      try insert.bind([.integer(day), .blob(bytes)])
      try insert.run()
    }
  }

  /// How many blocks are not what their items say.
  ///
  /// - Parameters:
  ///   - days: The days since 1970 UTC that are compared; nil for all.
  ///   - displacement: The file's `max_displacement_ms`.
  ///   - connection: The index.
  /// - Returns: Blocks that differ, are missing, or are too many.
  /// - Throws: `SQLiteError`.
  func differences(
    within days: ClosedRange<Int64>?,
    displacement: Int64,
    on connection: Connection
  ) throws -> Int64 {
    var differing: Int64 = 0
    var found: Int64 = 0
    let look = try connection.statement("SELECT counts FROM \(name) WHERE day = ?")
    try recount(within: days, displacement: displacement, on: connection) { day, bytes in
      try look.bind(day, at: 1)
      let isThere = try look.step()
      if isThere { found += 1 }
      if !isThere || look.row.bytes(at: 0) != bytes { differing += 1 }
      look.reset()
    }
    let kept =
      try connection.integer(
        "SELECT count(*) FROM \(name) WHERE day BETWEEN ? AND ?",
        [.integer(days?.lowerBound ?? 0), .integer(days?.upperBound ?? .max)]
      ) ?? 0
    return differing + kept - found
  }

  /// Gives the blocks that the items make to `body`, in the order of their days.
  private func recount(
    within days: ClosedRange<Int64>?,
    displacement: Int64,
    on connection: Connection,
    _ body: (_ day: Int64, [UInt8]) throws -> Void
  ) throws {
    let items = RollupRecount.items(within: days, displacement: displacement)
    let sums = RollupRecount.sums(by: "day, \(rawValue)", items)
    var day: Int64?
    var builder = DayBlock.Builder()
    try connection.withStatement("\(sums) ORDER BY day, \(rawValue)") { statement in
      while try statement.step() {
        let row = statement.row
        if let done = day, done != row.integer(at: 0) {
          try body(done, builder.bytes)
          builder = DayBlock.Builder()
        }
        day = row.integer(at: 0)
        builder.append(row.integer(at: 1), Counts(row, from: 2))
      }
    }
    if let day { try body(day, builder.bytes) }
  }
}
