internal import Dispatch
internal import SQLite
internal import Synchronization

/// Writes the words of many new items into segments of the full-text index on a thread of its own.
///
/// Meanwhile the writer goes on with rows; then the segments are taken over in the transaction of their items, so that
/// words and rows are never apart.
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
    let work = DispatchGroup()
  }

  private let queue = DispatchQueue(label: "trawl.words")
  /// Groups that are not taken over yet, in order.
  private var handovers: [Handover] = []

  /// Begins a group, after those that are under way.
  ///
  /// - Parameter words: Words to be added, none to go.
  func start(_ words: WordChanges) {
    precondition(words.isAddition, "only new items")
    let handover = Handover()
    handovers.append(handover)
    queue.async(group: handover.work) {
      let outcome = Handover.Outcome(result: Result { try Self.build(words) })
      handover.outcome.withLock { $0 = outcome }
    }
  }

  /// Waits for the groups under way, and takes them over in the open transaction.
  ///
  /// - Parameter connection: The index.
  /// - Returns: The time that thread took, and taking over.
  /// - Throws: `SQLiteError`.
  func finish(into connection: Connection) throws -> Duration {
    var time = Duration.zero
    while !handovers.isEmpty { time += try take(handovers.removeFirst(), into: connection) }
    return time
  }

  /// Takes over the groups that are done, so that no more than need be is held in memory.
  ///
  /// - Parameter connection: The index.
  /// - Returns: The time that thread took, and taking over.
  /// - Throws: `SQLiteError`.
  func takeReady(into connection: Connection) throws -> Duration {
    var time = Duration.zero
    while let first = handovers.first, first.work.wait(timeout: .now()) == .success {
      time += try take(handovers.removeFirst(), into: connection)
    }
    return time
  }

  private func take(_ handover: Handover, into connection: Connection) throws -> Duration {
    handover.work.wait()
    guard let outcome = handover.outcome.withLock({ $0 }) else {
      preconditionFailure("a group of words that ended without an outcome")
    }
    let (words, time) = try outcome.result.get()
    let start = ContinuousClock.now
    let added = try connection.adoptSegments(ofTable: "item_fts", from: words)
    try connection.run(
      "INSERT INTO item_fts(item_fts, rank) VALUES ('merge', ?)",
      [.integer(Int64(added.pages * added.levels))]
    )
    return time + (.now - start)
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
