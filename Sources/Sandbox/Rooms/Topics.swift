/// The names of the conversations, as the inside of JSON strings.
struct Topics: Sendable {
  /// What each conversation is called; of a DIRECT one its two people.
  private let present: [[UInt8]]
  /// What the renamed ones were called before.
  private let former: [[UInt8]]

  init(people: People, rooms: Rooms, book: Phrasebook, seed: UInt64) {
    var composer = Composer(book: book, rooms: rooms, userIDs: [], seed: ~seed)
    var present: [[UInt8]] = []
    var former: [[UInt8]] = []
    // Some conversations have the same name even so, as in life.
    var used: Set<[UInt8]> = []
    for (index, room) in rooms.all.enumerated() {
      if room.kind == .direct {
        present.append(Topics.names(rooms.members[room.members].prefix(2), people))
      } else if let scripted = ScriptedRoom(rawValue: index) {
        present.append(Array(scripted.topic.utf8))
      } else {
        var topic = composer.topic(of: index)
        for _ in 0..<4 where !used.insert(topic).inserted { topic = composer.topic(of: index) }
        present.append(topic)
      }
      former.append(room.renamed == nil ? [] : composer.topic(of: index))
    }
    self.present = present
    self.former = former
  }

  func present(_ room: Int) -> [UInt8] { present[room] }

  func former(_ room: Int) -> [UInt8] { former[room] }

  private static func names(_ members: some Collection<Int32>, _ people: People) -> [UInt8] {
    let names = members.map { people.all[Int($0)].displayName }
    var buffer = ByteBuffer(capacity: 64)
    buffer.append(json: names.joined(separator: ", ").utf8)
    return buffer.bytes
  }
}

extension Composer {
  /// A name for `room`, from the topics of its subject.
  fileprivate mutating func topic(of index: Int) -> [UInt8] {
    let room = rooms.all[index]
    let theme = book.voices[room.tongue.rawValue].subjects[room.subject]
    let setting = Setting(
      isRich: false,
      tongue: room.tongue,
      subject: room.subject,
      project: room.project,
      room: index
    )
    line.removeAll()
    let topic = theme.topics.start + chance.below(theme.topics.count)
    template(book.templates[topic], setting)
    // A copy of just that size: the line keeps its room for long messages.
    return line.bytes.withUnsafeBufferPointer { Array($0) }
  }
}
