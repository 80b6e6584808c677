internal import Foundation
package import Synchronization

/// A small platform in memory that answers an indexer's questions: what tests of ingesting need, with HTTP or without.
package final class FakePlatform: Sendable {
  package struct Item: Sendable {
    package var id: String
    package var created: Int64
    package var modified: Int64
    package var author: String
    package var content: String
    package var state = "CREATED"
    package var likes: [String] = []
    package var parent: String?
  }

  package struct Room: Sendable {
    package var type = "GROUP"
    package var topic: String
    package var modified: Int64
    package var members: [String]
    package var items: [String: Item] = [:]
    package var pins: [String] = []

    package init(type: String = "GROUP", topic: String, modified: Int64, members: [String]) {
      self.type = type
      self.topic = topic
      self.modified = modified
      self.members = members
    }
  }

  package struct State: Sendable {
    package var clock: Int64 = 1_700_000_000_000
    package var rooms: [String: Room] = [:]
    package var flags: [String: Set<String>] = [:]
    package var favorites: [String: [String]] = [:]
    package var labels: [String: [String: [String]]] = [:]
    /// Names of people that are not their ids with a capital.
    package var names: [String: String] = [:]
    package var isInclusive = false
    /// Requests by operation.
    package var asked: [String: Int] = [:]
    package var nextItem = 0
    /// Fails requests whose path contains the text, so many times, with this status.
    package var failures: [(path: String, status: Int, times: Int)] = []
    /// Called before each answer.
    package var meddle: (@Sendable (inout State) -> Void)?

    /// A person's display name.
    func name(of user: String) -> String { names[user] ?? user.capitalized }

    package mutating func post(
      _ room: String,
      by author: String,
      _ content: String,
      at time: Int64? = nil
    )
      -> String
    {
      nextItem += 1
      let id = "item-\(nextItem)"
      let time = time ?? clock
      rooms[room]?.items[id] = Item(
        id: id,
        created: time,
        modified: time,
        author: author,
        content: content
      )
      return id
    }

    package mutating func change(_ id: String, _ body: (inout Item) -> Void) {
      for room in rooms.keys {
        guard var item = rooms[room]?.items[id] else { continue }
        body(&item)
        rooms[room]?.items[id] = item
      }
    }

    package mutating func edit(_ id: String, _ content: String) {
      let clock = clock
      change(id) {
        $0.content = content
        $0.state = "EDITED"
        $0.modified = clock
      }
    }
  }

  package let state = Mutex(State())

  package func with<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
    try state.withLock { state in try body(&state) }
  }

  package init() {}

  /// Answers a GET.
  ///
  /// - Parameters:
  ///   - target: The path and query behind the base URL's `/rest/v2/`.
  ///   - user: The token that came along, which is the user's id.
  /// - Returns: The status and the body.
  package func answer(_ target: String, token user: String) -> (status: Int, body: [UInt8]) {
    guard let parts = URLComponents(string: target) else { return (400, []) }
    return with { state in
      state.meddle?(&state)
      let words = parts.path.split(separator: "/").map(String.init)
      let query = Dictionary(
        (parts.queryItems ?? []).map { ($0.name, $0.value ?? "") },
        uniquingKeysWith: { $1 }
      )
      if let place = state.failures.firstIndex(where: {
        parts.path.contains($0.path) && $0.times > 0
      }) {
        state.failures[place].times -= 1
        return (state.failures[place].status, [])
      }
      guard !user.isEmpty, user != "expired" else { return (401, []) }
      guard let answer = Self.answer(words, query, user, &state) else {
        return (400, Array(#"{"message":"refused"}"#.utf8))
      }
      return (200, Array((try? JSONSerialization.data(withJSONObject: answer)) ?? Data()))
    }
  }

  private static func answer(
    _ words: [String],
    _ query: [String: String],
    _ user: String,
    _ state: inout State
  ) -> Any? {
    func visible(_ id: String) -> Room? {
      state.rooms[id].flatMap { $0.members.contains(user) ? $0 : nil }
    }
    func count(_ operation: String) { state.asked[operation, default: 0] += 1 }
    switch words {
    case ["users", "profile"]: return ["userId": user, "displayName": state.name(of: user)]
    case ["users", "labels"]:
      return (state.labels[user] ?? [:]).keys.sorted().map { ["labelId": $0, "value": $0] }
    case ["conversations", "favorite"]: return state.favorites[user] ?? []
    case ["conversations", "messages", "flag"]:
      return (state.flags[user] ?? []).sorted().map { ["itemId": $0, "convId": "room"] }
    case ["conversations", "community"]: return [Any]()
    case ["conversations"]:
      count("conversations")
      let list = page(
        state.rooms.filter { $0.value.members.contains(user) }.map { ($0.key, $0.value.modified) },
        query,
        state
      )
      return list.compactMap { id in state.rooms[id].map { describe(id, $0) } }
    default: break
    }
    if words.count == 2, words[0] == "users" {
      count("user")
      return words[1].hasPrefix("nobody")
        ? nil : ["userId": words[1], "displayName": state.name(of: words[1])]
    }
    guard words.first == "conversations", words.count >= 2 else { return nil }
    if words[1] == "label", words.count == 3 {
      let list = (state.labels[user]?[words[2]] ?? []).compactMap { id in
        state.rooms[id].map { describe(id, $0) }
      }
      return ["conversationList": list, "hasMore": false]
    }
    guard let room = visible(words[1]) else { return nil }
    if words.count == 2 { return describe(words[1], room) }
    switch words[2] {
    case "items":
      count("items")
      let ids = page(room.items.values.map { ($0.id, $0.modified) }, query, state)
      return ids.compactMap { id in room.items[id].map { describe($0, in: words[1]) } }
    case "pins":
      count("pins")
      return room.pins.map {
        ["conversationId": words[1], "conversationItemId": $0, "pinnedTime": 5] as [String: Any]
      }
    case "participants":
      count("participants")
      return ["participantList": room.members.map { ["userId": $0] }, "hasMore": false]
    default: return nil
    }
  }

  private static func page(
    _ things: [(String, Int64)],
    _ query: [String: String],
    _ state: State
  ) -> [String] {
    let moment =
      query["modTime"].flatMap { try? Date($0, strategy: isoDate) }
      .map { Int64(($0.timeIntervalSince1970 * 1000).rounded()) } ?? state.clock
    let size = Int(query["results"] ?? "25") ?? 25
    return Array(Self.nearest(things, moment, query["direction"], state).prefix(size))
  }

  private static func nearest(
    _ things: [(String, Int64)],
    _ moment: Int64,
    _ direction: String?,
    _ state: State
  ) -> [String] {
    if direction == "AFTER" {
      return things.filter { state.isInclusive ? $0.1 >= moment : $0.1 > moment }
        .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    }
    return things.filter { state.isInclusive ? $0.1 <= moment : $0.1 < moment }
      .sorted { ($0.1, $0.0) > ($1.1, $1.0) }.map(\.0)
  }

  private static let isoDate = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  private static func describe(_ id: String, _ room: Room) -> [String: Any] {
    [
      "convId": id, "type": room.type, "topic": room.topic, "modificationTime": room.modified,
      "participants": room.type == "LARGE" ? Array(room.members.prefix(1)) : room.members,
    ]
  }

  private static func describe(_ item: Item, in room: String) -> [String: Any] {
    var text: [String: Any] = [
      "content": item.content, "contentType": "PLAIN", "state": item.state,
      "likedUserIds": item.likes,
    ]
    text["parentId"] = item.parent
    return [
      "itemId": item.id, "convId": room, "type": "TEXT", "creatorId": item.author,
      "creationTime": item.created, "modificationTime": item.modified, "text": text,
    ]
  }
}
