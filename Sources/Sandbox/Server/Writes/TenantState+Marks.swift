extension TenantState {
  /// Most labels that a user can have.
  private static let maximumOfLabels = 250

  /// The label with a value, made if the user has none.
  mutating func label(_ value: String, of user: Int) throws(SandboxRefusal) -> StoredMarks.Label {
    let labels = marks[user]?.labels ?? []
    if let label = labels.first(where: { $0.value == value }) { return label }
    guard labels.count < Self.maximumOfLabels else {
      throw SandboxRefusal(status: 400, "you reached the maximum of 250 labels")
    }
    let label = StoredMarks.Label(id: newIdentifier(), value: value, conversations: [])
    marks[user, default: StoredMarks()].labels.append(label)
    return label
  }

  /// Takes a label, by id or value, away from the user and all conversations.
  mutating func removeLabel(
    _ name: String,
    of user: Int
  ) throws(SandboxRefusal) -> StoredMarks.Label {
    let labels = marks[user]?.labels ?? []
    guard let place = labels.firstIndex(where: { $0.id == name || $0.value == name }) else {
      throw SandboxRefusal(status: 400, "the label does not exist")
    }
    marks[user]?.labels.remove(at: place)
    return labels[place]
  }

  /// Puts a label on a conversation.
  mutating func assignLabel(
    _ value: String,
    to conversation: Int,
    by user: Int
  ) throws(SandboxRefusal) -> StoredMarks.Label {
    let label = try label(value, of: user)
    if !label.conversations.contains(conversation) {
      changeLabel(label.id, of: user) { $0.append(conversation) }
    }
    return label
  }

  /// Takes a label off a conversation.
  mutating func unassignLabel(
    _ name: String,
    from conversation: Int,
    by user: Int
  ) throws(SandboxRefusal) -> StoredMarks.Label {
    let labels = marks[user]?.labels ?? []
    guard let label = labels.first(where: { $0.id == name || $0.value == name }),
      label.conversations.contains(conversation)
    else { throw SandboxRefusal(status: 400, "the label was not assigned to the conversation") }
    changeLabel(label.id, of: user) { $0.removeAll { $0 == conversation } }
    return label
  }

  /// Makes a conversation a favourite, or one no longer.
  mutating func setFavorite(
    _ isFavorite: Bool,
    _ conversation: Int,
    of user: Int
  ) throws(SandboxRefusal) {
    let favorites = marks[user]?.favorites ?? []
    if isFavorite {
      guard !favorites.contains(conversation) else { return }
      marks[user, default: StoredMarks()].favorites.append(conversation)
    } else {
      guard favorites.contains(conversation) else {
        throw SandboxRefusal(status: 400, "the conversation was not marked before")
      }
      marks[user]?.favorites.removeAll { $0 == conversation }
    }
  }

  private mutating func changeLabel(_ id: String, of user: Int, _ body: (inout [Int]) -> Void) {
    guard let place = marks[user]?.labels.firstIndex(where: { $0.id == id }) else { return }
    if var conversations = marks[user]?.labels[place].conversations {
      body(&conversations)
      marks[user]?.labels[place].conversations = conversations
    }
  }
}
