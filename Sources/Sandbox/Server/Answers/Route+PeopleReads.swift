extension Route {
  static let peopleReads = [
    Route("GET", "/users/profile", "getProfile", Scope.people) {
      (state, call) throws(SandboxRefusal) in state.json(user: call.viewer.user)
    },
    Route("GET", "/users/list", "searchUsersList", Scope.people) {
      (state, call) throws(SandboxRefusal) in
      _ = try call.required("name")
      let names = call.parameters.values("name")
      return JSON.list(names.flatMap { state.users(called: $0) }.map { state.json(user: $0) })
    },
    Route("GET", "/users/labels", "getLabel", Scope.people) {
      (state, call) throws(SandboxRefusal) in
      JSON.list((state.marks[call.viewer.user]?.labels ?? []).map(\.json))
    },
    Route("GET", "/users/{id}", "getUserById", Scope.people) {
      (state, call) throws(SandboxRefusal) in
      guard let user = state.user(call.part("id")), state.users[user].json != nil else {
        throw SandboxRefusal(status: 404, "the user does not exist")
      }
      return state.json(user: user)
    },
    Route(
      "GET",
      "/conversations/{convId}/participants",
      "getParticipantsByConvId",
      Scope.read
    ) { (state, call) throws(SandboxRefusal) in try state.participants(call) },
  ]
}

extension TenantState {
  /// Users by id, e-mail address or display name.
  fileprivate func users(called name: String) -> [Int] {
    if let user = user(name) { return users[user].json == nil ? [] : [user] }
    return users.indices.filter {
      users[$0].object?.string("displayName")?.lowercased() == name.lowercased()
    }
  }

  /// A page of those who take part, in a list of its own as the reference has it.
  fileprivate func participants(_ call: Call) throws(SandboxRefusal) -> [UInt8] {
    let size = try call.integer("pageSize", default: 0, in: 1...1_000)
    guard size > 0 else { throw .constraint("pageSize") }
    let start = try call.integer("searchPointer", default: 0, in: 0...Int(Int32.max))
    let index = try visibleConversation(call.part("convId"), of: call.viewer)
    let name = call.parameters.first("name")?.lowercased()
    let type = call.parameters.first("type") ?? StoredUser.regular
    let all = conversations[index].participants.filter { user in
      guard users[user].type == type, let name else { return users[user].type == type }
      return users[user].object?.string("displayName")?.lowercased().contains(name) ?? false
    }
    let page = all.dropFirst(start).prefix(size)
    let hasMore = start + page.count < all.count
    let list = JSON.object([
      "participantList": JSON.list(page.map { users[$0].participant }),
      "hasMore": JSON.flag(hasMore),
      "searchPointer": hasMore ? JSON.string(String(start + page.count)) : nil,
    ])
    return JSON.list([list])
  }
}
