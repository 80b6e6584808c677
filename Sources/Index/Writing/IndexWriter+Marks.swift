public import Circuit
internal import SQLite

extension IndexWriter {
  /// Writes that a person flagged an item, which may not be in the index yet.
  ///
  /// - Parameter flag: The flag.
  /// - Returns: What was done.
  /// - Throws: `SQLiteError`.
  public func write(_ flag: FlagRecord) throws -> WriteOutcome {
    try begin()
    let id = WireID(flag.itemId)
    let user = try directory.user(WireID(flag.userId))
    let conversation = try directory.conversation(flag.convId.map { WireID($0) })
    let item = try keys.rowid(of: id)
    // 1: there now; 0: it was there once, and is flagged anew.
    let known = try connection.integer(
      "SELECT gone_run IS NULL FROM flag WHERE item_id = ? AND user = ?",
      [id.value, .integer(user)]
    )
    try connection.run(
      """
      INSERT INTO flag(item_id, user, conversation, item, first_run, extra) VALUES (?1,?2,?3,?4,?5,?6)
      ON CONFLICT(item_id, user) DO UPDATE SET conversation = ?3, extra = ?6,
        first_run = CASE WHEN gone_run IS NULL THEN first_run ELSE ?5 END, gone_run = NULL, last_seen = NULL
      WHERE gone_run IS NOT NULL OR conversation <> ?3 OR extra IS NOT ?6
      """,
      [
        id.value, .integer(user), .integer(conversation), .optional(item),
        known == 1 ? .integer(0) : .integer(try currentRun()), .optional(flag.remainder),
      ]
    )
    let outcome = noted(wasKnown: known != nil)
    if item == nil { references.wait(for: id) }
    return outcome
  }

  /// Writes that an item is pinned in a conversation.
  ///
  /// - Parameter pin: The pin.
  /// - Returns: What was done.
  /// - Throws: `SQLiteError`.
  public func write(_ pin: PinRecord) throws -> WriteOutcome {
    try begin()
    let id = WireID(pin.itemId)
    let user = try directory.user(pin.userId.map { WireID($0) })
    let conversation = try directory.conversation(WireID(pin.convId))
    let item = try keys.rowid(of: id)
    let wasKnown =
      try connection.integer(
        "SELECT 1 FROM pin WHERE item_id = ? AND conversation = ?",
        [id.value, .integer(conversation)]
      ) != nil
    try connection.run(
      """
      INSERT INTO pin(item_id, conversation, item, user, pinned, first_run, extra) VALUES (?1,?2,?3,?4,?5,?6,?7)
      ON CONFLICT(item_id, conversation) DO UPDATE SET user = ?4, pinned = ?5, extra = ?7, gone_run = NULL
      WHERE gone_run IS NOT NULL OR user <> ?4 OR pinned IS NOT ?5 OR extra IS NOT ?7
      """,
      [
        id.value, .integer(conversation), .optional(item), .integer(user),
        .optional(pin.pinnedTime), wasKnown ? .integer(0) : .integer(try currentRun()),
        .optional(pin.remainder),
      ]
    )
    let outcome = noted(wasKnown: wasKnown)
    if item == nil { references.wait(for: id) }
    return outcome
  }

  /// Writes a person's label and the conversations it is on, which replace those known before.
  ///
  /// - Parameter label: The label.
  /// - Returns: What was done.
  /// - Throws: `SQLiteError`.
  public func write(_ label: LabelRecord) throws -> WriteOutcome {
    try begin()
    let user = try directory.user(WireID(label.userId))
    let key: [Value] = [.integer(user), .text(label.labelId)]
    let find = "SELECT id FROM label WHERE user = ? AND label_id = ?"
    let wasKnown = try connection.integer(find, key) != nil
    try connection.run(
      """
      INSERT INTO label(user, label_id, value, extra) VALUES (?1,?2,?3,?4)
      ON CONFLICT(user, label_id) DO UPDATE SET value = ?3, extra = ?4 WHERE value IS NOT ?3 OR extra IS NOT ?4
      """,
      key + [.optional(label.value), .optional(label.remainder)]
    )
    var isChanged = connection.changes > 0
    let id = try connection.integer(find, key) ?? 0
    let wanted = Set(try label.convIds.map { try directory.conversation(WireID($0)) })
    let stored = Set(
      try connection.rows(
        "SELECT conversation FROM label_conversation WHERE label = ?",
        [.integer(id)]
      ) { $0.integer(at: 0) }
    )
    for gone in stored.subtracting(wanted) {
      try connection.run(
        "DELETE FROM label_conversation WHERE label = ? AND conversation = ?",
        [.integer(id), .integer(gone)]
      )
    }
    for new in wanted.subtracting(stored) {
      try connection.run(
        "INSERT INTO label_conversation VALUES (?, ?)",
        [.integer(id), .integer(new)]
      )
    }
    isChanged = isChanged || stored != wanted
    guard isChanged else { return .unchanged }
    isDirty = true
    return wasKnown ? .updated : .inserted
  }

  /// Writes that a conversation is a person's favourite.
  ///
  /// - Parameter favorite: The favourite.
  /// - Returns: What was done.
  /// - Throws: `SQLiteError`.
  public func write(_ favorite: FavoriteRecord) throws -> WriteOutcome {
    try begin()
    try connection.run(
      "INSERT INTO favorite VALUES (?, ?) ON CONFLICT DO NOTHING",
      [
        .integer(try directory.user(WireID(favorite.userId))),
        .integer(try directory.conversation(WireID(favorite.convId))),
      ]
    )
    return noted(wasKnown: false)
  }
}
