extension TenantState {
  private enum Sort: String {
    case name = "ALPHABETICALLY"
    case activity = "RECENT_ACTIVITY"
    case popularity = "POPULARITY"
  }
  private enum Order: String {
    case ascending = "ASCENDING"
    case descending = "DESCENDING"
  }

  /// The communities of the tenant, of which a list shows the first 355 of each sort and order.
  func communities(_ call: Call) throws(SandboxRefusal) -> [UInt8] {
    let sort: Sort = try call.choice("sort", default: .name)
    let order: Order = try call.choice("order", default: .ascending)
    let includesOwn = try call.flag("includeOwn")
    let start = try call.integer("startIndex", default: 0, in: 0...255)
    let results = try call.integer("results", default: 25, in: 1...100)
    let listed = conversations.indices.filter { index in
      conversations[index].type == "COMMUNITY"
        && losses[Loss(user: call.viewer.user, conversation: index)] == nil
        && (includesOwn || !takesPart(call.viewer, in: index))
    }
    var sorted = listed.map { (index: $0, key: key($0, sort)) }
    // A total order, so that two requests agree.
    sorted.sort { $0.key == $1.key ? $0.index < $1.index : $0.key < $1.key }
    if order == .descending { sorted.reverse() }
    return json(conversations: sorted.dropFirst(start).prefix(results).map(\.index), call)
  }

  private struct Key: Comparable {
    var text = ""
    var number = 0

    static func < (one: Key, other: Key) -> Bool {
      one.text == other.text ? one.number < other.number : one.text < other.text
    }
  }

  private func key(_ index: Int, _ sort: Sort) -> Key {
    switch sort {
    case .name:
      Key(text: JSONObject(conversations[index].json)?.string("topic")?.lowercased() ?? "")
    case .activity:
      Key(
        number: max(
          conversations[index].modified,
          conversations[index].items.last.map { items.entries[Int($0)].modified } ?? 0
        )
      )
    case .popularity: Key(number: conversations[index].participants.count)
    }
  }
}
