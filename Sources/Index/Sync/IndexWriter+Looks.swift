package import Circuit
internal import SQLite

/// Marks looked at as a whole: what is there is written, what is there no more is gone since this run.
///
/// Only a look that was complete may come here.
extension IndexWriter {
  /// Sets what a person has flagged.
  ///
  /// - Parameters:
  ///   - flags: All their flags.
  ///   - userId: Who they are.
  ///   - looked: When that was looked at, ms since 1970 UTC.
  /// - Returns: Whether anything changed.
  /// - Throws: `SQLiteError`.
  package func setFlags(_ flags: [FlagRecord], of userId: String, looked: Int64) throws -> Bool {
    try begin()
    let user = try directory.user(WireID(userId))
    let before = Set(
      try connection.rows(
        "SELECT item_id FROM flag WHERE user = ? AND gone_run IS NULL",
        [.integer(user)]
      ) { WireID($0, at: 0) }
    )
    let now = Set(flags.map { WireID($0.itemId) })
    for flag in flags where !before.contains(WireID(flag.itemId)) { _ = try write(flag) }
    for gone in before.subtracting(now).sorted() {
      try connection.run(
        """
        UPDATE flag SET gone_run = ?1, last_seen = (SELECT max(r.started,
          coalesce((SELECT looked FROM mark_look WHERE user = ?2), 0)) FROM run r WHERE r.id = first_run)
        WHERE item_id = ?3 AND user = ?2
        """,
        [.integer(try currentRun()), .integer(user), gone.value]
      )
    }
    try connection.run(
      "INSERT INTO mark_look VALUES (?1, ?2) ON CONFLICT DO UPDATE SET looked = ?2",
      [.integer(user), .integer(looked)]
    )
    return changed(before != now)
  }

  /// Sets a person's favourite conversations.
  ///
  /// - Parameters:
  ///   - convIds: All of them.
  ///   - userId: Who they are.
  /// - Returns: Whether anything changed.
  /// - Throws: `SQLiteError`.
  package func setFavorites(_ convIds: [String], of userId: String) throws -> Bool {
    try begin()
    let user = try directory.user(WireID(userId))
    let before = Set(
      try connection.rows(
        "SELECT conversation FROM favorite WHERE user = ?",
        [.integer(user)]
      ) { $0.integer(at: 0) }
    )
    let now = Set(try convIds.map { try directory.conversation(WireID($0)) })
    for gone in before.subtracting(now) {
      try connection.run(
        "DELETE FROM favorite WHERE user = ? AND conversation = ?",
        [.integer(user), .integer(gone)]
      )
    }
    for new in now.subtracting(before) {
      try connection.run(
        "INSERT INTO favorite VALUES (?, ?)",
        [.integer(user), .integer(new)]
      )
    }
    return changed(before != now)
  }

  /// Sets a person's labels and what they are on.
  ///
  /// - Parameters:
  ///   - labels: All of them, with their conversations.
  ///   - userId: Who they are.
  /// - Returns: Whether anything changed.
  /// - Throws: `SQLiteError`.
  package func setLabels(_ labels: [LabelRecord], of userId: String) throws -> Bool {
    try begin()
    let user = try directory.user(WireID(userId))
    let now = Set(labels.map(\.labelId))
    var isChanged = false
    let before = try connection.rows(
      "SELECT id, label_id FROM label WHERE user = ?",
      [.integer(user)]
    ) { (id: $0.integer(at: 0), labelId: $0.text(at: 1) ?? "") }
    for gone in before where !now.contains(gone.labelId) {
      try connection.run("DELETE FROM label_conversation WHERE label = ?", [.integer(gone.id)])
      try connection.run("DELETE FROM label WHERE id = ?", [.integer(gone.id)])
      isChanged = true
    }
    for label in labels where try write(label) != .unchanged {
      isChanged = true
    }
    return changed(isChanged)
  }

  /// Sets what is pinned in a conversation.
  ///
  /// - Parameters:
  ///   - pins: All its pins.
  ///   - convId: The conversation.
  /// - Returns: Whether anything changed.
  /// - Throws: `SQLiteError`.
  package func setPins(_ pins: [PinRecord], in convId: String) throws -> Bool {
    try begin()
    let conversation = try directory.conversation(WireID(convId))
    let now = Set(pins.map { WireID($0.itemId) })
    let before = Set(
      try connection.rows(
        "SELECT item_id FROM pin WHERE conversation = ? AND gone_run IS NULL",
        [.integer(conversation)]
      ) { WireID($0, at: 0) }
    )
    var isChanged = false
    for pin in pins where try write(pin) != .unchanged {
      isChanged = true
    }
    for gone in before.subtracting(now).sorted() {
      try connection.run(
        "UPDATE pin SET gone_run = ? WHERE item_id = ? AND conversation = ?",
        [.integer(try currentRun()), gone.value, .integer(conversation)]
      )
      isChanged = true
    }
    return changed(isChanged)
  }

  /// Notes that something is not as it was.
  private func changed(_ isChanged: Bool) -> Bool {
    if isChanged { isDirty = true }
    return isChanged
  }
}
