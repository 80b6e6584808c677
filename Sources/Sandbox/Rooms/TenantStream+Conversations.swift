extension TenantStream {
  /// Writes `conversations.ndjson`; it comes after the items, which know the last changes.
  mutating func writeConversations() throws(SandboxError) {
    var file = try ArchiveFile(.conversations, destination)
    for index in world.rooms.all.indices {
      write(room: index, &file.buffer)
      count(world.rooms.all[index].kind)
      try file.flushIfFull()
    }
    try file.flush()
    summary.conversations = world.rooms.all.count
    summary.bytes += file.byteCount
  }

  private mutating func count(_ kind: RoomKind) {
    switch kind {
    case .direct: summary.direct += 1
    case .group: summary.group += 1
    case .community: summary.community += 1
    case .large: summary.large += 1
    }
  }

  private func write(room index: Int, _ line: inout ByteBuffer) {
    let room = world.rooms.all[index]
    let id = index * 36..<(index + 1) * 36
    line.append("{\"convId\":\"")
    line.append(world.roomIDs, id)
    line.append("\",\"type\":\"")
    line.append(room.kind.type)
    line.append("\",\"creatorId\":\"")
    line.append(world.userIDs, slot(member: room.members.lowerBound))
    line.append("\"")
    line.append(member: "creatorTenantId", world.identifiers.identifier(.tenant, 0))
    line.append(member: "creationTime", room.created)
    line.append(member: "modificationTime", roomChanges[index])
    line.append(",\"participants\":[")
    for member in room.members {
      line.append(member == room.members.lowerBound ? "\"" : ",\"")
      line.append(world.userIDs, slot(member: member))
      line.append("\"")
    }
    line.append("],\"isModerated\":")
    line.append(room.isModerated)
    line.append(",\"isGuestAccessDisabled\":")
    line.append(room.isGuestAccessDisabled)
    line.append(room.kind == .direct ? ",\"topicPlaceholder\":\"" : ",\"topic\":\"")
    line.append(bytes: world.topics.present(index))
    line.append("\"")
    if room.kind == .community { writeCommunity(index, id, &line) }
    line.append("}\n")
  }

  private func writeCommunity(_ index: Int, _ id: Range<Int>, _ line: inout ByteBuffer) {
    line.append(",\"description\":\"Everything about <b>")
    line.append(bytes: world.topics.present(index))
    line.append("</b>. Be kind, search before you ask.\",\"avatar\":\"")
    line.append("https://circuit.nordwind.example/avatars/")
    line.append(world.roomIDs, id)
    line.append("_s.png\",\"avatarLarge\":\"https://circuit.nordwind.example/avatars/")
    line.append(world.roomIDs, id)
    line.append("_b.png\"")
  }

  /// Where the identifier of the member `index` of all rooms stands among those of the users.
  private func slot(member index: Int) -> Range<Int> {
    let user = Int(world.rooms.members[index])
    return user * 36..<(user + 1) * 36
  }
}
