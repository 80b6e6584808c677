extension TenantState {
  /// Whether the viewer takes part in a conversation.
  func takesPart(_ viewer: Viewer, in conversation: Int) -> Bool {
    guard losses[Loss(user: viewer.user, conversation: conversation)] == nil else { return false }
    return viewer.seesEverything || conversations[conversation].participants.contains(viewer.user)
  }

  /// The conversations that the viewer takes part in.
  func own(_ viewer: Viewer) -> [Int] {
    conversations.indices.filter { takesPart(viewer, in: $0) }
  }

  /// The conversation with an id, which the viewer must take part in.
  func conversation(_ id: String, of viewer: Viewer) throws(SandboxRefusal) -> Int {
    guard let index = conversationIndices[id] else { throw .noConversation }
    guard takesPart(viewer, in: index) else { throw refusal(of: index, to: viewer) }
    return index
  }

  /// The conversation with an id, which the viewer takes part in or could join.
  func visibleConversation(_ id: String, of viewer: Viewer) throws(SandboxRefusal) -> Int {
    guard let index = conversationIndices[id] else { throw .noConversation }
    let isLost = losses[Loss(user: viewer.user, conversation: index)] != nil
    if conversations[index].type == "COMMUNITY", !isLost { return index }
    guard takesPart(viewer, in: index) else { throw refusal(of: index, to: viewer) }
    return index
  }

  /// The item with an id, in a conversation that the viewer takes part in.
  func item(_ id: String, of viewer: Viewer) throws(SandboxRefusal) -> Int {
    guard let index = items.index(of: id) else { throw .noItem }
    let conversation = Int(items.entries[index].conversation)
    guard takesPart(viewer, in: conversation) else { throw refusal(of: conversation, to: viewer) }
    return index
  }

  /// The item with an id, in a conversation.
  func item(_ id: String, in conversation: Int) throws(SandboxRefusal) -> Int {
    guard let index = items.index(of: id), items.entries[index].conversation == conversation else {
      throw .noItem
    }
    return index
  }

  /// The user with an id or an e-mail address.
  func knownUser(named name: String) throws(SandboxRefusal) -> Int {
    guard let index = user(name) else { throw .noUser }
    return index
  }

  private func refusal(of conversation: Int, to viewer: Viewer) -> SandboxRefusal {
    losses[Loss(user: viewer.user, conversation: conversation)] == 403 ? .forbidden : .noParticipant
  }
}
