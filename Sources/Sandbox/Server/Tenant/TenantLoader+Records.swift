/// The lines that are no items. Each says whether it was of use.
extension TenantLoader {
  mutating func takeUser(_ object: JSONObject) -> Bool {
    guard let id = object.string("userId") else { return false }
    state.add(user: StoredUser(id: id, json: object.changed([])))
    return true
  }

  mutating func takeConversation(_ object: JSONObject) -> Bool {
    guard let id = object.string("convId"), state.conversationIndices[id] == nil else {
      return false
    }
    let participants = object.strings("participants").map { state.knownUser($0) }
    state.add(
      conversation: StoredConversation(
        id: id,
        type: object.string("type") ?? "GROUP",
        json: object.changed([("participants", nil)]),
        modified: object.integer("modificationTime") ?? object.integer("creationTime") ?? 0,
        participants: participants
      )
    )
    return true
  }

  mutating func takeLabel(_ object: JSONObject) -> Bool {
    guard let user = object.string("userId"), let id = object.string("labelId"),
      let value = object.string("value")
    else { return false }
    let conversations = object.strings("convIds").compactMap { state.conversationIndices[$0] }
    let label = StoredMarks.Label(id: id, value: value, conversations: conversations)
    state.marks[state.knownUser(user), default: StoredMarks()].labels.append(label)
    return true
  }

  mutating func takeFlag(_ object: JSONObject) -> Bool {
    guard let user = object.string("userId"), let id = object.string("itemId"),
      let item = state.items.index(of: id)
    else { return false }
    state.marks[state.knownUser(user), default: StoredMarks()].flags.append(item)
    return true
  }

  mutating func takeFavorite(_ object: JSONObject) -> Bool {
    guard let user = object.string("userId"), let id = object.string("convId"),
      let conversation = state.conversationIndices[id]
    else { return false }
    state.marks[state.knownUser(user), default: StoredMarks()].favorites.append(conversation)
    return true
  }

  mutating func takePin(_ object: JSONObject) -> Bool {
    guard let id = object.string("convId"), let conversation = state.conversationIndices[id],
      let itemID = object.string("itemId"), let item = state.items.index(of: itemID)
    else { return false }
    let pin = (item: item, time: object.integer("pinnedTime") ?? 0)
    state.conversations[conversation].pins.append(pin)
    return true
  }
}
