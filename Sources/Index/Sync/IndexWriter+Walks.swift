internal import SQLite

extension IndexWriter {
  /// What the end of a walk over all of a conversation showed.
  package struct WalkEnd: Sendable, Equatable {
    /// Items absent for the first time.
    package var absent = 0
    /// Items absent again, which are gone now.
    package var gone = 0
  }

  /// Notes what a walk that notes ids has seen on a page.
  ///
  /// - Parameters:
  ///   - digests: Digests of the page's ids.
  ///   - conversation: The conversation's convId.
  /// - Throws: `SQLiteError`.
  package func saw(_ digests: [UInt64], in conversation: WireID) throws {
    try begin()
    sync.saw(digests, in: try directory.conversation(conversation))
  }

  /// Notes how far a conversation is read; the items that brought it there have to be written before the commit.
  ///
  /// - Parameters:
  ///   - state: How far.
  ///   - conversation: The conversation's convId.
  /// - Throws: `SQLiteError`.
  package func set(_ state: ConversationSync, of conversation: WireID) throws {
    try begin()
    // An idle run counts on this: the run's row is made by whatever changes.
    _ = try currentRun()
    sync.set(state, of: try directory.conversation(conversation))
  }

  /// Notes that a walk over all of a conversation begins, or begins anew.
  ///
  /// - Parameter conversation: The conversation's convId.
  /// - Throws: `SQLiteError`.
  package func beginWalk(of conversation: WireID) throws {
    try begin()
    let id = try directory.conversation(conversation)
    try sync.forgetDigests(of: id)
  }

  /// Notes a range that could not be read as a whole.
  ///
  /// - Parameters:
  ///   - gap: The range.
  ///   - conversation: The conversation's convId.
  ///   - now: When that was found, ms since 1970 UTC.
  /// - Throws: `SQLiteError`.
  package func write(_ gap: SyncGap, in conversation: WireID, now: Int64) throws {
    try begin()
    try connection.run(
      """
      INSERT INTO gap VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT DO UPDATE SET reason = ?4, found = ?5
      """,
      [
        .integer(try directory.conversation(conversation)), .integer(gap.first),
        .integer(gap.last), .text(gap.reason), .integer(now),
      ]
    )
  }

  /// Ends a walk over all of a conversation that noted what it saw: items it did not see are absent, and gone when
  /// the walk before did not see them either.
  ///
  /// - Parameters:
  ///   - walk: The walk.
  ///   - conversation: The conversation's convId.
  ///   - seen: When the complete walk before it began, if there was one.
  ///   - ended: Now, ms since 1970 UTC.
  /// - Returns: What that showed.
  /// - Throws: `SQLiteError`.
  package func endWalk(
    _ walk: ConversationSync.Walk,
    of conversation: WireID,
    seenBefore seen: Int64?,
    ended: Int64
  ) throws -> WalkEnd {
    try begin()
    let id = try directory.conversation(conversation)
    var end = WalkEnd()
    // What the walk did not find again is whole by now.
    try connection.run(
      "DELETE FROM gap WHERE conversation = ? AND found < ?",
      [.integer(id), .integer(walk.started)]
    )
    if walk.tracks {
      let digests = try sync.digests(of: id)
      try forgetAbsences(in: id, among: digests)
      for missing in try items(of: id, from: walk.origin, notAmong: digests) {
        if try becomesGone(missing.id, at: missing.rowid) {
          end.gone += 1
        } else {
          try connection.run(
            "INSERT INTO absence VALUES (?, ?, ?, ?, NULL)",
            [missing.id.value, .integer(id), .optional(seen), .integer(ended)]
          )
          sync.becameAbsent(missing.id)
          end.absent += 1
        }
      }
    }
    try sync.forgetDigests(of: id)
    return end
  }

  /// Takes away that an item is absent or gone: a look has shown it.
  func forgetAbsence(of id: WireID) throws {
    try connection.run("DELETE FROM absence WHERE item_id = ?", [id.value])
    sync.isAbsentNoMore(id)
  }

  private func forgetAbsences(in conversation: Int64, among seen: Set<UInt64>) throws {
    let absent = try connection.rows(
      "SELECT item_id FROM absence WHERE conversation = ? AND gone_run IS NULL",
      [.integer(conversation)]
    ) { WireID($0, at: 0) }
    for id in absent where seen.contains(id.digest) { try forgetAbsence(of: id) }
  }

  /// The conversation's items that are not gone, lie in what was walked, and were not seen.
  private func items(
    of conversation: Int64,
    from origin: Int64,
    notAmong seen: Set<UInt64>
  ) throws -> [(id: WireID, rowid: Int64)] {
    // The full-text index is what leads from a conversation to its items.
    try applyWords()
    var missing: [(id: WireID, rowid: Int64)] = []
    let term = String(decoding: ScopeTerm.conversation(conversation), as: UTF8.self)
    try connection.forEachRow(
      """
      SELECT i.id, t.item_id FROM item_fts f JOIN item i ON i.id = f.rowid JOIN item_text t ON t.id = i.id
      WHERE item_fts MATCH ?1 AND i.gone = 0 AND i.conversation = ?2
        AND coalesce(i.created, i.id >> 3) + coalesce(i.modified, 0) >= ?3
        AND NOT EXISTS (SELECT 1 FROM gap g WHERE g.conversation = ?2
          AND coalesce(i.created, i.id >> 3) + coalesce(i.modified, 0) BETWEEN g.first AND g.last)
      """,
      [.text("\"\u{1}\(term)\""), .integer(conversation), .integer(origin)]
    ) { row in
      let id = WireID(row, at: 1)
      if !seen.contains(id.digest) { missing.append((id, row.integer(at: 0))) }
    }
    return missing
  }

  /// Marks an item as gone when it is absent already; false when it is not.
  private func becomesGone(_ id: WireID, at rowid: Int64) throws -> Bool {
    try connection.run(
      "UPDATE absence SET gone_run = ? WHERE item_id = ? AND gone_run IS NULL",
      [.integer(try currentRun()), id.value]
    )
    guard connection.changes > 0, let old = try stored.read(rowid) else { return false }
    sync.isAbsentNoMore(id)
    try connection.run("UPDATE item SET gone = 1 WHERE id = ?", [.integer(rowid)])
    var facts = old.facts
    facts.isGone = true
    rollups.remove(old.facts, at: rowid)
    rollups.add(facts, at: rowid)
    if old.facts.isMessage { threads.count(-1, repliesOf: old.facts.thread) }
    isDirty = true
    return true
  }
}
