internal import CSQLite

/// Segments of an FTS5 table that were written elsewhere.
///
/// FTS5 has one writer a table. A table of another database can be filled on another thread meanwhile, and its segments,
/// which are finished pages, be taken over: a copy instead of the work. What is touched is the on-disk format of FTS5
/// ("DATA RECORDS" in SQLite's `fts5_index.c`), which SQLite keeps readable for later versions.
extension Connection {
  /// Adds the documents of an FTS5 table of another database to one of this connection, as its newest segments.
  ///
  /// Both tables have the same columns and options but for `content`, neither has `columnsize`, and the other one has had
  /// nothing deleted. None of its documents stands in this one. It belongs to the open transaction, which must be one that
  /// may write.
  ///
  /// - Parameters:
  ///   - table: The table's name in both databases.
  ///   - source: The other database, with no transaction open.
  /// - Returns: How many pages that were, and how many levels the table has: merging as many pages of each level keeps the
  ///   number of segments bounded, as FTS5's `automerge` does.
  /// - Throws: `SQLiteError`, also when the tables are of a format that this does not know; the transaction is to be
  ///   rolled back then.
  public func adoptSegments(ofTable table: String, from source: Connection) throws -> (
    pages: Int, levels: Int
  ) {
    // FTS5 holds back changes, and sums over all documents with them, until a savepoint begins.
    try execute("SAVEPOINT adopt; RELEASE adopt")
    var structure = try fts5Structure(of: table)
    let added = try source.fts5Structure(of: table)
    let sums = try Self.total(of: fts5Sums(of: table), source.fts5Sums(of: table))
    var names: [(old: Int64, new: Int64)] = []
    // The oldest first: higher levels are older, and within a level those that stand first.
    for segment in added.levels.reversed().flatMap(\.segments) {
      guard let id = structure.add(segment) else { throw Self.refusal("full", table) }
      names.append((segment.id, id))
    }
    let pages = try names.reduce(0) {
      try $0 + copySegment($1.old, as: $1.new, ofTable: table, from: source)
    }
    try setFTS5Record(FTS5Row.structure, of: table, to: structure.record)
    try setFTS5Record(FTS5Row.sums, of: table, to: sums)
    // FTS5 remembers the structure until it is rolled back to a savepoint that it has been told of, which it is when it
    // has begun to write.
    try execute(
      """
      DELETE FROM "\(table)" WHERE rowid = -1;
      SAVEPOINT adopt; ROLLBACK TO adopt; RELEASE adopt
      """
    )
    return (pages, structure.levels.count)
  }

  private func fts5Structure(of table: String) throws -> FTS5Structure {
    guard let structure = FTS5Structure(try fts5Record(FTS5Row.structure, of: table)) else {
      throw Self.refusal("of a format that is not known", table)
    }
    return structure
  }

  /// What is said of a table that nothing can be added to.
  private static func refusal(_ what: String, _ table: String) -> SQLiteError {
    SQLiteError(extendedCode: SQLITE_MISMATCH, message: "the full-text table \(table) is \(what)")
  }

  /// How many documents there are, then how many tokens each column has; empty for an empty table.
  private func fts5Sums(of table: String) throws -> [Int64] {
    var integers = FTS5Integers(try fts5Record(FTS5Row.sums, of: table)[...])
    var sums: [Int64] = []
    while !integers.isAtEnd {
      guard let sum = integers.next() else {
        throw Self.refusal("of a format that is not known", table)
      }
      sums.append(sum)
    }
    return sums
  }

  private static func total(of left: [Int64], _ right: [Int64]) -> [UInt8] {
    let sums = left.isEmpty ? right : right.isEmpty ? left : zip(left, right).map { $0 + $1 }
    return sums.reduce(into: []) { FTS5Integers.append($1, to: &$0) }
  }

  private func fts5Record(_ row: Int64, of table: String) throws -> [UInt8] {
    try first("SELECT block FROM \"\(table)_data\" WHERE id = ?", [.integer(row)]) {
      $0.bytes(at: 0) ?? []
    } ?? []
  }

  private func setFTS5Record(_ row: Int64, of table: String, to record: [UInt8]) throws {
    try run(
      "REPLACE INTO \"\(table)_data\"(id, block) VALUES (?,?)",
      [.integer(row), .blob(record)]
    )
  }

  /// Copies a segment; gives the number of its pages.
  private func copySegment(
    _ old: Int64,
    as new: Int64,
    ofTable table: String,
    from source: Connection
  ) throws -> Int {
    var pages = 0
    let rows = FTS5Row.rows(ofSegment: old)
    let addPage = try statement("INSERT INTO \"\(table)_data\"(id, block) VALUES (?,?)")
    try source.forEachRow(
      "SELECT id, block FROM \"\(table)_data\" WHERE id BETWEEN ? AND ? ORDER BY id",
      [.integer(rows.lowerBound), .integer(rows.upperBound)]
    ) { row in
      try addPage.bind(
        FTS5Row.rows(ofSegment: new).lowerBound + row.integer(at: 0) - rows.lowerBound,
        at: 1
      )
      try row.withBytes(at: 1) { page in
        try addPage.bind(borrowedBytes: UnsafeRawBufferPointer(page), at: 2)
        try addPage.run()
        pages += 1
      }
    }
    let addTerm = try statement("INSERT INTO \"\(table)_idx\"(segid, term, pgno) VALUES (?,?,?)")
    try addTerm.bind(new, at: 1)
    try source.forEachRow(
      "SELECT term, pgno FROM \"\(table)_idx\" WHERE segid = ? ORDER BY term",
      [.integer(old)]
    ) { row in
      // The first page of a segment has an empty one.
      try addTerm.bind(row.bytes(at: 0) ?? [], at: 2)
      try addTerm.bind(row.integer(at: 1), at: 3)
      try addTerm.run()
    }
    return pages
  }
}

/// Rows of an FTS5 table's `_data` table.
private enum FTS5Row {
  /// Sums over all documents ("averages").
  static let sums: Int64 = 1
  static let structure: Int64 = 10

  /// The pages of a segment: 16 bits of segment above 37 bits of what and which page it is.
  static func rows(ofSegment id: Int64) -> ClosedRange<Int64> { id << 37...(id + 1) << 37 - 1 }
}
