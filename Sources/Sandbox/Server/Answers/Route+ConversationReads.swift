extension Route {
  static let conversationReads = [
    Route("GET", "/conversations", "getConversations", Scope.read) {
      (state, call) throws(SandboxRefusal) in try state.ownConversations(call)
    },
    Route("GET", "/conversations/community", "getCommunityConversations", Scope.read) {
      (state, call) throws(SandboxRefusal) in try state.communities(call)
    },
    Route("GET", "/conversations/byIds", "getConversationsById", Scope.read) {
      (state, call) throws(SandboxRefusal) in
      let indices = try call.requiredList("convIds").compactMap {
        try? state.visibleConversation($0, of: call.viewer)
      }
      return state.json(conversations: indices, call)
    },
    Route("GET", "/conversations/{convId}", "getConversationbyId", Scope.read) {
      (state, call) throws(SandboxRefusal) in
      let index = try state.visibleConversation(call.part("convId"), of: call.viewer)
      return state.json(conversation: index, call)
    },
    Route("GET", "/conversations/direct", "getDirectConversation", Scope.read) {
      (state, call) throws(SandboxRefusal) in
      let other = try state.other(try call.required("participant"), than: call.viewer)
      guard let index = state.direct(call.viewer.user, other) else { throw .noConversation }
      return state.json(conversation: index, call)
    },
    Route("GET", "/conversations/favorite", "getFavoriteConversations", Scope.read) {
      (state, call) throws(SandboxRefusal) in
      let favorites = state.marks[call.viewer.user]?.favorites ?? []
      let own = favorites.filter { state.takesPart(call.viewer, in: $0) }
      return JSON.strings(own.map { state.conversations[$0].id })
    },
    Route("GET", "/conversations/label/{labelId}", "getConversationsByLabel", Scope.read) {
      (state, call) throws(SandboxRefusal) in try state.labelled(call)
    },
    Route("GET", "/conversations/resolveinvitetoken", "resolveInvitationToken", Scope.read) {
      (state, call) throws(SandboxRefusal) in
      let token = try call.required("token")
      guard token.hasPrefix(TenantState.invitation),
        let index = try? state.conversation(
          String(token.dropFirst(TenantState.invitation.count)),
          of: call.viewer
        )
      else {
        throw SandboxRefusal(status: 404, "the token does not exist or you are not member")
      }
      return state.json(conversation: index, call)
    },
    Route("GET", "/conversations/search", "searchConversations", Scope.read) {
      (state, call) throws(SandboxRefusal) in
      try TenantSearch(call, state).answer()
    },
  ]
}

extension TenantState {
  /// An invitation token is this and the conversation's id.
  static let invitation = "invite-"

  /// The user of a name, who must not be the viewer.
  func other(_ name: String, than viewer: Viewer) throws(SandboxRefusal) -> Int {
    let user = try knownUser(named: name)
    guard user != viewer.user else {
      throw SandboxRefusal(status: 400, "the user is the same who initiates the request")
    }
    return user
  }

  /// The conversation that two users have with each other.
  func direct(_ one: Int, _ other: Int) -> Int? {
    conversations.firstIndex {
      $0.type == "DIRECT" && $0.participants.contains(one) && $0.participants.contains(other)
        && losses[Loss(user: one, conversation: conversationIndices[$0.id] ?? 0)] == nil
    }
  }

  fileprivate func ownConversations(_ call: Call) throws(SandboxRefusal) -> [UInt8] {
    let page = try call.page()
    let own = own(call.viewer).sorted { one, other in
      let (first, second) = (conversations[one].modified, conversations[other].modified)
      return first == second ? one < other : first < second
    }
    let indices = page.indices(own.count, call.paging) { conversations[own[$0]].modified }
    return json(conversations: indices.map { own[$0] }, call)
  }

  fileprivate func labelled(_ call: Call) throws(SandboxRefusal) -> [UInt8] {
    let labels = marks[call.viewer.user]?.labels ?? []
    let size = try call.integer("pageSize", default: 25, in: 1...100)
    guard let label = labels.first(where: { $0.id == call.part("labelId") }) else {
      throw SandboxRefusal(status: 400, "the label does not exist")
    }
    let start = try call.integer("nextPagePointer", default: 0, in: 0...Int(Int32.max))
    let own = label.conversations.filter { takesPart(call.viewer, in: $0) }
    let page = own.dropFirst(start).prefix(size)
    let hasMore = start + page.count < own.count
    return JSON.object([
      "conversationList": json(conversations: page, call),
      "hasMore": JSON.flag(hasMore),
      "nextPagePointer": hasMore ? JSON.string(String(start + page.count)) : nil,
    ])
  }
}
