internal import Circuit
internal import SQLite
public import Text

/// The one writer of an index: takes decoded records, keeps rows, words and rollups in step, and commits.
///
/// Nothing it was given is in the index before `commit()` returns, and then all of it is: a kill at any moment
/// loses at most what was not committed. After an error the writer is of no more use; what it had not committed is
/// rolled back.
public final class IndexWriter {
  /// What is being done, for the index's list of runs.
  public struct Run: Sendable {
    /// The command's name.
    public var command: String
    /// Where the records come from: paths or a URL, without secrets.
    public var source: String
    /// When the run looked, ms since 1970 UTC.
    public var started: Int64
    /// Whether the records are the platform's as it is now, so that an item among them is not gone; an archive's may
    /// be older than what the index has seen since.
    public var isLive: Bool

    /// Describes a run.
    public init(command: String, source: String, started: Int64, isLive: Bool = false) {
      self.command = command
      self.source = source
      self.started = started
      self.isLive = isLive
    }
  }

  let connection: Connection
  private let path: String
  /// The languages whose stems stand beside the words: give them to the batches that are prepared for this writer.
  package let languages: Languages
  private let analysis: String
  let tokenizer: IndexTokenizer
  let statements: ItemStatements
  let stored: StoredItemReader
  let directory: Directory
  let keys: ItemKeys
  let names = NameKey()
  let topicWords: TopicWords
  let threads: ThreadDirectory
  let references: PendingReferences
  let sync: SyncRows
  let insertParticipants: BulkInsert
  /// Packs contents for this writer: give it to the batches that are prepared for it.
  package let packer: ContentPacker
  /// The packer's dictionary once it was to be kept, and whether it is the index's.
  var kept: (dictionary: ContentDictionary, isOurs: Bool)?
  var rowids: RowidAllocator
  var rollups = Rollups()
  var words = WordChanges()
  private let builder = SegmentBuilder()
  private let checkpointer: Checkpointer
  /// Items whose time is not their creationTime, as a difference.
  var withoutTime: Int64 = 0
  /// Where the time went.
  package internal(set) var times = StageTimes()
  /// Items given since the last commit.
  public internal(set) var uncommitted = 0
  /// Something was changed since the last commit.
  var isDirty = false
  let run: Run
  private var runID: Int64?
  /// The connection's count of changed rows at the last commit.
  private var committedChanges = 0

  /// Opens the index for writing, making it if there is none.
  ///
  /// - Parameters:
  ///   - path: The file's path; its folder must exist.
  ///   - run: What is being done.
  ///   - languages: The languages whose stems are to stand beside the words, which can be chosen as long as the index
  ///     has no item; nil for those it has.
  /// - Throws: `IndexError`, or `SQLiteError`.
  public init(path: String, run: Run, languages: Languages? = nil) throws {
    tokenizer = IndexTokenizer()
    connection = try Store.writer(at: path, tokenizer: tokenizer, languages: languages)
    self.path = path
    self.languages = tokenizer.languages
    analysis = AnalysisVersion.current(with: tokenizer.languages)
    self.run = run
    statements = try ItemStatements(connection: connection)
    stored = try StoredItemReader(connection: connection)
    keys = try ItemKeys(connection: connection)
    directory = try Directory(connection: connection)
    topicWords = try TopicWords(connection: connection)
    threads = try ThreadDirectory(connection: connection)
    references = try PendingReferences(connection: connection)
    sync = try SyncRows(connection: connection)
    insertParticipants = try BulkInsert(into: "participant", columns: 3, on: connection)
    rowids = try RowidAllocator(connection: connection)
    packer = try ContentPacker(connection: connection)
    committedChanges = connection.totalChanges
    let checkpointer = Checkpointer(path: path)
    self.checkpointer = checkpointer
    connection.onCommit { checkpointer.note(pages: $0) }
  }

  /// Starts a transaction unless one is open.
  func begin() throws {
    guard !connection.isInTransaction else { return }
    try connection.execute("BEGIN IMMEDIATE")
    do {
      // Another process may have indexed the file anew since it was opened.
      try Store.checkAnalysis(of: connection, is: analysis, path: path)
    } catch {
      try connection.execute("ROLLBACK")
      throw error
    }
  }

