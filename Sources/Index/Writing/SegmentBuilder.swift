internal import Dispatch
internal import SQLite
internal import Synchronization

/// Writes the words of many new items into segments of the full-text index on a thread of its own.
///
/// Meanwhile the writer goes on with rows; then the segments are taken over in the transaction of their items, so that
/// words and rows are never apart. One group of items at a time.
final class SegmentBuilder {
  /// Fewer items are written directly: what a group costs beside its words is not worth it.
  static let smallest = 4_096

  /// Where a group is handed back.
  private final class Handover: Sendable {
    /// What came of it; only moved under the lock, which the compiler cannot see.
    struct Outcome: @unchecked Sendable {
      var result: Result<(words: Connection, time: Duration), any Error>
    }

    let outcome = Mutex<Outcome?>(nil)
    let isReady = DispatchSemaphore(value: 0)
  }

  private let queue = DispatchQueue(label: "trawl.words")
  private var handover: Handover?

  /// Starts with a group; the one before has been taken over.
  ///
  /// - Parameter words: Words to be added, none to go.
  func start(_ words: WordChanges) {
    precondition(handover == nil && words.isAddition, "one group at a time, of new items")
    let handover = Handover()
    self.handover = handover
    queue.async {
      let outcome = Handover.Outcome(result: Result { try Self.build(words) })
      handover.outcome.withLock { $0 = outcome }
      handover.isReady.signal()
    }
  }

  /// Waits for the group under way, if there is one, and takes it over in the open transaction.
  ///
  /// - Parameter connection: The index.
  /// - Returns: The time that thread took.
  /// - Throws: `SQLiteError`.
  func finish(into connection: Connection) throws -> Duration {
    guard let handover else { return .zero }
    self.handover = nil
    handover.isReady.wait()
    guard let outcome = handover.outcome.withLock({ $0 }) else { return .zero }
    let (words, time) = try outcome.result.get()
    let added = try connection.adoptSegments(ofTable: "item_fts", from: words)
    try connection.run(
      "INSERT INTO item_fts(item_fts, rank) VALUES ('merge', ?)",
      [.integer(Int64(added.pages * added.levels))]
    )
    return time
  }

  private static func build(_ words: WordChanges) throws -> (words: Connection, time: Duration) {
    let start = ContinuousClock.now
    let tokenizer = IndexTokenizer()
    let connection = try Connection(path: ":memory:", access: .create)
    try connection.register(tokenizer, as: IndexTokenizer.name)
    try connection.execute(Schema.builtFullTextTable)
    var words = words
    try connection.transaction {
      try words.apply(with: WordStatements(connection: connection), tokenizer: tokenizer)
    }
    return (connection, .now - start)
  }
}
