extension APIRequest where Answer == RecordList<Conversation> {
  /// Conversations of the token's user, by the time of their last change (`getConversations`).
  ///
  /// - Parameters:
  ///   - modTime: Where the page begins, in ms since 1970 UTC; nil for the server's present time.
  ///   - direction: Which way it goes from there.
  ///   - results: Most conversations to give, up to `APILimit.results`.
  /// - Returns: The question.
  public static func conversations(
    modTime: Int64? = nil,
    direction: PageDirection = .before,
    results: Int = APILimit.results
  ) -> Self {
    list(
      "getConversations",
      RequestTarget("conversations").with("modTime", time: modTime)
        .with("direction", direction.rawValue).with("results", results)
    )
  }

  /// Communities of the tenant (`getCommunityConversations`).
  ///
  /// - Parameters:
  ///   - sort: What they are sorted by.
  ///   - order: Which end comes first.
  ///   - includeOwn: Whether those that the token's user is in are among them.
  ///   - startIndex: How many to pass over, up to `APILimit.startIndex`.
  ///   - results: Most communities to give, up to `APILimit.results`.
  /// - Returns: The question.
  public static func communities(
    sort: CommunitySort = .alphabetically,
    order: ListOrder = .ascending,
    includeOwn: Bool = true,
    startIndex: Int = 0,
    results: Int = APILimit.results
  ) -> Self {
    list(
      "getCommunityConversations",
      RequestTarget("conversations", "community").with("sort", sort.rawValue)
        .with("order", order.rawValue).with("includeOwn", includeOwn)
        .with("startIndex", startIndex).with("results", results)
    )
  }

  /// Conversations by their ids (`getConversationsById`).
  ///
  /// - Parameter convIds: The ids; some tens at most, as all of them stand in the URL.
  /// - Returns: The question.
  public static func conversations(withIds convIds: [String]) -> Self {
    list(
      "getConversationsById",
      RequestTarget("conversations", "byIds").with("convIds", each: convIds)
    )
  }
}

extension APIRequest where Answer == Conversation {
  /// One conversation (`getConversationbyId`).
  ///
  /// - Parameter convId: The conversation.
  /// - Returns: The question.
  public static func conversation(_ convId: String) -> Self {
    object("getConversationbyId", RequestTarget("conversations", convId))
  }

  /// The direct conversation with a person (`getDirectConversation`).
  ///
  /// - Parameter participant: The person's user id or e-mail address.
  /// - Returns: The question.
  public static func directConversation(with participant: String) -> Self {
    object(
      "getDirectConversation",
      RequestTarget("conversations", "direct").with("participant", participant)
    )
  }

  /// The conversation that an invitation is for (`resolveInvitationToken`).
  ///
  /// - Parameter token: The invitation's token, which lets whoever has it in.
  /// - Returns: The question.
  public static func invitation(token: String) -> Self {
    object(
      "resolveInvitationToken",
      RequestTarget("conversations", "resolveinvitetoken").with("token", hidden: token)
    )
  }
}

extension APIRequest where Answer == RecordList<String> {
  /// The ids of the favourite conversations of the token's user (`getFavoriteConversations`).
  ///
  /// - Returns: The question.
  public static func favorites() -> Self {
    let target = RequestTarget("conversations", "favorite")
    return Self("getFavoriteConversations", scope: Scope.conversations, target) {
      bytes,
      reading throws(DecodingProblem) in
      try RecordList(page: bytes, reading, decode: TextElement.decode)
    }
  }
}

extension APIRequest where Answer == PointedPage<Conversation> {
  /// Conversations that carry a label of the token's user (`getConversationsByLabel`).
  ///
  /// - Parameters:
  ///   - labelId: The label.
  ///   - pointer: Where the page before said that this one begins; nil for the first.
  ///   - pageSize: Most conversations to give.
  /// - Returns: The question.
  public static func conversations(
    labelled labelId: String,
    pointer: String? = nil,
    pageSize: Int = APILimit.results
  ) -> Self {
    let target = RequestTarget("conversations", "label", labelId)
      .with("nextPagePointer", pointer).with("pageSize", pageSize)
    return Self("getConversationsByLabel", scope: Scope.conversations, target) {
      bytes,
      reading throws(DecodingProblem) in
      try PointedPage(conversations: bytes, reading)
    }
  }
}

extension APIRequest where Answer == PointedPage<Participant> {
  /// Who takes part in a conversation (`getParticipantsByConvId`).
  ///
  /// - Parameters:
  ///   - convId: The conversation.
  ///   - pointer: Where the page before said that this one begins; nil for the first.
  ///   - pageSize: Most people to give.
  ///   - type: The type of participant; nil for the API's default, `REGULAR`.
  /// - Returns: The question.
  public static func participants(
    of convId: String,
    pointer: String? = nil,
    pageSize: Int = APILimit.results,
    type: String? = nil
  ) -> Self {
    let target = RequestTarget("conversations", convId, "participants")
      .with("pageSize", pageSize).with("type", type).with("searchPointer", pointer)
    return Self("getParticipantsByConvId", scope: Scope.conversations, target) {
      bytes,
      reading throws(DecodingProblem) in
      try PointedPage(participants: bytes, reading)
    }
  }
}

extension APIRequest where Answer == RecordList<ConversationMatch> {
  /// What the tenant's own search finds (`searchConversations`): 100 conversations at most.
  ///
  /// - Parameters:
  ///   - term: What to look for.
  ///   - scope: What to look at.
  ///   - includeItemIds: Whether to name items too, 100 at most.
  /// - Returns: The question.
  public static func search(
    _ term: String,
    scope: SearchScope = .all,
    includeItemIds: Bool = false
  ) -> Self {
    let target = RequestTarget("conversations", "search").with("term", term)
      .with("includeItemIds", includeItemIds).with("scope", scope.rawValue)
    return Self("searchConversations", scope: Scope.conversations, target) {
      bytes,
      reading throws(DecodingProblem) in
      try Envelope(bytes, list: "matchingConversations").records(reading)
    }
  }
}
