public import Circuit
internal import SQLite

extension IndexWriter {
  /// Writes what the API says of a person; the last description seen stands.
  ///
  /// - Parameter user: The person.
  /// - Returns: What was done.
  /// - Throws: `SQLiteError`.
  public func write(_ user: User) throws -> WriteOutcome {
    try begin()
    let wasKnown = try isDescribed("user", "user_id", user.userId)
    let id = try directory.user(WireID(user.userId))
    let values: [Value] = [
      .optional(user.displayName), .optional(user.firstName), .optional(user.lastName),
      .optional(user.emailAddress), .optional(user.userType), .optional(user.userState),
      .optional(user.remainder), .optional(names.key(of: user.displayName)), .integer(id),
    ]
    try connection.run(
      """
      UPDATE user SET display_name = ?1, first_name = ?2, last_name = ?3, email = ?4, type = ?5, state = ?6,
        extra = ?7, name_key = ?8, described = 1
      WHERE id = ?9 AND (described = 0 OR display_name IS NOT ?1 OR first_name IS NOT ?2 OR last_name IS NOT ?3
        OR email IS NOT ?4 OR type IS NOT ?5 OR state IS NOT ?6 OR extra IS NOT ?7)
      """,
      values
    )
    return noted(wasKnown: wasKnown)
  }

  /// Writes what the API says of a conversation, its participants included; an older description never replaces
  /// a later one.
  ///
  /// - Parameter conversation: The conversation.
  /// - Returns: What was done.
  /// - Throws: `SQLiteError`.
  public func write(_ conversation: Conversation) throws -> WriteOutcome {
    try write(conversation, withParticipants: true)
  }

  /// Writes what the API says of a conversation, with or without its participants, of which a list of conversations
  /// may name only some.
  ///
  /// - Parameters:
  ///   - conversation: The conversation.
  ///   - withParticipants: Whether its participants are all there are, and replace those known.
  /// - Returns: What was done.
  /// - Throws: `SQLiteError`.
  package func write(
    _ conversation: Conversation,
    withParticipants: Bool
  ) throws -> WriteOutcome {
    try begin()
    let wasKnown = try isDescribed("conversation", "conv_id", conversation.convId)
    let id = try directory.conversation(WireID(conversation.convId))
    let isOlder = try connection.integer(
      "SELECT 1 FROM conversation WHERE id = ? AND described = 1 AND modified > ?",
      [.integer(id), .integer(conversation.modificationTime ?? conversation.creationTime ?? .min)]
    )
    guard isOlder == nil else { return .older }
    let creator = try directory.user(conversation.creatorId.map { WireID($0) })
    let name = names.key(of: conversation.topic ?? conversation.topicPlaceholder)
    let nameBefore = try connection.text(
      "SELECT name_key FROM conversation WHERE id = ?",
      [.integer(id)]
    )
    try connection.run(
      """
      UPDATE conversation SET type = ?1, topic = ?2, topic_placeholder = ?3, description = ?4, creator = ?5,
        created = ?6, modified = ?7, extra = ?8, name_key = ?9, described = 1
      WHERE id = ?10 AND (described = 0 OR type IS NOT ?1 OR topic IS NOT ?2 OR topic_placeholder IS NOT ?3
        OR description IS NOT ?4 OR creator IS NOT ?5 OR created IS NOT ?6 OR modified IS NOT ?7 OR extra IS NOT ?8)
      """,
      [
        .optional(conversation.type), .optional(conversation.topic),
        .optional(conversation.topicPlaceholder), .optional(conversation.description),
        .integer(creator), .optional(conversation.creationTime),
        .optional(conversation.modificationTime), .optional(conversation.remainder),
        .optional(name), .integer(id),
      ]
    )
    let changedFields = connection.changes > 0
    if changedFields { try topicWords.replace(nameBefore, by: name, of: id) }
    let changedPeople =
      try withParticipants && setParticipants(conversation.participants, of: id)
    guard changedFields || changedPeople else { return .unchanged }
    isDirty = true
    return wasKnown ? .updated : .inserted
  }

  /// Sets the participants of a conversation, in the API's order; true if anything changed.
  func setParticipants(_ ids: [String], of conversation: Int64) throws -> Bool {
    var people: [Int64] = []
    var seen: Set<Int64> = []
    for id in ids where !id.isEmpty {
      let person = try directory.user(WireID(id))
      if seen.insert(person).inserted { people.append(person) }
    }
    let stored = try connection.rows(
      "SELECT user FROM participant WHERE conversation = ? ORDER BY ordinal",
      [.integer(conversation)]
    ) { $0.integer(at: 0) }
    guard stored != people else { return false }
    if !stored.isEmpty {
      try connection.run(
        "DELETE FROM participant WHERE conversation = ?",
        [.integer(conversation)]
      )
    }
    let rows = people.enumerated().map { (person: $1, ordinal: Int64($0)) }
    try insertParticipants.add(rows.sorted { $0.person < $1.person }) { participant, row, first in
      try row.bind(conversation, at: first)
      try row.bind(participant.person, at: first + 1)
      try row.bind(participant.ordinal, at: first + 2)
    }
    return true
  }

  private func isDescribed(_ table: String, _ column: String, _ id: String) throws -> Bool {
    try connection.integer(
      "SELECT 1 FROM \(table) WHERE \(column) = ? AND described = 1",
      [.text(id)]
    ) != nil
  }

  /// The outcome of the statement just run.
  func noted(wasKnown: Bool) -> WriteOutcome {
    guard connection.changes > 0 else { return .unchanged }
    isDirty = true
    return wasKnown ? .updated : .inserted
  }
}
