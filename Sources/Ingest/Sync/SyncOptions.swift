public import Text

/// What an ingest is to do.
public struct SyncOptions: Sendable {
  /// Walk through every conversation from the beginning.
  public var isFull = false
  /// Read conversations that are new from this moment on only, ms since 1970 UTC.
  public var since: Int64?
  /// Only these conversations; none: all of them.
  public var convIds: [String] = []
  /// How long an edit, a like or a deletion may stay unseen, ms; nil: as the index says, else a week.
  public var bound: Int64?
  /// The languages whose stems are to stand beside the words; nil for those the index has.
  public var languages: Languages?
  /// Threads that ask.
  public var workers = 8

  /// The bound where none was ever chosen: a week, in ms.
  public static let ordinaryBound: Int64 = 7 * 86_400_000

  /// The defaults.
  public init() {}
}
