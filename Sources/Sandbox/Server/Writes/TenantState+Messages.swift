extension TenantState {
  /// Edits a message.
  mutating func edit(
    _ item: Int,
    _ text: MessageText,
    by user: Int?,
    at time: Int
  ) throws(SandboxRefusal) {
    try requireMessage(item, by: user)
    var changes: JSONObject.Changes = [("state", JSON.string("EDITED"))]
    if let content = text.content { changes.append(("content", JSON.string(content))) }
    if let subject = text.subject { changes.append(("subject", JSON.string(subject))) }
    if let form = text.formMetaData { changes.append(("formMetaData", JSON.string(form))) }
    rewrite(item, text: changes, modified: time)
  }

  /// Marks a message as deleted: it stays, what it said goes.
  mutating func delete(_ item: Int, by user: Int?, at time: Int) throws(SandboxRefusal) {
    try requireMessage(item, by: user)
    rewrite(
      item,
      text: [
        ("content", JSON.string("")), ("subject", nil), ("formMetaData", nil), ("preview", nil),
        ("likedUserIds", nil), ("state", JSON.string("DELETED")),
      ],
      around: [("attachments", nil)],
      modified: time
    )
  }

  /// Adds or takes away a like.
  mutating func setLike(
    _ isLiked: Bool,
    _ item: Int,
    by user: Int,
    at time: Int
  ) throws(SandboxRefusal) {
    try requireMessage(item, by: nil)
    var likers = items.object(item)?.object("text")?.strings("likedUserIds") ?? []
    let id = users[user].id
    guard likers.contains(id) != isLiked else { return }
    if isLiked { likers.append(id) } else { likers.removeAll { $0 == id } }
    rewrite(
      item,
      text: [("likedUserIds", likers.isEmpty ? nil : JSON.strings(likers))],
      modified: likesTouchItems ? time : items.entries[item].modified
    )
  }

  /// Adds or takes away a flag.
  mutating func setFlag(_ isFlagged: Bool, _ item: Int, by user: Int) {
    marks[user, default: StoredMarks()].flags.removeAll { $0 == item }
    if isFlagged { marks[user, default: StoredMarks()].flags.append(item) }
  }

  /// Pins or unpins an item.
  mutating func setPin(_ isPinned: Bool, _ item: Int, at time: Int) {
    let conversation = Int(items.entries[item].conversation)
    let wasPinned = conversations[conversation].pins.contains { $0.item == item }
    guard isPinned != wasPinned else { return }
    if isPinned {
      conversations[conversation].pins.append((item, time))
    } else {
      conversations[conversation].pins.removeAll { $0.item == item }
    }
  }

  /// Refuses what is no message, or one that another user wrote.
  private func requireMessage(_ item: Int, by user: Int?) throws(SandboxRefusal) {
    guard let object = items.object(item), let text = object.object("text") else { throw .noItem }
    guard text.string("state") != "DELETED" else { throw .noItem }
    guard let user else { return }
    guard object.string("creatorId") == users[user].id else { throw .notTheCreator }
  }
}
