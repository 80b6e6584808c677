import SQLite

/// What is counted of the files on a period's messages, by the endings of their names.
struct EndingTally {
  /// What is counted of the files with one ending.
  struct Files {
    private(set) var files: Int64 = 0
    /// How many bytes they have, of those whose size the API gives; nil where it gives none.
    private(set) var bytes: Int64?
    private var people = IDSet()

    /// How many people wrote the messages they are on.
    var authors: Int64 { people.count }

    fileprivate mutating func add(size: Int64?, by person: Int64) {
      files += 1
      people.insert(person)
      guard let size else { return }
      let (sum, isTooMuch) = (bytes ?? 0).addingReportingOverflow(size)
      bytes = isTooMuch ? .max : sum
    }
  }

  /// By ending in small letters, and `other` for names without one.
  private(set) var byEnding: [String: Files] = [:]

  /// Reads the names of the files and tells by the tally's messages which of them count.
  ///
  /// - Parameters:
  ///   - messages: The messages with files and who wrote them, in the order of their rows.
  ///   - connection: The index.
  /// - Throws: `SQLiteError`.
  init(of messages: [(item: Int64, person: Int64)], on connection: Connection) throws {
    guard let first = messages.first, let last = messages.last else { return }
    var place = 0
    var byEnding: [String: Files] = [:]
    try connection.forEachRow(
      """
      SELECT item, coalesce(file_ending(name), 'other'), size FROM main.attachment
      WHERE item BETWEEN ? AND ? ORDER BY item
      """,
      [.integer(first.item), .integer(last.item)]
    ) { row in
      let item = row.integer(at: 0)
      while messages[place].item < item { place += 1 }
      guard messages[place].item == item, let ending = row.text(at: 1) else { return }
      byEnding[ending, default: Files()]
        .add(size: row.optionalInteger(at: 2), by: messages[place].person)
    }
    self.byEnding = byEnding
  }
}
