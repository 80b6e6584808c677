internal import Foundation
internal import SQLite
public import Text

/// What an index holds: counts, the time it spans, its size and versions, and what was set aside.
public struct IndexStatus: Sendable, Equatable {
  /// A thing counted and how many of it there are.
  public struct Count: Sendable, Equatable {
    /// What is counted, in the words of the design.
    public let name: String
    /// How many.
    public let count: Int64
  }

  /// A reason for which records were set aside, and how many were.
  public struct Quarantined: Sendable, Equatable {
    /// The reason.
    public let reason: String
    /// How many records.
    public let count: Int64
  }

  /// Items, messages, and the other records.
  public let counts: [Count]
  /// The earliest item's time, ms since 1970 UTC; nil when there are none.
  public let earliest: Int64?
  /// The latest item's time, ms since 1970 UTC; nil when there are none.
  public let latest: Int64?
  /// Items that stand at another time than their creationTime, which was missing or absurd.
  public let itemsWithoutTime: Int64
  /// Bytes of the file and of its log.
  public let byteCount: Int64
  /// Counts commits that changed something.
  public let revision: Int64
  /// The schema's version.
  public let schemaVersion: Int64
  /// The rules that made the words.
  public let analysis: String
  /// Whether this program's rules are the file's.
  public let analysisIsCurrent: Bool
  /// The languages whose stems stand beside the words.
  public let languages: Languages
  /// SQLite's version.
  public let sqliteVersion: String
  /// Records set aside, by reason.
  public let quarantine: [Quarantined]
  /// When the last run that wrote something began, ms since 1970 UTC.
  public let lastRun: Int64?

  /// How complete the index is; nil where no ingest fills it.
  public let coverage: Coverage?
  /// The conversations of which most is wanting, worst first.
  public let worst: [ConversationCoverage]

  /// Reads the status of the index at `path`.
  ///
  /// - Parameter path: The file's path.
  /// - Throws: `IndexError`, or `SQLiteError`.
  public init(path: String) throws {
    let connection = try Store.reader(at: path)
    self = try connection.transaction(.deferred) {
      try IndexStatus(connection: connection, path: path)
    }
  }

  private init(connection: Connection, path: String) throws {
    counts = try Self.queries.map { name, sql in
      Count(name: name, count: try connection.integer(sql) ?? 0)
    }
    earliest = try connection.integer(
      "SELECT coalesce(created, id >> 3) FROM item ORDER BY id LIMIT 1"
    )
    latest = try connection.integer(
      "SELECT coalesce(created, id >> 3) FROM item ORDER BY id DESC LIMIT 1"
    )
    itemsWithoutTime =
      try connection.integer("SELECT value FROM meta WHERE key = 'items_without_time'") ?? 0
    revision = try connection.integer("SELECT value FROM meta WHERE key = 'revision'") ?? 0
    schemaVersion = try connection.integer("PRAGMA user_version") ?? 0
    languages = try Store.languages(of: connection, path: path)
    analysis = try Store.storedAnalysis(of: connection)
    analysisIsCurrent = analysis == AnalysisVersion.current(with: languages)
    sqliteVersion = Connection.libraryVersion
    quarantine = try connection.rows(
      "SELECT reason, count(*) FROM quarantine GROUP BY reason ORDER BY 2 DESC, 1"
    ) { Quarantined(reason: $0.text(at: 0) ?? "", count: $0.integer(at: 1)) }
    lastRun = try connection.integer("SELECT max(started) FROM run")
    coverage = try Coverage(connection)
    worst = try coverage == nil ? [] : ConversationCoverage.worst(connection, limit: 10)
    byteCount = ["", "-wal"].reduce(0) { total, suffix in
      let facts = try? FileManager.default.attributesOfItem(atPath: path + suffix)
      return total + ((facts?[.size] as? Int64) ?? Int64(facts?[.size] as? Int ?? 0))
    }
  }

  private static let queries = [
    ("items", "SELECT count(*) FROM item"),
    ("messages", "SELECT sum(messages) FROM quarter_hourly"),
    ("replies", "SELECT sum(replies) FROM quarter_hourly"),
    ("calls", "SELECT sum(calls) FROM quarter_hourly"),
    ("conversations", "SELECT count(*) FROM conversation"),
    ("people", "SELECT count(*) FROM user"),
    ("likes", "SELECT count(*) FROM item_like WHERE gone_run IS NULL"),
    ("flags", "SELECT count(*) FROM flag WHERE gone_run IS NULL"),
    ("files", "SELECT count(*) FROM attachment"),
    ("labels", "SELECT count(*) FROM label"),
    ("favorites", "SELECT count(*) FROM favorite"),
    ("pins", "SELECT count(*) FROM pin WHERE gone_run IS NULL"),
    ("gone", "SELECT count(*) FROM absence WHERE gone_run IS NOT NULL"),
    (
      "placeholders",
      "SELECT (SELECT count(*) FROM user WHERE described = 0) + (SELECT count(*) FROM conversation WHERE described = 0)"
    ),
    ("quarantined", "SELECT count(*) FROM quarantine"),
  ]
}
