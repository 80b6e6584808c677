import Foundation
import Index
import Synchronization

@testable import Circuit
@testable import Ingest

/// A small platform in memory, behind the client's transport: what engine tests need and no HTTP.
final class FakePlatform: Transport {
  struct Item {
    var id: String
    var created: Int64
    var modified: Int64
    var author: String
    var content: String
    var state = "CREATED"
    var likes: [String] = []
    var parent: String?
  }

  struct Room {
    var type = "GROUP"
    var topic: String
    var modified: Int64
    var members: [String]
    var items: [String: Item] = [:]
    var pins: [String] = []
  }

  struct State {
    var clock: Int64 = 1_700_000_000_000
    var rooms: [String: Room] = [:]
    var flags: [String: Set<String>] = [:]
    var favorites: [String: [String]] = [:]
    var labels: [String: [String: [String]]] = [:]
    var isInclusive = false
    /// Requests by operation.
    var asked: [String: Int] = [:]
    var nextItem = 0
    /// Fails requests whose path contains the text, so many times, with this status.
    var failures: [(path: String, status: Int, times: Int)] = []
    /// Called before each answer.
    var meddle: (@Sendable (inout State) -> Void)?

    mutating func post(_ room: String, by author: String, _ content: String, at time: Int64? = nil)
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

    mutating func change(_ id: String, _ body: (inout Item) -> Void) {
      for room in rooms.keys {
        guard var item = rooms[room]?.items[id] else { continue }
        body(&item)
        rooms[room]?.items[id] = item
      }
    }

    mutating func edit(_ id: String, _ content: String) {
      let clock = clock
      change(id) {
        $0.content = content
        $0.state = "EDITED"
        $0.modified = clock
      }
    }
  }

  let state = Mutex(State())

  func with<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
    try state.withLock { state in try body(&state) }
  }

  func perform(
    _ request: HTTPRequest,
    isStopped: @Sendable () -> Bool
  ) throws(TransportError) -> HTTPResponse {
    guard let parts = URLComponents(string: request.url) else { return HTTPResponse(status: 400) }
    let user = (request.authorization?.revealed ?? "").replacing("Bearer ", with: "")
    return with { state in
      state.meddle?(&state)
      let path = parts.path.replacing("/rest/v2/", with: "")
      let words = path.split(separator: "/").map(String.init)
      let query = Dictionary(
        (parts.queryItems ?? []).map { ($0.name, $0.value ?? "") },
        uniquingKeysWith: { $1 }
      )
      if let place = state.failures.firstIndex(where: { path.contains($0.path) && $0.times > 0 }) {
        state.failures[place].times -= 1
        return HTTPResponse(status: state.failures[place].status)
      }
      guard !user.isEmpty, user != "expired" else { return HTTPResponse(status: 401) }
      guard let answer = Self.answer(words, query, user, &state) else {
        return HTTPResponse(status: 400, body: Array(#"{"message":"refused"}"#.utf8))
      }
      let body = (try? JSONSerialization.data(withJSONObject: answer)) ?? Data()
      return HTTPResponse(status: 200, body: Array(body))
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
    case ["users", "profile"]: return ["userId": user, "displayName": user.capitalized]
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
        ? nil : ["userId": words[1], "displayName": words[1].capitalized]
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
    if query["direction"] == "AFTER" {
      return things.filter { state.isInclusive ? $0.1 >= moment : $0.1 > moment }
        .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(size).map(\.0)
    }
    return things.filter { state.isInclusive ? $0.1 <= moment : $0.1 < moment }
      .sorted { ($0.1, $0.0) > ($1.1, $1.0) }.prefix(size).map(\.0)
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
