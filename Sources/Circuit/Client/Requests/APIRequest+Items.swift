extension APIRequest where Answer == ItemPage {
  /// A page of a conversation's items by the time of their last change (`getConversationItems`).
  ///
  /// Whether an item that changed at `modTime` itself belongs to the page is not documented.
  ///
  /// - Parameters:
  ///   - convId: The conversation.
  ///   - modTime: Where the page begins, in ms since 1970 UTC; nil for the server's present time.
  ///   - direction: Which way it goes from there.
  ///   - results: Most items to give, up to `APILimit.results`.
  /// - Returns: The question.
  public static func conversationItems(
    of convId: String,
    modTime: Int64?,
    direction: PageDirection = .before,
    results: Int = APILimit.results
  ) -> Self {
    let target = RequestTarget("conversations", convId, "items").with("modTime", time: modTime)
      .with("direction", direction.rawValue).with("results", results)
    return Self("getConversationItems", scope: Scope.conversations, target) {
      bytes,
      reading throws(DecodingProblem) in
      try ItemPage(page: bytes, reading)
    }
  }

  /// One item, whatever conversation it is in (`getSingleConversationtem`).
  ///
  /// - Parameter itemId: The item.
  /// - Returns: The question; its answer holds one item.
  public static func item(_ itemId: String) -> Self {
    let target = RequestTarget("conversations", "messages", itemId)
    return Self("getSingleConversationtem", scope: Scope.conversations, target) {
      bytes,
      reading throws(DecodingProblem) in
      try ItemPage(item: bytes, reading)
    }
  }
}

extension APIRequest where Answer == RecordList<ItemReference> {
  /// All that the token's user has flagged (`getFlagItemConv`), which can be a lot.
  ///
  /// - Returns: The question.
  public static func flaggedItems() -> Self {
    list("getFlagItemConv", RequestTarget("conversations", "messages", "flag"))
  }

  /// What the token's user has flagged in a conversation (`getFlagItem`).
  ///
  /// - Parameter convId: The conversation.
  /// - Returns: The question.
  public static func flaggedItems(in convId: String) -> Self {
    list("getFlagItem", RequestTarget("conversations", convId, "messages", "flag"))
  }
}

extension APIRequest where Answer == RecordList<PinRecord> {
  /// What is pinned in a conversation (`getPinnedConversations`).
  ///
  /// - Parameter convId: The conversation.
  /// - Returns: The question. A pin that does not repeat its conversation's id is refused.
  public static func pins(in convId: String) -> Self {
    list("getPinnedConversations", RequestTarget("conversations", convId, "pins"))
  }
}
