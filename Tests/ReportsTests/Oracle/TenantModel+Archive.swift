import Output

extension TenantModel {
  /// The lines of an archive, by the names of its files.
  ///
  /// - Parameters:
  ///   - items: The items that it has, in its order.
  ///   - isWhole: Whether it tells of people, conversations and flags too.
  /// - Returns: The lines, by file.
  func archive(of items: [Item], isWhole: Bool = true) -> [(file: String, lines: String)] {
    var lines = JSONWriter()
    for item in items { lines.line { write(item, to: &$0) } }
    let itemFile = ("items.ndjson", lines.text)
    guard isWhole else { return [itemFile] }
    var users = JSONWriter()
    for person in people where person.isDescribed {
      users.line { json in
        json.member("userId", person.id)
        json.member("displayName", person.name)
        json.member("emailAddress", person.email)
      }
    }
    var conversations = JSONWriter()
    for place in places where place.isDescribed {
      conversations.line { write(place, to: &$0) }
    }
    var flags = JSONWriter()
    for flag in self.flags {
      flags.line { json in
        json.member("userId", people[flag.person].id)
        json.member("itemId", flag.item)
      }
    }
    return [
      ("users.ndjson", users.text), ("conversations.ndjson", conversations.text), itemFile,
      ("flags.ndjson", flags.text),
    ]
  }

  private func write(_ place: Place, to json: inout JSONWriter) {
    json.member("convId", place.id)
    json.member("type", place.type)
    json.member("topic", place.topic)
    json.member("topicPlaceholder", place.placeholder)
    json.member("creatorId", place.creator.map { people[$0].id })
    json.member("creationTime", place.created)
    json.member("modificationTime", place.modified)
    json.array("participants") { json in
      for member in place.members { json.value(people[member].id) }
    }
  }

  private func write(_ item: Item, to json: inout JSONWriter) {
    json.member("itemId", item.id)
    if let place = item.place { json.member("convId", places[place].id) }
    json.member("type", item.type)
    if let author = item.author { json.member("creatorId", people[author].id) }
    if let created = item.created { json.member("creationTime", created) }
    if let modified = item.modified { json.member("modificationTime", modified) }
    if item.type == "TEXT" {
      json.object("text") { json in
        json.member("subject", item.subject)
        if let wording = item.wording {
          json.member("content", wording.sent)
          json.member("contentType", wording.isRich ? "RICH" : "PLAIN")
        }
        if let state = item.state { json.member("state", state) }
        if let parent = item.parent { json.member("parentId", parent) }
        if item.isWebhook { json.member("isWebhookMessage", true) }
        json.array("likedUserIds") { json in
          for liker in item.likers { json.value(people[liker].id) }
        }
      }
      json.array("attachments") { json in
        for (place, file) in item.files.enumerated() {
          json.object { json in
            json.member("fileId", "file-\(place)-\(item.id)")
            json.member("fileName", file.name)
            json.member("size", file.size)
          }
        }
      }
    }
    if let call = item.call {
      json.object("rtc") { json in
        json.member("type", call.type)
        if call.duration != nil || call.attendees != nil {
          json.object("ended") { json in
            json.member("duration", call.duration)
            json.member("maxNumberOfAttendees", call.attendees)
          }
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func line(_ body: (inout JSONWriter) -> Void) {
    object(body)
    endLine()
  }
}
