extension TenantState {
  /// Makes a conversation.
  ///
  /// - Returns: Its index.
  mutating func create(
    _ type: String,
    topic: String?,
    description: String? = nil,
    by user: Int,
    with others: [Int],
    at time: Int
  ) -> Int {
    let id = newIdentifier()
    var participants = [user]
    for other in others where !participants.contains(other) { participants.append(other) }
    let index = add(
      conversation: StoredConversation(
        id: id,
        type: type,
        json: JSON.object([
          "convId": JSON.string(id),
          "type": JSON.string(type),
          "topic": topic.map(JSON.string),
          "description": description.map(JSON.string),
          "creatorId": JSON.string(users[user].id),
          "creationTime": JSON.number(time),
          "modificationTime": JSON.number(time),
          "isModerated": JSON.flag(false),
          "isGuestAccessDisabled": JSON.flag(true),
        ]),
        modified: time,
        participants: participants
      )
    )
    announce("CONVERSATION_CREATED", in: index, by: user, at: time)
    return index
  }

  /// Gives a conversation another topic or description; nil leaves it as it was.
  mutating func rename(
    _ conversation: Int,
    topic: String?,
    description: String? = nil,
    by user: Int,
    at time: Int
  ) {
    guard let object = JSONObject(conversations[conversation].json) else { return }
    if let description {
      conversations[conversation].json = object.changed([("description", JSON.string(description))])
    }
    if let topic, let object = JSONObject(conversations[conversation].json) {
      let old = object.string("topic")
      conversations[conversation].json = object.changed([("topic", JSON.string(topic))])
      announce("CONVERSATION_RENAMED", in: conversation, by: user, topics: (old, topic), at: time)
    }
    touch(conversation, at: time)
  }

  /// Lets users take part.
  mutating func addParticipants(_ added: [Int], to conversation: Int, by user: Int, at time: Int) {
    let joining = added.filter { !conversations[conversation].participants.contains($0) }
    for newcomer in joining { losses[Loss(user: newcomer, conversation: conversation)] = nil }
    guard !joining.isEmpty else { return }
    conversations[conversation].participants += joining
    announce("PARTICIPANT_ADDED", in: conversation, by: user, affecting: joining, at: time)
    touch(conversation, at: time)
  }

  /// Lets users no longer take part; the last one cannot be taken out.
  mutating func removeParticipants(
    _ removed: [Int],
    from conversation: Int,
    by user: Int,
    at time: Int
  ) throws(SandboxRefusal) {
    let leaving = removed.filter { conversations[conversation].participants.contains($0) }
    guard leaving.count == removed.count else { throw .noUser }
    guard leaving.count < conversations[conversation].participants.count else {
      throw .constraint("participants")
    }
    conversations[conversation].participants.removeAll { leaving.contains($0) }
    announce("PARTICIPANT_REMOVED", in: conversation, by: user, affecting: leaving, at: time)
    touch(conversation, at: time)
  }

  private mutating func touch(_ conversation: Int, at time: Int) {
    conversations[conversation].modified = time
    if let object = JSONObject(conversations[conversation].json) {
      conversations[conversation].json = object.changed([("modificationTime", JSON.number(time))])
    }
  }
}
