/// Writes a tenant, or what some users see of it, as an archive.
struct ArchiveOutput {
  private let state: TenantState
  private let viewers: [Viewer]?

  init(_ state: TenantState, seenBy users: [String]?) {
    self.state = state
    viewers = users?.compactMap { state.user($0) }.map { Viewer(user: $0) }
  }

  func write(to folder: String) throws(SandboxError) {
    let read = state.conversations.indices.filter(isRead)
    try write(.users, folder, state.users.compactMap(\.json))
    let listed = state.conversations.indices.filter {
      isRead($0) || state.conversations[$0].type == "COMMUNITY"
    }
    try write(.conversations, folder, listed.map(conversation))
    var items = try ArchiveFile(.items, .folder(folder))
    for index in read {
      for item in state.conversations[index].items {
        items.buffer.append(bytes: state.items.json(Int(item)))
        items.buffer.append("\n")
        try items.flushIfFull()
      }
    }
    try items.flush()
    try write(.pins, folder, read.flatMap(pins))
    try writeMarks(folder)
  }

  private func isRead(_ conversation: Int) -> Bool {
    viewers.map { $0.contains { state.takesPart($0, in: conversation) } } ?? true
  }

  private func write(
    _ name: ArchiveName,
    _ folder: String,
    _ lines: [[UInt8]]
  ) throws(SandboxError) {
    var file = try ArchiveFile(name, .folder(folder))
    for line in lines {
      file.buffer.append(bytes: line)
      file.buffer.append("\n")
      try file.flushIfFull()
    }
    try file.flush()
  }

  private func conversation(_ index: Int) -> [UInt8] {
    let participants = state.conversations[index].participants.map { state.users[$0].id }
    return JSONObject(state.conversations[index].json)?
      .changed([("participants", JSON.strings(participants))]) ?? []
  }

  private func pins(_ conversation: Int) -> [[UInt8]] {
    state.conversations[conversation].pins.map { pin in
      JSON.object([
        "convId": JSON.string(state.conversations[conversation].id),
        "itemId": JSON.string(state.id(ofItem: pin.item)),
        "pinnedTime": JSON.number(pin.time),
      ])
    }
  }

  private func writeMarks(_ folder: String) throws(SandboxError) {
    var labels: [[UInt8]] = []
    var flags: [[UInt8]] = []
    var favorites: [[UInt8]] = []
    for user in state.marks.keys.sorted() {
      guard let marks = state.marks[user], viewers?.contains(where: { $0.user == user }) ?? true
      else {
        continue
      }
      let id = JSON.string(state.users[user].id)
      labels += marks.labels.map { label in
        JSON.object([
          "userId": id, "labelId": JSON.string(label.id), "value": JSON.string(label.value),
          "convIds": JSON.strings(label.conversations.map { state.conversations[$0].id }),
        ])
      }
      flags += marks.flags.map { item in
        let conversation = Int(state.items.entries[item].conversation)
        return JSON.object([
          "userId": id, "itemId": JSON.string(state.id(ofItem: item)),
          "convId": JSON.string(state.conversations[conversation].id),
        ])
      }
      favorites += marks.favorites.map { index in
        JSON.object(["userId": id, "convId": JSON.string(state.conversations[index].id)])
      }
    }
    try write(.labels, folder, labels)
    try write(.flags, folder, flags)
    try write(.favorites, folder, favorites)
  }
}
