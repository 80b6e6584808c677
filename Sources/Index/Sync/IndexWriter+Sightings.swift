internal import SQLite

extension IndexWriter {
  /// Sets which conversations an account sees.
  ///
  /// - Parameters:
  ///   - seen: Their convIds, with whether the account's user takes part.
  ///   - account: The account's id.
  ///   - isWhole: Whether these are all; else those not among them stay as they were.
  /// - Throws: `SQLiteError`.
  package func setConversations(
    _ seen: [String: Bool],
    seenBy account: Int64,
    isWhole: Bool
  ) throws {
    try begin()
    var before: [Int64: (isMember: Bool, isGone: Bool)] = [:]
    try connection.forEachRow(
      "SELECT conversation, is_member, gone_run IS NOT NULL FROM account_conversation WHERE account = ?",
      [.integer(account)]
    ) { before[$0.integer(at: 0)] = ($0.integer(at: 1) != 0, $0.integer(at: 2) != 0) }
    for convId in seen.keys.sorted() {
      let isMember = seen[convId] == true
      let conversation = try directory.conversation(WireID(convId))
      let known = before.removeValue(forKey: conversation)
      if let known, known.isMember == isMember, !known.isGone { continue }
      try connection.run(
        """
        INSERT INTO account_conversation VALUES (?1, ?2, ?3, ?4, NULL)
        ON CONFLICT DO UPDATE SET is_member = ?3, gone_run = NULL
        """,
        [
          .integer(account), .integer(conversation), .integer(isMember ? 1 : 0),
          .integer(try currentRun()),
        ]
      )
      isDirty = true
    }
    guard isWhole else { return }
    for (conversation, known) in before where !known.isGone {
      try connection.run(
        "UPDATE account_conversation SET gone_run = ? WHERE account = ? AND conversation = ?",
        [.integer(try currentRun()), .integer(account), .integer(conversation)]
      )
      isDirty = true
    }
  }

  /// Sets who takes part in a conversation.
  ///
  /// - Parameters:
  ///   - userIds: All of them.
  ///   - convId: The conversation.
  /// - Returns: Whether anything changed.
  /// - Throws: `SQLiteError`.
  package func setParticipants(_ userIds: [String], in convId: String) throws -> Bool {
    try begin()
    let conversation = try directory.conversation(WireID(convId))
    // Pages of participants come in an order of their own: the same people are no news.
    let stored = try connection.rows(
      "SELECT u.user_id FROM participant p JOIN user u ON u.id = p.user WHERE p.conversation = ?",
      [.integer(conversation)]
    ) { $0.text(at: 0) ?? "" }
    guard Set(stored) != Set(userIds) else { return false }
    let isChanged = try setParticipants(userIds, of: conversation)
    if isChanged { isDirty = true }
    return isChanged
  }

  /// Notes that a conversation could not be read, so that the next run asks it whatever the schedule says.
  ///
  /// - Parameters:
  ///   - convId: The conversation.
  ///   - reason: Why, in words.
  ///   - now: When, ms since 1970 UTC.
  /// - Throws: `SQLiteError`.
  package func setPending(_ convId: String, reason: String, now: Int64) throws {
    try begin()
    _ = try currentRun()
    try connection.run(
      """
      INSERT INTO pending VALUES (?1, ?2, 1, ?3)
      ON CONFLICT DO UPDATE SET reason = ?2, attempts = attempts + 1
      """,
      [.integer(try directory.conversation(WireID(convId))), .text(reason), .integer(now)]
    )
  }

  /// Notes that a conversation has been read after all.
  ///
  /// - Parameter convId: The conversation.
  /// - Throws: `SQLiteError`.
  package func clearPending(_ convId: String) throws {
    try begin()
    try connection.run(
      "DELETE FROM pending WHERE conversation = ?",
      [.integer(try directory.conversation(WireID(convId)))]
    )
  }

  /// Notes that the API would not describe a person, so that it is not asked again at once.
  ///
  /// - Parameters:
  ///   - userId: The person.
  ///   - now: When, ms since 1970 UTC.
  /// - Throws: `SQLiteError`.
  package func noteRefusal(ofUser userId: String, now: Int64) throws {
    try begin()
    _ = try currentRun()
    try connection.run(
      "INSERT INTO user_refusal VALUES (?1, ?2) ON CONFLICT DO UPDATE SET asked = ?2",
      [.integer(try directory.user(WireID(userId))), .integer(now)]
    )
  }

  /// Sets a number among the index's notes, such as the bound that ingests keep.
  ///
  /// - Parameters:
  ///   - note: Which.
  ///   - value: The number.
  /// - Throws: `SQLiteError`.
  package func set(_ note: SyncNote, to value: Int64) throws {
    try begin()
    try setMeta(note.rawValue, to: value)
  }
}
