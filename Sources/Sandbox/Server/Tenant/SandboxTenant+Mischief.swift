/// What no client of the API can do, and tests need.
extension SandboxTenant {
  /// Takes an item away without a trace.
  ///
  /// - Parameter item: The item's id.
  /// - Throws: `SandboxRefusal` when there is no such item.
  public func vanish(_ item: String) throws(SandboxRefusal) {
    try change(item) { state, index throws(SandboxRefusal) in state.vanish(index) }
  }

  /// Posts many messages within one millisecond.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - conversation: The conversation's id.
  ///   - user: The id of who posts; one who takes part.
  ///   - time: The millisecond, since 1970 UTC; nil for the clock's.
  /// - Returns: The new items' ids.
  /// - Throws: `SandboxRefusal` as the API would answer.
  @discardableResult
  public func post(
    count: Int,
    in conversation: String,
    by user: String,
    at time: Int? = nil
  ) throws(SandboxRefusal) -> [String] {
    let time = time ?? clock.now
    return try withState { state throws(SandboxRefusal) in
      let viewer = try state.viewer(user)
      let index = try state.conversation(conversation, of: viewer)
      return (0..<count).map { number in
        let text = MessageText(content: "one of many, number \(number + 1)")
        let item = state.post(text, in: index, by: viewer.user, at: time)
        return state.id(ofItem: item)
      }
    }
  }

  /// Adds an item that is JSON already, whatever it is, in place of one with the same id.
  ///
  /// - Parameter json: The item with at least `itemId` and the `convId` of a conversation.
  /// - Throws: `SandboxRefusal` when these are missing.
  public func insert(json: String) throws(SandboxRefusal) {
    let bytes = Array(json.utf8)
    guard let object = JSONObject(bytes), let id = object.string("itemId") else { throw .noItem }
    let modified = object.integer("modificationTime") ?? object.integer("creationTime") ?? 0
    try withState { state throws(SandboxRefusal) in
      guard let index = object.string("convId").flatMap({ state.conversationIndices[$0] }) else {
        throw .noConversation
      }
      state.insert(bytes, id: id, in: index, modified: modified)
    }
  }

  /// Takes a conversation from a user's sight without a trace in it.
  ///
  /// - Parameters:
  ///   - conversation: The conversation's id.
  ///   - user: The user's id.
  ///   - status: What questions about it are answered with from now on: 400 or 403.
  /// - Throws: `SandboxRefusal` when the conversation or the user is not there.
  public func lose(
    _ conversation: String,
    for user: String,
    status: Int = 400
  ) throws(SandboxRefusal) {
    try setLoss(conversation, user, status)
  }

  /// Gives a lost conversation back.
  ///
  /// - Parameters:
  ///   - conversation: The conversation's id.
  ///   - user: The user's id.
  /// - Throws: `SandboxRefusal` when the conversation or the user is not there.
  public func regain(_ conversation: String, for user: String) throws(SandboxRefusal) {
    try setLoss(conversation, user, nil)
  }

  /// Whether a like gives the item a new modification time.
  public var likesTouchItems: Bool {
    get { always { $0.likesTouchItems } }
    set { always { $0.likesTouchItems = newValue } }
  }

  private func setLoss(
    _ conversation: String,
    _ user: String,
    _ status: Int?
  ) throws(SandboxRefusal) {
    try withState { state throws(SandboxRefusal) in
      guard let index = state.conversationIndices[conversation] else { throw .noConversation }
      let user = try state.knownUser(named: user)
      state.losses[TenantState.Loss(user: user, conversation: index)] = status
    }
  }
}
