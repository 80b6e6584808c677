/// What a message is given when it is written or edited; nil leaves it out or as it was.
struct MessageText: Sendable {
  var content: String?
  var subject: String?
  var formMetaData: String?
}

extension TenantState {
  /// Posts a message.
  ///
  /// - Returns: Its index.
  mutating func post(
    _ text: MessageText,
    in conversation: Int,
    by user: Int,
    parent: String? = nil,
    at time: Int
  ) -> Int {
    let body = JSON.object([
      "content": JSON.string(text.content ?? ""),
      "contentType": JSON.string("RICH"),
      "state": JSON.string("CREATED"),
      "subject": text.subject.map(JSON.string),
      "formMetaData": text.formMetaData.map(JSON.string),
      "parentId": parent.map(JSON.string),
    ])
    return addItem(
      "TEXT",
      in: conversation,
      by: user,
      at: time,
      isUnread: true,
      body: ("text", body)
    )
  }

  /// Adds what the platform itself says in a conversation.
  mutating func announce(
    _ type: String,
    in conversation: Int,
    by user: Int,
    affecting others: [Int] = [],
    topics: (old: String?, new: String?)? = nil,
    at time: Int
  ) {
    let affected = others.isEmpty ? nil : JSON.strings(others.map { users[$0].id })
    let body = JSON.object([
      "type": JSON.string(type),
      "affectedParticipants": affected,
      "oldTopic": topics?.old.map(JSON.string),
      "newTopic": topics?.new.map(JSON.string),
    ])
    _ = addItem(
      "SYSTEM",
      in: conversation,
      by: user,
      at: time,
      isUnread: false,
      body: ("system", body)
    )
  }

  private mutating func addItem(
    _ type: String,
    in conversation: Int,
    by user: Int,
    at time: Int,
    isUnread: Bool,
    body: (name: String, json: [UInt8])
  ) -> Int {
    let id = newIdentifier()
    let json = JSON.object([
      "itemId": JSON.string(id),
      "convId": JSON.string(conversations[conversation].id),
      "type": JSON.string(type),
      "creatorId": JSON.string(users[user].id),
      "creationTime": JSON.number(time),
      "modificationTime": JSON.number(time),
      "includeInUnreadCount": JSON.flag(isUnread),
      body.name: body.json,
    ])
    return insert(json, id: id, in: conversation, modified: time)
  }

  /// Adds an item that is JSON already, in place of one with the same id.
  @discardableResult
  mutating func insert(_ json: [UInt8], id: String, in conversation: Int, modified: Int) -> Int {
    if let old = items.index(of: id) { vanish(old) }
    let entry = ItemStore.Entry(
      segment: items.add(segment: json),
      start: 0,
      count: Int32(json.count),
      conversation: Int32(conversation),
      modified: modified
    )
    let index = items.add(id: id, entry)
    conversations[conversation].insert(index, in: items)
    return index
  }

  /// Changes members of a message's `text`, and of the item around it.
  mutating func rewrite(
    _ item: Int,
    text changes: JSONObject.Changes,
    around: JSONObject.Changes = [],
    modified: Int
  ) {
    guard let object = items.object(item), let text = object.object("text") else { return }
    var all = around
    all.append(("text", text.changed(changes)))
    if modified != items.entries[item].modified {
      all.append(("modificationTime", JSON.number(modified)))
    }
    let json = object.changed(all)
    let conversation = Int(items.entries[item].conversation)
    let isMoved = items.entries[item].modified != modified
    if isMoved { conversations[conversation].remove(item) }
    items.replace(item, json, modified: modified)
    if isMoved { conversations[conversation].insert(item, in: items) }
  }

  /// Takes an item away as if it had never been.
  mutating func vanish(_ item: Int) {
    let conversation = Int(items.entries[item].conversation)
    conversations[conversation].remove(item)
    conversations[conversation].pins.removeAll { $0.item == item }
    for user in marks.keys { marks[user]?.flags.removeAll { $0 == item } }
    items.vanish(item)
  }
}
