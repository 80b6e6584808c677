/// The tenant's own search: no ranking, no pages, at most 100 conversations and 100 items.
struct TenantSearch {
  private enum Target: String {
    case all = "ALL"
    case messages = "MESSAGES"
    case files = "FILES"
    case topics = "CONVERSATIONS"
    case people = "PEOPLE"
    case members = "MEMBERS"
    case senders = "SENTBY"
    case labels = "LABEL"
    case filter = "FILTER"
  }

  private static let limit = 100

  private let state: TenantState
  private let call: Call
  private let target: Target
  private let term: String
  private let wantsItems: Bool

  init(_ call: Call, _ state: TenantState) throws(SandboxRefusal) {
    self.call = call
    self.state = state
    term = try call.required("term").lowercased()
    wantsItems = try call.flag("includeItemIds")
    target = try call.choice("scope", default: .all)
    // The reference does not say how a filter is written.
    if target == .filter { throw .constraint("scope") }
  }

  /// A `ConversationSearchResult`.
  func answer() -> [UInt8] {
    var found: [[UInt8]] = []
    var left = Self.limit
    for index in state.own(call.viewer) where found.count < Self.limit {
      let items = itemsMatch ? matches(in: index, atMost: wantsItems ? left : 1) : []
      guard !items.isEmpty || conversationMatches(index) else { continue }
      left -= items.count
      let ids = wantsItems ? items.compactMap { state.items.object($0)?.string("itemId") } : []
      found.append(
        JSON.object([
          "convId": JSON.string(state.conversations[index].id), "itemIds": JSON.strings(ids),
        ])
      )
    }
    return JSON.object(["matchingConversations": JSON.list(found)])
  }

  private var itemsMatch: Bool { [.all, .messages, .files, .senders].contains(target) }

  /// The newest items of a conversation that match; at least one is looked for, so that its
  /// conversation is found after the item ids have run out.
  private func matches(in conversation: Int, atMost count: Int) -> [Int] {
    var found: [Int] = []
    for item in state.conversations[conversation].items.reversed() {
      guard let object = state.items.object(Int(item)), matches(object) else { continue }
      found.append(Int(item))
      if found.count >= max(1, count) { break }
    }
    return found
  }

  private func matches(_ item: JSONObject) -> Bool {
    if target == .all || target == .messages, let text = item.object("text"),
      has(text.string("content")) || has(text.string("subject"))
    {
      return true
    }
    if target == .all || target == .files,
      item.list("attachments").contains(where: {
        has(JSONObject(item.bytes, $0)?.string("fileName"))
      })
    {
      return true
    }
    guard target == .senders, let sender = item.string("creatorId").flatMap(state.user) else {
      return false
    }
    return isNamed(sender, term)
  }

  private func conversationMatches(_ index: Int) -> Bool {
    let conversation = state.conversations[index]
    let others = conversation.participants.filter { $0 != call.viewer.user }
    switch target {
    case .topics: return has(JSONObject(conversation.json)?.string("topic"))
    case .all:
      return has(JSONObject(conversation.json)?.string("topic"))
        || conversation.type == "DIRECT" && others.contains { isNamed($0, term) }
    case .people: return conversation.type == "DIRECT" && others.contains { isNamed($0, term) }
    case .members:
      let words = term.split(separator: " ").map(String.init)
      return conversation.type != "COMMUNITY"
        && words.allSatisfy { word in others.contains { isNamed($0, word) } }
    case .labels:
      let labels = state.marks[call.viewer.user]?.labels ?? []
      return labels.contains { has($0.value) && $0.conversations.contains(index) }
    case .messages, .files, .senders, .filter: return false
    }
  }

  private func has(_ text: String?) -> Bool { text?.lowercased().contains(term) ?? false }

  private func isNamed(_ user: Int, _ name: String) -> Bool {
    guard let object = state.users[user].object else { return false }
    return [object.string("displayName"), object.string("emailAddress")].contains {
      $0?.lowercased().contains(name) ?? false
    }
  }
}
