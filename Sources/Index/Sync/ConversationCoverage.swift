public import SQLite

/// How completely one conversation is read, for those where something is wanting.
///
/// Times are ms since 1970 UTC.
public struct ConversationCoverage: Sendable, Equatable {
  /// Its id on the wire.
  public let convId: String
  /// What it is called.
  public let name: String
  /// Items modified before this were never asked for; 0: from the beginning.
  public let completeFrom: Int64
  /// The modificationTime up to which all was asked for; nil when nothing was yet.
  public let newest: Int64?
  /// Whether the first reading has reached the end.
  public let isBackfilled: Bool
  /// When the last walk through all of it began.
  public let verifiedAt: Int64?
  /// Ranges that could not be read as a whole, with the reason of one of them.
  public let gaps: Int
  /// Why: of the pending look, or of a gap; nil when only age is the matter.
  public let reason: String?
  /// Since when no account sees it.
  public let lostSince: Int64?

  /// The conversations of which most is wanting: unread, pending, with gaps, lost, then those verified longest ago.
  ///
  /// - Parameters:
  ///   - connection: The index.
  ///   - limit: Most to return.
  /// - Returns: Them, worst first.
  /// - Throws: `SQLiteError`.
  public static func worst(_ connection: Connection, limit: Int) throws -> [ConversationCoverage] {
    try connection.rows(
      """
      SELECT c.convId, c.name, s.completeFrom, s.newest, s.backfilledAt IS NOT NULL, s.verifiedAt, s.gaps,
        coalesce(s.pending, (SELECT g.reason FROM gap g WHERE g.conversation = s.conversation LIMIT 1)), s.lostSince
      FROM coverage s JOIN conversations c ON c.conversation = s.conversation
      WHERE s.lostSince IS NULL OR s.backfilledAt IS NOT NULL
      ORDER BY s.backfilledAt IS NOT NULL, s.pending IS NULL, s.gaps DESC, s.lostSince IS NULL, s.verifiedAt,
        s.conversation
      LIMIT ?
      """,
      [.integer(Int64(limit))]
    ) { row in
      ConversationCoverage(
        convId: row.text(at: 0) ?? "",
        name: row.text(at: 1) ?? "",
        completeFrom: row.integer(at: 2),
        newest: row.optionalInteger(at: 3),
        isBackfilled: row.integer(at: 4) != 0,
        verifiedAt: row.optionalInteger(at: 5),
        gaps: Int(row.integer(at: 6)),
        reason: row.text(at: 7),
        lostSince: row.optionalInteger(at: 8)
      )
    }
  }
}
