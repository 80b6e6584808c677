/// Makes a tenant of the lines of an archive.
///
/// Items may come before what they refer to, as a synthetic tenant writes them; all else is read when
/// all lines are there.
struct TenantLoader {
  var state = TenantState()
  /// Lines of the other files.
  private var lines: [ArchiveName: [UInt8]] = [:]
  /// For each conversation, by the order in which they were first met, its id and items.
  private var rooms: [(id: String, items: [Int32])] = []
  private var roomIndices: [String: Int] = [:]
  /// Lines that hold nothing of use: broken, without an id, or of a conversation that is not there.
  private(set) var skipped = 0

  /// Takes whole lines of a file.
  mutating func take(_ name: ArchiveName, _ chunk: [UInt8]) {
    guard name == .items else {
      lines[name, default: []] += chunk
      return
    }
    let segment = state.items.add(segment: chunk)
    Self.forEachLine(chunk) { takeItem(chunk, $0, segment) }
  }

  /// Puts everything together.
  ///
  /// - Returns: The tenant, and how many lines held nothing of use.
  mutating func finish() -> (state: TenantState, skipped: Int) {
    forEachObject(.users) { $0.takeUser($1) }
    forEachObject(.conversations) { $0.takeConversation($1) }
    for room in rooms {
      guard let index = state.conversationIndices[room.id] else {
        for item in room.items { state.items.vanish(Int(item)) }
        skipped += room.items.count
        continue
      }
      for item in room.items { state.items.place(Int(item), in: index) }
      state.conversations[index].set(items: room.items, in: state.items)
    }
    forEachObject(.labels) { $0.takeLabel($1) }
    forEachObject(.flags) { $0.takeFlag($1) }
    forEachObject(.favorites) { $0.takeFavorite($1) }
    forEachObject(.pins) { $0.takePin($1) }
    return (state, skipped)
  }

  private static func forEachLine(_ bytes: [UInt8], _ body: (Range<Int>) -> Void) {
    var start = 0
    for place in bytes.indices where bytes[place] == UInt8(ascii: "\n") {
      if place > start { body(start..<place) }
      start = place + 1
    }
    if start < bytes.count { body(start..<bytes.count) }
  }

  private mutating func forEachObject(
    _ name: ArchiveName,
    _ body: (inout TenantLoader, JSONObject) -> Bool
  ) {
    let bytes = lines.removeValue(forKey: name) ?? []
    Self.forEachLine(bytes) { range in
      let isTaken = JSONObject(bytes, range).map { body(&self, $0) } ?? false
      skipped += isTaken ? 0 : 1
    }
  }

  private mutating func takeItem(_ chunk: [UInt8], _ line: Range<Int>, _ segment: Int32) {
    var id: String?
    var room: String?
    var created: Int?
    var modified: Int?
    let isWhole = JSONScanner.forEachMember(chunk, line) { member in
      if JSONScanner.equal(chunk, member.name, "itemId") {
        id = JSONScanner.string(chunk, member.value)
      } else if JSONScanner.equal(chunk, member.name, "convId") {
        room = JSONScanner.string(chunk, member.value)
      } else if JSONScanner.equal(chunk, member.name, "creationTime") {
        created = JSONScanner.integer(chunk, member.value)
      } else if JSONScanner.equal(chunk, member.name, "modificationTime") {
        modified = JSONScanner.integer(chunk, member.value)
      }
    }
    guard isWhole, let id, let room else {
      skipped += 1
      return
    }
    let place = roomIndices[room] ?? rooms.count
    if place == rooms.count {
      rooms.append((room, []))
      roomIndices[room] = place
    }
    // The conversation's own index is not known yet: it is set when all are there.
    let entry = ItemStore.Entry(
      segment: segment,
      start: Int32(line.lowerBound),
      count: Int32(line.count),
      conversation: 0,
      modified: modified ?? created ?? 0
    )
    guard let known = state.items.index(of: id) else {
      rooms[place].items.append(Int32(state.items.add(id: id, entry)))
      return
    }
    // Of two lines about one item the later modified one counts.
    if entry.modified >= state.items.entries[known].modified { _ = state.items.add(id: id, entry) }
  }
}
