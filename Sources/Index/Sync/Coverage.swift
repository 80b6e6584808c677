public import SQLite

/// How complete an index is, as the ingests that fill it left it.
///
/// Times are ms since 1970 UTC.
public struct Coverage: Sendable, Equatable {
  /// Conversations that ingests read.
  public let conversations: Int
  /// Everything written or edited before this is in the index, but for what the counts below name; nil while no
  /// ingest has been through all that was due.
  public let completeTo: Int64?
  /// What became of any item, likes included, before this was seen, but for what the counts below name; nil while
  /// no conversation has been walked through.
  public let verifiedTo: Int64?
  /// The bound that ingests keep: how long an edit, a like or a deletion may stay unseen, ms.
  public let bound: Int64?
  /// Ranges of time that could not be read as a whole.
  public let gaps: Int
  /// Conversations whose first reading is not finished.
  public let unfinished: Int
  /// Conversations that the last run could not read.
  public let pending: Int
  /// Conversations that no account sees any more; what they held is kept.
  ///
  /// Those that none could ever read are not among them.
  public let lost: Int
  /// Conversations that were read from a chosen date on.
  public let shortened: Int
  /// When the last ingest began that asked all that was due.
  public let lastRun: Int64?

  /// Reads it; nil when no ingest has filled the index, so that there is nothing to be complete with.
  ///
  /// - Parameter connection: The index.
  /// - Throws: `SQLiteError`.
  public init?(_ connection: Connection) throws {
    guard
      let row = try connection.first(
        """
        SELECT sum(lost IS NULL OR backfilled IS NOT NULL), min(iif(lost IS NULL, coalesce(cursor, 0), NULL)), min(iif(lost IS NULL, verified, NULL)),
          sum(backfilled IS NULL AND lost IS NULL), sum(lost IS NOT NULL AND backfilled IS NOT NULL),
          sum(origin > 0),
          (SELECT count(*) FROM gap), (SELECT count(*) FROM pending),
          (SELECT max(started) FROM run WHERE settled = 1),
          (SELECT value FROM meta WHERE key = '\(SyncNote.bound.rawValue)')
        FROM conversation_sync
        """,
        [],
        { row in (0..<10).map { row.optionalInteger(at: $0) } }
      )
    else { return nil }
    let count = { (place: Int) in Int(row[place] ?? 0) }
    conversations = count(0)
    lastRun = row[8]
    guard conversations > 0 || lastRun != nil else { return nil }
    verifiedTo = row[2]
    let verified = row[2]
    // The one that has been idle longest is asked least often; a walk through it is as good as asking.
    completeTo = lastRun.map { run in
      max(
        run - IdleSchedule.interval(afterIdling: run - (row[1] ?? run)),
        min(run, verified ?? .min)
      )
    }
    unfinished = count(3)
    lost = count(4)
    shortened = count(5)
    gaps = count(6)
    pending = count(7)
    bound = row[9]
  }

  /// Whether whoever asks should be told now: something is missing, or older than the bound allows.
  ///
  /// - Parameter now: The present, ms.
  /// - Returns: Whether they should.
  public func matters(at now: Int64) -> Bool {
    gaps + unfinished + pending + lost > 0 || completeTo == nil || isOverdue(at: now)
  }

  /// Whether something may have gone unseen for longer than the bound.
  ///
  /// - Parameter now: The present, ms.
  /// - Returns: Whether something may.
  public func isOverdue(at now: Int64) -> Bool {
    guard let bound else { return false }
    return now - (completeTo ?? now) > bound || now - (verifiedTo ?? now) > bound
  }
}
