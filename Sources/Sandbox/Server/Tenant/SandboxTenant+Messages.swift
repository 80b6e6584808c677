/// What people write, as the API would do it for them.
extension SandboxTenant {
  /// Posts a message.
  ///
  /// - Parameters:
  ///   - content: Its rich text.
  ///   - conversation: The conversation's id.
  ///   - user: The id of who posts; one who takes part.
  ///   - subject: Its subject.
  ///   - parent: The id of the message that it replies to.
  /// - Returns: The new item's id.
  /// - Throws: `SandboxRefusal` as the API would answer.
  @discardableResult
  public func post(
    _ content: String,
    in conversation: String,
    by user: String,
    subject: String? = nil,
    parent: String? = nil
  ) throws(SandboxRefusal) -> String {
    let now = clock.now
    return try withState { state throws(SandboxRefusal) in
      let viewer = try state.viewer(user)
      let index = try state.conversation(conversation, of: viewer)
      if let parent { _ = try state.item(parent, in: index) }
      let text = MessageText(content: content, subject: subject)
      // In two steps: the state that is asked for the id is the one after the post.
      let item = state.post(text, in: index, by: viewer.user, parent: parent, at: now)
      return state.id(ofItem: item)
    }
  }

  /// Edits a message, in its creator's name.
  ///
  /// - Parameters:
  ///   - item: The item's id.
  ///   - content: Its new rich text; nil leaves it.
  ///   - subject: Its new subject; nil leaves it.
  ///   - time: Its new modification time, in ms since 1970 UTC; nil for the clock's.
  /// - Throws: `SandboxRefusal` as the API would answer.
  public func edit(
    _ item: String,
    content: String? = nil,
    subject: String? = nil,
    at time: Int? = nil
  ) throws(SandboxRefusal) {
    let time = time ?? clock.now
    try change(item) { state, index throws(SandboxRefusal) in
      try state.edit(index, MessageText(content: content, subject: subject), by: nil, at: time)
    }
  }

  /// Deletes a message, in its creator's name: it stays, what it said goes.
  ///
  /// - Parameter item: The item's id.
  /// - Throws: `SandboxRefusal` as the API would answer.
  public func delete(_ item: String) throws(SandboxRefusal) {
    let now = clock.now
    try change(item) { state, index throws(SandboxRefusal) in
      try state.delete(index, by: nil, at: now)
    }
  }

  /// Likes a message.
  ///
  /// - Parameters:
  ///   - item: The item's id.
  ///   - user: The id of who likes it.
  /// - Throws: `SandboxRefusal` as the API would answer.
  public func like(_ item: String, by user: String) throws(SandboxRefusal) {
    try setLike(true, item, by: user)
  }

  /// Likes a message no longer.
  ///
  /// - Parameters:
  ///   - item: The item's id.
  ///   - user: The id of who liked it.
  /// - Throws: `SandboxRefusal` as the API would answer.
  public func unlike(_ item: String, by user: String) throws(SandboxRefusal) {
    try setLike(false, item, by: user)
  }

  /// Flags an item.
  ///
  /// - Parameters:
  ///   - item: The item's id.
  ///   - user: The id of who flags it.
  /// - Throws: `SandboxRefusal` as the API would answer.
  public func flag(_ item: String, by user: String) throws(SandboxRefusal) {
    try mark(item, by: user) { $0.setFlag(true, $1, by: $2) }
  }

  /// Flags an item no longer.
  ///
  /// - Parameters:
  ///   - item: The item's id.
  ///   - user: The id of who flagged it.
  /// - Throws: `SandboxRefusal` as the API would answer.
  public func unflag(_ item: String, by user: String) throws(SandboxRefusal) {
    try mark(item, by: user) { $0.setFlag(false, $1, by: $2) }
  }

  /// Pins an item in its conversation.
  ///
  /// - Parameter item: The item's id.
  /// - Throws: `SandboxRefusal` when there is no such item.
  public func pin(_ item: String) throws(SandboxRefusal) {
    let now = clock.now
    try change(item) { state, index throws(SandboxRefusal) in state.setPin(true, index, at: now) }
  }

  /// Changes an item.
  func change(
    _ item: String,
    _ body: (inout TenantState, Int) throws(SandboxRefusal) -> Void
  ) throws(SandboxRefusal) {
    try withState { state throws(SandboxRefusal) in
      guard let index = state.items.index(of: item) else { throw .noItem }
      try body(&state, index)
    }
  }

  private func setLike(_ isLiked: Bool, _ item: String, by user: String) throws(SandboxRefusal) {
    let now = clock.now
    try mark(item, by: user) { state, index, user throws(SandboxRefusal) in
      try state.setLike(isLiked, index, by: user, at: now)
    }
  }

  private func mark(
    _ item: String,
    by user: String,
    _ body: (inout TenantState, Int, Int) throws(SandboxRefusal) -> Void
  ) throws(SandboxRefusal) {
    try withState { state throws(SandboxRefusal) in
      let viewer = try state.viewer(user)
      try body(&state, try state.item(item, of: viewer), viewer.user)
    }
  }
}
