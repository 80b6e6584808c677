internal import SQLite

/// What items add to the rollups, gathered over a transaction and written at its end.
struct Rollups {
  struct DayKey: Hashable {
    let day: Int64
    let subject: Int64
  }

  private var quarters: [Int64: Counts] = [:]
  private var conversations: [DayKey: Counts] = [:]
  private var people: [DayKey: Counts] = [:]
  private var firstMessages = FirstMessages()
  /// The blocks of items that something was changed in.
  private var blocks: Set<Int64> = []
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
    add(Self.counts(of: item), of: item, at: rowid)
    if item.isMessage { firstMessages.add(item) }
  }

  /// Takes away an item as it was.
  mutating func remove(_ item: ItemFacts, at rowid: Int64) {
    add(-Self.counts(of: item), of: item, at: rowid)
    if item.isMessage { firstMessages.remove(item) }
    mayHaveEmptied = true
  }

  private mutating func add(_ counts: Counts, of item: ItemFacts, at rowid: Int64) {
    guard counts != Counts() else { return }
    blocks.insert(ItemBlock.number(of: rowid))
    let quarter = item.time / 900_000
    let day = item.time / 86_400_000
    quarters[quarter, default: Counts()] += counts
    conversations[DayKey(day: day, subject: item.conversation), default: Counts()] += counts
    people[DayKey(day: day, subject: item.creator), default: Counts()] += counts
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
    try Self.flush(conversations, sql: Self.conversationSQL, to: connection)
    try Self.flush(people, sql: Self.personSQL, to: connection)
    if mayHaveEmptied {
      try Self.removeEmptyBuckets(
        quarters: Array(quarters.keys),
        days: Array(Set(conversations.keys.map(\.day))),
        of: connection
      )
    }
    try ItemBlockTable.remake(blocks, on: connection)
    blocks.removeAll(keepingCapacity: true)
    // Only now: it reads what was just written.
    try firstMessages.flush(to: connection, displacement: displacement)
    mayHaveEmptied = false
    quarters.removeAll(keepingCapacity: true)
    conversations.removeAll(keepingCapacity: true)
    people.removeAll(keepingCapacity: true)
  }

  private static func flush(
    _ buckets: [DayKey: Counts],
    sql: String,
    to connection: Connection
  ) throws {
    let keys = buckets.keys.sorted { ($0.day, $0.subject) < ($1.day, $1.subject) }
    try connection.withStatement(sql) { statement in
      for key in keys {
        guard let counts = buckets[key], counts != Counts() else { continue }
        try statement.bind(key.day, at: 1)
        try statement.bind(key.subject, at: 2)
        try counts.bind(to: statement, from: 3)
        try statement.run()
      }
    }
  }

  private static func removeEmptyBuckets(
    quarters: [Int64],
    days: [Int64],
    of connection: Connection
  ) throws {
    let empty = "messages = 0 AND replies = 0 AND likes = 0 AND files = 0 AND calls = 0"
    for quarter in quarters {
      try connection.run(
        "DELETE FROM quarter_hourly WHERE quarter = ? AND \(empty)",
        [.integer(quarter)]
      )
    }
    for day in days {
      try connection.run(
        "DELETE FROM daily_conversation WHERE day = ? AND \(empty)",
        [.integer(day)]
      )
      try connection.run("DELETE FROM daily_person WHERE day = ? AND \(empty)", [.integer(day)])
    }
  }

  private static let upsert = """
    DO UPDATE SET messages = messages + excluded.messages, replies = replies + excluded.replies,
      likes = likes + excluded.likes, files = files + excluded.files, calls = calls + excluded.calls
    """
  private static let quarterSQL =
    "INSERT INTO quarter_hourly VALUES (?,?,?,?,?,?) ON CONFLICT(quarter) \(upsert)"
  private static let conversationSQL =
    "INSERT INTO daily_conversation VALUES (?,?,?,?,?,?,?) ON CONFLICT(day, conversation) \(upsert)"
  private static let personSQL =
    "INSERT INTO daily_person VALUES (?,?,?,?,?,?,?) ON CONFLICT(day, person) \(upsert)"
}

extension Counts {
  /// What is to be taken away.
  fileprivate static prefix func - (counts: Counts) -> Counts {
    Counts(
      messages: -counts.messages,
      replies: -counts.replies,
      likes: -counts.likes,
      files: -counts.files,
      calls: -counts.calls
    )
  }

  fileprivate func bind(to statement: Statement, from position: Int) throws {
    for (offset, count) in inOrder.enumerated() {
      try statement.bind(count, at: position + offset)
    }
  }
}
