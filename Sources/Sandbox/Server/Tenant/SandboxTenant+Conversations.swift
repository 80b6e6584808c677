/// What people do with conversations, as the API would do it for them.
extension SandboxTenant {
  /// Adds a person, or changes one.
  ///
  /// - Parameters:
  ///   - id: The user's id.
  ///   - name: First and last name.
  ///   - address: The e-mail address.
  ///   - type: The user's type as the API names it.
  public func addUser(
    _ id: String,
    named name: String,
    address: String? = nil,
    type: String = "REGULAR"
  ) {
    let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
    let json = JSON.object([
      "userId": JSON.string(id),
      "displayName": JSON.string(name),
      "firstName": parts.first.map(JSON.string),
      "lastName": parts.dropFirst().first.map(JSON.string),
      "emailAddress": address.map(JSON.string),
      "userType": JSON.string(type),
      "userState": JSON.string("ACTIVE"),
    ])
    always { $0.add(user: StoredUser(id: id, json: json)) }
  }

  /// Makes a conversation, which begins with a SYSTEM item that says so.
  ///
  /// - Parameters:
  ///   - type: DIRECT, GROUP, COMMUNITY or LARGE.
  ///   - topic: Its name.
  ///   - user: The id of who makes it and takes part.
  ///   - others: The ids of who else takes part.
  /// - Returns: The conversation's id.
  /// - Throws: `SandboxRefusal` when a user is not there.
  @discardableResult
  public func createConversation(
    _ type: String,
    topic: String? = nil,
    by user: String,
    with others: [String] = []
  ) throws(SandboxRefusal) -> String {
    let now = clock.now
    return try withState { state throws(SandboxRefusal) in
      let creator = try state.knownUser(named: user)
      let indices = try state.users(named: others)
      let index = state.create(type, topic: topic, by: creator, with: indices, at: now)
      return state.conversations[index].id
    }
  }

  /// Gives a conversation another topic or description.
  ///
  /// - Parameters:
  ///   - conversation: The conversation's id.
  ///   - topic: The new topic; nil leaves it.
  ///   - description: The new description; nil leaves it.
  ///   - user: The id of who does it; one who takes part.
  /// - Throws: `SandboxRefusal` as the API would answer.
  public func rename(
    _ conversation: String,
    topic: String? = nil,
    description: String? = nil,
    by user: String
  ) throws(SandboxRefusal) {
    let now = clock.now
    try change(conversation, by: user) { state, index, user in
      state.rename(index, topic: topic, description: description, by: user, at: now)
    }
  }

  /// Lets a user join a community.
  ///
  /// - Parameters:
  ///   - conversation: The conversation's id.
  ///   - user: The user's id.
  /// - Throws: `SandboxRefusal` when the conversation or the user is not there.
  public func join(_ conversation: String, by user: String) throws(SandboxRefusal) {
    let now = clock.now
    try withState { state throws(SandboxRefusal) in
      guard let index = state.conversationIndices[conversation] else { throw .noConversation }
      let user = try state.knownUser(named: user)
      state.addParticipants([user], to: index, by: user, at: now)
    }
  }

  /// Lets users take part.
  ///
  /// - Parameters:
  ///   - others: Their ids.
  ///   - conversation: The conversation's id.
  ///   - user: The id of who does it; one who takes part.
  /// - Throws: `SandboxRefusal` as the API would answer.
  public func addParticipants(
    _ others: [String],
    to conversation: String,
    by user: String
  ) throws(SandboxRefusal) {
    let now = clock.now
    try change(conversation, by: user) { state, index, user throws(SandboxRefusal) in
      state.addParticipants(try state.users(named: others), to: index, by: user, at: now)
    }
  }

  /// Lets users no longer take part.
  ///
  /// - Parameters:
  ///   - others: Their ids.
  ///   - conversation: The conversation's id.
  ///   - user: The id of who does it; one who takes part.
  /// - Throws: `SandboxRefusal` as the API would answer.
  public func removeParticipants(
    _ others: [String],
    from conversation: String,
    by user: String
  ) throws(SandboxRefusal) {
    let now = clock.now
    try change(conversation, by: user) { state, index, user throws(SandboxRefusal) in
      let users = try state.users(named: others)
      try state.removeParticipants(users, from: index, by: user, at: now)
    }
  }

  /// Makes a conversation a user's favourite, or one no longer.
  ///
  /// - Parameters:
  ///   - isFavorite: Which.
  ///   - conversation: The conversation's id.
  ///   - user: The user's id.
  /// - Throws: `SandboxRefusal` as the API would answer.
  public func setFavorite(
    _ isFavorite: Bool,
    _ conversation: String,
    of user: String
  ) throws(SandboxRefusal) {
    try change(conversation, by: user) { state, index, user throws(SandboxRefusal) in
      try state.setFavorite(isFavorite, index, of: user)
    }
  }

  /// Puts a user's label on a conversation; the label is made if there is none of that value.
  ///
  /// - Parameters:
  ///   - value: The label's text.
  ///   - conversation: The conversation's id.
  ///   - user: The user's id.
  /// - Returns: The label's id.
  /// - Throws: `SandboxRefusal` as the API would answer.
  @discardableResult
  public func assignLabel(
    _ value: String,
    to conversation: String,
    by user: String
  ) throws(SandboxRefusal) -> String {
    try withState { state throws(SandboxRefusal) in
      let viewer = try state.viewer(user)
      let index = try state.conversation(conversation, of: viewer)
      return try state.assignLabel(value, to: index, by: viewer.user).id
    }
  }

  /// Takes a user's label off a conversation.
  ///
  /// - Parameters:
  ///   - label: The label's id or text.
  ///   - conversation: The conversation's id.
  ///   - user: The user's id.
  /// - Throws: `SandboxRefusal` as the API would answer.
  public func unassignLabel(
    _ label: String,
    from conversation: String,
    by user: String
  ) throws(SandboxRefusal) {
    try change(conversation, by: user) { state, index, user throws(SandboxRefusal) in
      _ = try state.unassignLabel(label, from: index, by: user)
    }
  }

  private func change(
    _ conversation: String,
    by user: String,
    _ body: (inout TenantState, Int, Int) throws(SandboxRefusal) -> Void
  ) throws(SandboxRefusal) {
    try withState { state throws(SandboxRefusal) in
      let viewer = try state.viewer(user)
      try body(&state, try state.conversation(conversation, of: viewer), viewer.user)
    }
  }
}
