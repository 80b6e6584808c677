extension TenantStream {
  private static let labels = [
    "urgent", "follow up", "launch", "reading", "customers", "my team", "wichtig", "à lire",
    "archive", "2027", "重要",
  ]

  /// Writes how people keep order among their conversations: `labels.ndjson`, `favorites.ndjson`.
  mutating func writeShelves() throws(SandboxError) {
    var labels = try ArchiveFile(.labels, destination)
    var favorites = try ArchiveFile(.favorites, destination)
    var shelf = SplitMix(seed: world.plan.seed, concern: 8)
    for (person, rooms) in roomsOfPeople().enumerated() where !rooms.isEmpty {
      if shelf.perMille(250) { writeLabels(of: person, rooms, &shelf, &labels.buffer) }
      if shelf.perMille(300) { writeFavorites(of: person, rooms, &shelf, &favorites.buffer) }
      try labels.flushIfFull()
      try favorites.flushIfFull()
    }
    try labels.flush()
    try favorites.flush()
    summary.bytes += labels.byteCount + favorites.byteCount
  }

  /// For each human some of their conversations, the busiest first.
  private func roomsOfPeople() -> [[Int]] {
    var rooms: [[Int]] = Array(repeating: [], count: world.people.humanCount)
    for (index, room) in world.rooms.all.enumerated() {
      for member in room.members.prefix(room.humanCount) {
        let person = Int(world.rooms.members[member])
        if rooms[person].count < 40 { rooms[person].append(index) }
      }
    }
    return rooms
  }

  private mutating func writeLabels(
    of person: Int,
    _ rooms: [Int],
    _ shelf: inout SplitMix,
    _ lines: inout ByteBuffer
  ) {
    let first = shelf.below(TenantStream.labels.count)
    for step in 0..<1 + shelf.skewed(below: 4) {
      lines.append("{\"userId\":\"")
      lines.append(world.userIDs, person * 36..<(person + 1) * 36)
      lines.append("\"")
      lines.append(member: "labelId", world.identifiers.identifier(.label, summary.labels))
      let value = TenantStream.labels[(first + step) % TenantStream.labels.count]
      lines.append(member: "value", value)
      lines.append(",\"convIds\":[")
      let start = shelf.below(rooms.count)
      for place in 0..<min(1 + shelf.skewed(below: 5), rooms.count) {
        lines.append(place == 0 ? "\"" : ",\"")
        let room = rooms[(start + place) % rooms.count]
        lines.append(world.roomIDs, room * 36..<(room + 1) * 36)
        lines.append("\"")
      }
      lines.append("]}\n")
      summary.labels += 1
    }
  }

  private mutating func writeFavorites(
    of person: Int,
    _ rooms: [Int],
    _ shelf: inout SplitMix,
    _ lines: inout ByteBuffer
  ) {
    for place in 0..<min(1 + shelf.skewed(below: 6), rooms.count) {
      lines.append("{\"userId\":\"")
      lines.append(world.userIDs, person * 36..<(person + 1) * 36)
      lines.append("\",\"convId\":\"")
      lines.append(world.roomIDs, rooms[place] * 36..<(rooms[place] + 1) * 36)
      lines.append("\"}\n")
      summary.favorites += 1
    }
  }
}
