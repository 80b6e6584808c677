extension Route {
  static let messageWrites = [
    Route("POST", "/conversations/{convId}/messages", "addTextItem", Scope.create) {
      (state, call) throws(SandboxRefusal) in
      let index = try state.conversation(call.part("convId"), of: call.viewer)
      let item = state.post(call.text, in: index, by: call.viewer.user, at: call.now)
      return state.items.json(item)
    },
    Route(
      "POST",
      "/conversations/{convId}/messages/{itemId}",
      "addTextItemWithParent",
      Scope.create
    ) { (state, call) throws(SandboxRefusal) in
      let parent = try state.messageOfCall(call)
      let item = state.post(
        call.text,
        in: Int(state.items.entries[parent].conversation),
        by: call.viewer.user,
        parent: call.part("itemId"),
        at: call.now
      )
      return state.items.json(item)
    },
    Route("PUT", "/conversations/{convId}/messages/{itemId}", "updateTextItem", Scope.update) {
      (state, call) throws(SandboxRefusal) in
      let item = try state.messageOfCall(call)
      try state.edit(item, call.text, by: call.viewer.user, at: call.now)
      return state.items.json(item)
    },
    Route("DELETE", "/conversations/{convId}/messages/{itemId}", "deleteTextItem", Scope.delete) {
      (state, call) throws(SandboxRefusal) in
      let item = try state.messageOfCall(call)
      try state.delete(item, by: call.viewer.user, at: call.now)
      return state.items.json(item)
    },
    Route("POST", "/conversations/{convId}/messages/{itemId}/like", "likeItem", Scope.update) {
      (state, call) throws(SandboxRefusal) in try state.like(true, call)
    },
    Route("DELETE", "/conversations/{convId}/messages/{itemId}/like", "unlikeItem", Scope.update) {
      (state, call) throws(SandboxRefusal) in try state.like(false, call)
    },
    Route("POST", "/conversations/{convId}/messages/{itemId}/flag", "flagItem", Scope.organize) {
      (state, call) throws(SandboxRefusal) in try state.flag(true, call)
    },
    Route(
      "DELETE",
      "/conversations/{convId}/messages/{itemId}/flag",
      "unFlagItem",
      Scope.organize
    ) { (state, call) throws(SandboxRefusal) in try state.flag(false, call) },
    Route(
      "POST",
      "/conversations/{convId}/pins/{itemId}",
      "pinAConversation",
      Scope.read + Scope.manage
    ) { (state, call) throws(SandboxRefusal) in try state.pin(true, call) },
    Route(
      "DELETE",
      "/conversations/{convId}/pins/{itemId}",
      "unPinAConversation",
      Scope.read + Scope.manage
    ) { (state, call) throws(SandboxRefusal) in try state.pin(false, call) },
  ]
}

extension Call {
  fileprivate var text: MessageText {
    MessageText(
      content: parameters.first("content"),
      subject: parameters.first("subject"),
      formMetaData: parameters.first("formMetaData")
    )
  }
}

extension TenantState {
  /// The item that the path names, in the conversation that it names.
  fileprivate func messageOfCall(_ call: Call) throws(SandboxRefusal) -> Int {
    let index = try conversation(call.part("convId"), of: call.viewer)
    return try item(call.part("itemId"), in: index)
  }

  fileprivate mutating func like(_ isLiked: Bool, _ call: Call) throws(SandboxRefusal) -> [UInt8] {
    try setLike(isLiked, try messageOfCall(call), by: call.viewer.user, at: call.now)
    return []
  }

  fileprivate mutating func flag(_ isFlagged: Bool, _ call: Call) throws(SandboxRefusal) -> [UInt8]
  {
    setFlag(isFlagged, try messageOfCall(call), by: call.viewer.user)
    return []
  }

  fileprivate mutating func pin(_ isPinned: Bool, _ call: Call) throws(SandboxRefusal) -> [UInt8] {
    let item = try messageOfCall(call)
    setPin(isPinned, item, at: call.now)
    return json(conversation: Int(items.entries[item].conversation), call)
  }
}
