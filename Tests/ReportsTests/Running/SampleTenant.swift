import Output
import TestSupport

/// A tenant made up by a seed, for tests that compute from it what a report should say.
struct SampleTenant {
  /// An item, and everything that the tests count.
  struct Item {
    let number: Int
    let time: Int64
    let conversation: Int
    /// 0: the API does not say who.
    let person: Int
    let type: String
    let isDeleted: Bool
    let isGone: Bool
    /// The number of the item it answers.
    let parent: Int?
    let likers: [Int]
    let flaggers: [Int]
    let files: Int

    /// By the design's definition: a TEXT item that is not deleted (or gone).
    var isMessage: Bool { type == "TEXT" && !isDeleted && !isGone }
    var id: String { "item-\(number)" }
    var text: String { "text of \(number)" }
  }

  /// In the order of their times.
  let items: [Item]
  let people = 1...9
  let conversations = 1...5

  static func personID(_ person: Int) -> String { "person-\(person)" }
  static func conversationID(_ conversation: Int) -> String { "conversation-\(conversation)" }

  /// Makes `count` items from `from` to `to` (ms), and some at the instants of `edges`.
  init(seed: UInt64, count: Int, from: Int64 = 0, to: Int64 = 1, edges: [Int64] = []) {
    var random = SeededGenerator(seed: seed)
    var times = Set((0..<count).map { _ in Int64.random(in: from..<to, using: &random) })
    for edge in edges { times.formUnion([edge - 1, edge, edge + 1]) }
    items = times.sorted().enumerated().map { number, time in
      Item(number: number, time: time, by: &random)
    }
  }

  /// The lines of an archive, by the names of its files.
  var archive: [(file: String, lines: String)] {
    var users = JSONWriter()
    for person in people {
      users.line { json in
        json.member("userId", Self.personID(person))
        json.member("displayName", "Person \(person)")
      }
    }
    var places = JSONWriter()
    for conversation in conversations {
      places.line { json in
        json.member("convId", Self.conversationID(conversation))
        json.member("type", "GROUP")
        json.member("topic", "Topic \(conversation)")
      }
    }
    var lines = JSONWriter()
    for item in items { lines.line { item.write(to: &$0) } }
    var flags = JSONWriter()
    for item in items {
      for flagger in item.flaggers {
        flags.line { json in
          json.member("userId", Self.personID(flagger))
          json.member("itemId", item.id)
          json.member("convId", Self.conversationID(item.conversation))
        }
      }
    }
    return [
      ("users.ndjson", users.text), ("conversations.ndjson", places.text),
      ("items.ndjson", lines.text), ("flags.ndjson", flags.text),
    ]
  }
}

extension SampleTenant.Item {
  /// Rolls everything but the number and the time.
  fileprivate init(number: Int, time: Int64, by random: inout SeededGenerator) {
    func some(of chance: Int, _ random: inout SeededGenerator) -> [Int] {
      (1...9).filter { _ in Int.random(in: 0..<100, using: &random) < chance }
    }
    self.number = number
    self.time = time
    conversation = Int.random(in: 1...5, using: &random)
    person = Int.random(in: 0...9, using: &random)
    let roll = Int.random(in: 0..<10, using: &random)
    type = roll < 8 ? "TEXT" : roll == 8 ? "SYSTEM" : "RTC"
    isDeleted = Int.random(in: 0..<10, using: &random) == 0
    isGone = Int.random(in: 0..<20, using: &random) == 0
    parent =
      number == 0 || Bool.random(using: &random) ? nil : Int.random(in: 0..<number, using: &random)
    likers = some(of: 10, &random)
    flaggers = some(of: 4, &random)
    files = max(0, Int.random(in: -5...3, using: &random))
  }

  fileprivate func write(to json: inout JSONWriter) {
    json.member("itemId", id)
    json.member("convId", SampleTenant.conversationID(conversation))
    json.member("type", type)
    if person > 0 { json.member("creatorId", SampleTenant.personID(person)) }
    json.member("creationTime", time)
    json.member("modificationTime", time)
    guard type == "TEXT" else { return }
    json.object("text") { json in
      json.member("content", text)
      json.member("contentType", "PLAIN")
      json.member("state", isDeleted ? "DELETED" : "CREATED")
      if let parent { json.member("parentId", "item-\(parent)") }
      json.array("likedUserIds") { json in
        for liker in likers { json.value(SampleTenant.personID(liker)) }
      }
    }
    json.array("attachments") { json in
      for file in 0..<files {
        json.object { json in
          json.member("fileId", "file-\(number)-\(file)")
          json.member("fileName", "file \(file).pdf")
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
