internal import SQLite

/// What items add to the rollups, gathered over a transaction and written at its end.
struct Rollups {
  /// Counts of one bucket; differences while they are gathered.
  struct Counts: Equatable {
    var messages: Int64 = 0
    var replies: Int64 = 0
    var likes: Int64 = 0
    var files: Int64 = 0
    var calls: Int64 = 0

    static func += (left: inout Counts, right: Counts) {
      left.messages += right.messages
      left.replies += right.replies
      left.likes += right.likes
      left.files += right.files
      left.calls += right.calls
    }

    static prefix func - (counts: Counts) -> Counts {
      Counts(
        messages: -counts.messages,
        replies: -counts.replies,
        likes: -counts.likes,
        files: -counts.files,
        calls: -counts.calls
      )
    }

    func bind(to statement: Statement, from position: Int) throws {
      for (offset, count) in [messages, replies, likes, files, calls].enumerated() {
        try statement.bind(count, at: position + offset)
      }
    }
  }

  struct DayKey: Hashable {
    let day: Int64
    let subject: Int64
  }

  private var hours: [Int64: Counts] = [:]
  private var conversations: [DayKey: Counts] = [:]
  private var people: [DayKey: Counts] = [:]
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
  mutating func add(_ item: ItemFacts) { add(Self.counts(of: item), of: item) }

  /// Takes away an item as it was.
  mutating func remove(_ item: ItemFacts) {
    add(-Self.counts(of: item), of: item)
    mayHaveEmptied = true
  }

  private mutating func add(_ counts: Counts, of item: ItemFacts) {
    guard counts != Counts() else { return }
    let hour = item.time / 3_600_000
    let day = item.time / 86_400_000
    hours[hour, default: Counts()] += counts
    conversations[DayKey(day: day, subject: item.conversation), default: Counts()] += counts
    people[DayKey(day: day, subject: item.creator), default: Counts()] += counts
  }

  /// Writes what was gathered and forgets it.
  ///
  /// Buckets that became empty go, as a recount would not make them.
  mutating func flush(to connection: Connection) throws {
    guard !hours.isEmpty else { return }
    let changed = hours.filter { $0.value != Counts() }.sorted { $0.key < $1.key }
    try BulkInsert(
      into: "hourly",
      columns: 6,
      conflict: "ON CONFLICT(hour) \(Self.upsert)",
      on: connection
    ).add(changed) { bucket, row, first in
      try row.bind(bucket.key, at: first)
      try bucket.value.bind(to: row, from: first + 1)
    }
    try Self.flush(conversations, into: "daily_conversation", subject: "conversation", connection)
    try Self.flush(people, into: "daily_person", subject: "person", connection)
    if mayHaveEmptied {
      try Self.removeEmptyBuckets(
        hours: Array(hours.keys),
        days: Array(Set(conversations.keys.map(\.day))),
        of: connection
      )
    }
    mayHaveEmptied = false
    hours.removeAll(keepingCapacity: true)
    conversations.removeAll(keepingCapacity: true)
    people.removeAll(keepingCapacity: true)
  }

  private static func flush(
    _ buckets: [DayKey: Counts],
    into table: String,
    subject: String,
    _ connection: Connection
  ) throws {
    let changed = buckets.filter { $0.value != Counts() }
      .sorted { ($0.key.day, $0.key.subject) < ($1.key.day, $1.key.subject) }
    try BulkInsert(
      into: table,
      columns: 7,
      conflict: "ON CONFLICT(day, \(subject)) \(upsert)",
      on: connection
    ).add(changed) { bucket, row, first in
      try row.bind(bucket.key.day, at: first)
      try row.bind(bucket.key.subject, at: first + 1)
      try bucket.value.bind(to: row, from: first + 2)
    }
  }

  private static func removeEmptyBuckets(
    hours: [Int64],
    days: [Int64],
    of connection: Connection
  ) throws {
    let empty = "messages = 0 AND replies = 0 AND likes = 0 AND files = 0 AND calls = 0"
    for hour in hours {
      try connection.run("DELETE FROM hourly WHERE hour = ? AND \(empty)", [.integer(hour)])
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
}
