extension Route {
  static let conversationWrites =
    creations + renames("group", "Group", "GROUP") + renames("community", "Community", "COMMUNITY")
    + [
      Route(
        "POST",
        "/conversations/community/{convId}/join",
        "joinCommunityConversation",
        Scope.manage
      ) { (state, call) throws(SandboxRefusal) in
        let index = try state.typed("COMMUNITY", call)
        guard !state.conversations[index].participants.contains(call.viewer.user) else {
          throw SandboxRefusal(status: 400, "the user is a member of the community already")
        }
        let user = call.viewer.user
        state.addParticipants([user], to: index, by: user, at: call.now)
        return state.json(conversation: index, call)
      }
    ]

  private static let creations = [
    Route("POST", "/conversations/direct", "createDirectConversation", Scope.manage) {
      (state, call) throws(SandboxRefusal) in
      let other = try state.other(try call.required("participant"), than: call.viewer)
      let user = call.viewer.user
      if let index = state.direct(user, other) {
        var conflict = SandboxRefusal(status: 409, "a conversation already exists")
        conflict.body = state.json(conversation: index, call)
        throw conflict
      }
      let index = state.create("DIRECT", topic: nil, by: user, with: [other], at: call.now)
      return state.json(conversation: index, call)
    },
    Route("POST", "/conversations/group", "createGroupConversation", Scope.manage) {
      (state, call) throws(SandboxRefusal) in
      let others = try state.users(call)
      let index = state.create(
        "GROUP",
        topic: call.parameters.first("topic"),
        by: call.viewer.user,
        with: others,
        at: call.now
      )
      return state.json(conversation: index, call)
    },
    Route("POST", "/conversations/community", "createCommunityConversation", Scope.manage) {
      (state, call) throws(SandboxRefusal) in
      let topic = try call.required("topic")
      let others = call.parameters.list("participants").isEmpty ? [] : try state.users(call)
      let index = state.create(
        "COMMUNITY",
        topic: topic,
        description: call.parameters.first("description"),
        by: call.viewer.user,
        with: others,
        at: call.now
      )
      return state.json(conversation: index, call)
    },
  ]

  /// What groups and communities have alike: the update, and who takes part.
  private static func renames(_ segment: String, _ name: String, _ type: String) -> [Route] {
    let path = "/conversations/\(segment)/{convId}"
    return [
      Route("PUT", path, "updateConversation\(name)", Scope.manage) {
        (state, call) throws(SandboxRefusal) in
        let index = try state.own(type, call)
        state.rename(
          index,
          topic: call.parameters.first("topic"),
          description: type == "COMMUNITY" ? call.parameters.first("description") : nil,
          by: call.viewer.user,
          at: call.now
        )
        return state.json(conversation: index, call)
      },
      Route("POST", "\(path)/participants", "addParticipant\(name)", Scope.manage) {
        (state, call) throws(SandboxRefusal) in
        let index = try state.own(type, call)
        let added = try state.users(call)
        state.addParticipants(added, to: index, by: call.viewer.user, at: call.now)
        return state.json(conversation: index, call)
      },
      Route("DELETE", "\(path)/participants", "removeParticipant\(name)", Scope.manage) {
        (state, call) throws(SandboxRefusal) in
        let index = try state.own(type, call)
        let removed = try state.users(call)
        try state.removeParticipants(removed, from: index, by: call.viewer.user, at: call.now)
        return state.json(conversation: index, call)
      },
    ]
  }
}

extension TenantState {
  /// The conversation that the path names, of a type.
  fileprivate func typed(_ type: String, _ call: Call) throws(SandboxRefusal) -> Int {
    guard let index = conversationIndices[call.part("convId")] else { throw .noConversation }
    guard conversations[index].type == type else { throw .wrongType(type) }
    return index
  }

  /// The same, and the viewer takes part in it.
  fileprivate func own(_ type: String, _ call: Call) throws(SandboxRefusal) -> Int {
    _ = try typed(type, call)
    return try conversation(call.part("convId"), of: call.viewer)
  }

  /// The users that `participants` names.
  fileprivate func users(_ call: Call) throws(SandboxRefusal) -> [Int] {
    var found: [Int] = []
    for name in try call.requiredList("participants") { found.append(try knownUser(named: name)) }
    return found
  }
}