  /// The id of this run's row, made when something is written for the first time.
  func currentRun() throws -> Int64 {
    if let runID { return runID }
    try begin()
    try connection.run(
      "INSERT INTO run(command, source, started) VALUES (?,?,?)",
      [.text(run.command), .text(run.source), .integer(run.started)]
    )
    runID = connection.lastInsertedRowid
    return connection.lastInsertedRowid
  }

  /// Makes everything written so far last.
  ///
  /// - Throws: `SQLiteError`, for example when the disk is full; then nothing since the last commit is kept.
  public func commit() throws {
    guard connection.isInTransaction else { return }
    try startWords()
    var start = ContinuousClock.now
    try keys.flush()
    try threads.flush()
    let counting = ContinuousClock.now
    try rollups.flush(to: connection, displacement: rowids.displacement)
    times.rollups += .now - counting
    try sync.flush()
    times.commit += .now - start
    try finishWords()
    start = .now
    if isDirty {
      try setMeta("max_displacement_ms", to: rowids.displacement)
      try addMeta("items_without_time", withoutTime)
      withoutTime = 0
      isDirty = false
    }
    // Also what is known of completeness counts: a report of one revision always says the same.
    if connection.totalChanges != committedChanges { try addMeta("revision", 1) }
    try connection.execute("COMMIT")
    committedChanges = connection.totalChanges
    uncommitted = 0
    times.commit += .now - start
  }

  /// Ends the run: commits, notes what it did, and lets SQLite look at its statistics.
  ///
  /// - Parameters:
  ///   - counts: What was done with items.
  ///   - quarantined: Records set aside.
  ///   - finished: When, ms since 1970 UTC.
  ///   - isSettled: Whether it is an ingest that asked every conversation that was due; it leaves a row whether or not
  ///     it wrote anything else.
  /// - Throws: `SQLiteError`.
  public func finish(
    _ counts: WriteCounts,
    quarantined: Int,
    finished: Int64,
    isSettled: Bool = false
  ) throws {
    if let runID = try isSettled ? currentRun() : runID {
      try begin()
      try connection.run(
        """
        UPDATE run SET finished = ?, inserted = ?, updated = ?, unchanged = ?, skipped = ?, quarantined = ?,
          settled = ?
        WHERE id = ?
        """,
        [
          .integer(finished), .integer(Int64(counts.inserted)), .integer(Int64(counts.updated)),
          .integer(Int64(counts.unchanged)), .integer(Int64(counts.older)),
          .integer(Int64(quarantined)), .integer(isSettled ? 1 : 0), .integer(runID),
        ]
      )
    }
    try commit()
    checkpointer.wait()
    try connection.execute(
      "PRAGMA analysis_limit = 400; PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)"
    )
  }

  /// Items, and bytes of words, that are held before they are added without waiting for the commit: a third of what an
  /// import commits together, so that their segments are made beside the rows of the others.
  static let heldWords = (items: 65_536, bytes: 32 << 20)

  /// Begins to bring the full-text index up to the rows.
  ///
  /// Words of many new items are made into segments on a thread of their own; those of few, and all that go, are
  /// changed at once.
  func startWords() throws {
    guard words.count > 0 else { return }
    times.words += try builder.takeReady(into: connection)
    if words.isAddition, words.count >= SegmentBuilder.smallest {
      builder.start(words)
      words = WordChanges()
    } else {
      try finishWords()
      let start = ContinuousClock.now
      try words.apply(with: statements.words, tokenizer: tokenizer)
      times.words += .now - start
    }
  }

  /// Brings the full-text index up to the rows.
  func applyWords() throws {
    try startWords()
    try finishWords()
  }

  /// Waits for what was begun.
  private func finishWords() throws {
    times.words += try builder.finish(into: connection)
  }

  func setMeta(_ key: String, to value: Int64) throws {
    try connection.run(
      """
      INSERT INTO meta(key, value) VALUES (?, ?)
      ON CONFLICT(key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value
      """,
      [.text(key), .integer(value)]
    )
  }

  private func addMeta(_ key: String, _ difference: Int64) throws {
    guard difference != 0 else { return }
    try connection.run(
      """
      INSERT INTO meta(key, value) VALUES (?, ?)
      ON CONFLICT(key) DO UPDATE SET value = value + excluded.value
      """,
      [.text(key), .integer(difference)]
    )
  }
}
