internal import SQLite

/// The rows that say how far conversations are read, held until the commit that their items are in.
final class SyncRows {
  private let connection: Connection
  private var states: [Int64: ConversationSync] = [:]
  /// Digests of ids seen by walks, by conversation.
  private var seen: [Int64: [UInt64]] = [:]
  /// Digests of the items that are absent and not yet gone, in all conversations.
  private var absent: Set<UInt64> = []

  init(connection: Connection) throws {
    self.connection = connection
    try connection.forEachRow("SELECT item_id FROM absence WHERE gone_run IS NULL") {
      absent.insert(WireID($0, at: 0).digest)
    }
  }

  /// Whether `id` may be among the absent items; seldom yes for one that is not.
  func mayBeAbsent(_ id: WireID) -> Bool { !absent.isEmpty && absent.contains(id.digest) }

  func becameAbsent(_ id: WireID) { absent.insert(id.digest) }

  func isAbsentNoMore(_ id: WireID) { absent.remove(id.digest) }

  /// Notes how far a conversation is read, for the next commit.
  func set(_ state: ConversationSync, of conversation: Int64) { states[conversation] = state }

  /// Notes what a walk saw, for the next commit.
  func saw(_ digests: [UInt64], in conversation: Int64) {
    seen[conversation, default: []] += digests
  }

  /// What the walk under way has seen.
  func digests(of conversation: Int64) throws -> Set<UInt64> {
    var digests = Set(seen[conversation] ?? [])
    try connection.forEachRow(
      "SELECT digests FROM walk_page WHERE conversation = ?",
      [.integer(conversation)]
    ) { row in
      row.withBytes(at: 0) { bytes in
        let raw = UnsafeRawBufferPointer(bytes)
        for place in stride(from: 0, to: raw.count & ~7, by: 8) {
          digests.insert(
            UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
          )
        }
      }
    }
    return digests
  }

  /// Forgets what a walk has seen.
  func forgetDigests(of conversation: Int64) throws {
    seen[conversation] = nil
    try connection.run(
      "DELETE FROM walk_page WHERE conversation = ?",
      [.integer(conversation)]
    )
  }

  /// Writes what was noted.
  func flush() throws {
    for conversation in states.keys.sorted() {
      guard let state = states[conversation] else { continue }
      try connection.run(
        """
        INSERT OR REPLACE INTO conversation_sync(conversation, origin, cursor, backfilled, verified, pages,
          walk_cursor, walk_started, walk_origin, walk_tracks, walk_pages, lost) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)
        """,
        [
          .integer(conversation), .integer(state.origin), .optional(state.cursor),
          .optional(state.backfilled), .optional(state.verified), .integer(Int64(state.pages)),
          .optional(state.walk?.cursor),
          .optional(state.walk?.started), .optional(state.walk?.origin),
          .optional(state.walk.map { $0.tracks ? 1 : 0 }),
          .optional(state.walk.map { Int64($0.pages) }),
          .optional(state.lost),
        ]
      )
    }
    states.removeAll(keepingCapacity: true)
    for conversation in seen.keys.sorted() {
      let bytes = (seen[conversation] ?? []).flatMap { digest in
        withUnsafeBytes(of: digest.bigEndian) { Array($0) }
      }
      try connection.run(
        """
        INSERT INTO walk_page SELECT ?1, coalesce(max(page), 0) + 1, ?2 FROM walk_page WHERE conversation = ?1
        """,
        [.integer(conversation), .blob(bytes)]
      )
    }
    seen.removeAll(keepingCapacity: true)
  }
}
