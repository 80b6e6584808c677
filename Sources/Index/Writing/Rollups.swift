internal import SQLite

/// What items add to the rollups, gathered over a transaction and written at its end.
struct Rollups {
  private var quarters: [Int64: Counts] = [:]
  /// By day and conversation.
  private var conversations: [Int64: [Int64: Counts]] = [:]
  /// By day and person.
  private var people: [Int64: [Int64: Counts]] = [:]
  private var firstMessages = FirstMessages()
  private var items: [ItemBlockTable.Change] = []
  /// Something was taken away, so a bucket may be empty now.
  private var mayHaveEmptied = false

  /// What one item counts for.
  static func counts(of item: ItemFacts) -> Counts {
    if item.isMessage {
      Counts(
        messages: 1,
        replies: item.thread == nil ? 0 : 1,
        likes: item.likes,
        files: item.files,
        calls: 0
      )
    } else {
      Counts(calls: item.isCall ? 1 : 0)
    }
  }

  /// Adds an item that is there now.
  mutating func add(_ item: ItemFacts, at rowid: Int64) {
    let counts = Self.counts(of: item)
    add(counts, of: item)
    if counts != Counts() {
      items.append((rowid, CountedItem(item, at: rowid, counts: counts)))
    }
    if item.isMessage { firstMessages.add(item) }
  }

  /// Takes away an item as it was.
  mutating func remove(_ item: ItemFacts, at rowid: Int64) {
    add(-Self.counts(of: item), of: item)
    items.append((rowid, nil))
    if item.isMessage { firstMessages.remove(item) }
    mayHaveEmptied = true
  }

  private mutating func add(_ counts: Counts, of item: ItemFacts) {
    guard counts != Counts() else { return }
    let quarter = item.time / 900_000
    let day = item.time / 86_400_000
    quarters[quarter, default: Counts()] += counts
    conversations[day, default: [:]][item.conversation, default: Counts()] += counts
    people[day, default: [:]][item.creator, default: Counts()] += counts
  }

  /// Writes what was gathered of single items once it is much: a change takes some hundred bytes.
  ///
  /// - Parameter connection: The index.
  /// - Throws: `SQLiteError`.
  mutating func relieve(into connection: Connection) throws {
    if items.count >= Self.heldItems { try flushItems(to: connection) }
  }

  private static let heldItems = 65_536

  private mutating func flushItems(to connection: Connection) throws {
    try ItemBlockTable.apply(items, on: connection)
    items.removeAll(keepingCapacity: true)
  }

  /// Writes what was gathered and forgets it.
  ///
  /// Buckets that became empty go, as a recount would not make them.
  ///
  /// - Parameters:
  ///   - connection: The index, with the items written already.
  ///   - displacement: By how many ms its rowids run behind their items' times at most.
  /// - Throws: `SQLiteError`.
  mutating func flush(to connection: Connection, displacement: Int64) throws {
    try connection.withStatement(Self.quarterSQL) { statement in
      for quarter in quarters.keys.sorted() {
        guard let counts = quarters[quarter], counts != Counts() else { continue }
        try statement.bind(quarter, at: 1)
        try counts.bind(to: statement, from: 2)
        try statement.run()
      }
    }
    if mayHaveEmptied { try Self.removeEmptyQuarters(among: quarters.keys, of: connection) }
    try DayBlockTable.conversation.add(conversations, on: connection)
    try DayBlockTable.person.add(people, on: connection)
    try flushItems(to: connection)
    // Only now: it reads what was just written.
    try firstMessages.flush(to: connection, displacement: displacement)
    mayHaveEmptied = false
    quarters.removeAll(keepingCapacity: true)
    conversations.removeAll(keepingCapacity: true)
    people.removeAll(keepingCapacity: true)
  }

  private static func removeEmptyQuarters(
    among quarters: some Sequence<Int64>,
    of connection: Connection
  ) throws {
    for quarter in quarters {
      try connection.run(
        """
        DELETE FROM quarter_hourly
        WHERE quarter = ? AND messages = 0 AND replies = 0 AND likes = 0 AND files = 0 AND calls = 0
        """,
        [.integer(quarter)]
      )
    }
  }

  private static let quarterSQL = """
    INSERT INTO quarter_hourly VALUES (?,?,?,?,?,?) ON CONFLICT(quarter)
    DO UPDATE SET messages = messages + excluded.messages, replies = replies + excluded.replies,
      likes = likes + excluded.likes, files = files + excluded.files, calls = calls + excluded.calls
    """
}

extension CountedItem {
  /// An item as it is now.
  fileprivate init(_ facts: ItemFacts, at rowid: Int64, counts: Counts) {
    self.init(
      item: rowid,
      time: facts.time,
      conversation: facts.conversation,
      person: facts.creator,
      counts: counts
    )
  }
}
