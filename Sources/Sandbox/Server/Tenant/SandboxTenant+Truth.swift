internal import Synchronization

/// What is true, for tests that compare a client's view with it.
extension SandboxTenant {
  /// The ids of all conversations, or of those that a user takes part in.
  ///
  /// - Parameter user: The user's id; nil for all conversations.
  /// - Returns: The ids, in the order in which the conversations came to be known.
  /// - Throws: `SandboxRefusal` when the user is not there.
  public func conversationIds(of user: String? = nil) throws(SandboxRefusal) -> [String] {
    try withState { state throws(SandboxRefusal) in
      guard let user else { return state.conversations.map(\.id) }
      return state.own(try state.viewer(user)).map { state.conversations[$0].id }
    }
  }

  /// The ids of a conversation's items, by modification time.
  ///
  /// - Parameter conversation: The conversation's id.
  /// - Returns: The ids.
  /// - Throws: `SandboxRefusal` when the conversation is not there.
  public func itemIds(in conversation: String) throws(SandboxRefusal) -> [String] {
    try withState { state throws(SandboxRefusal) in
      guard let index = state.conversationIndices[conversation] else { throw .noConversation }
      return state.conversations[index].items.map { state.id(ofItem: Int($0)) }
    }
  }

  /// An item's JSON.
  ///
  /// - Parameter item: The item's id.
  /// - Returns: The JSON; broken UTF-8 in it is replaced.
  /// - Throws: `SandboxRefusal` when there is no such item.
  public func json(ofItem item: String) throws(SandboxRefusal) -> String {
    try withState { state throws(SandboxRefusal) in
      guard let index = state.items.index(of: item) else { throw .noItem }
      return String(decoding: state.items.json(index), as: UTF8.self)
    }
  }

  /// How many items there are.
  public var itemCount: Int { always { $0.conversations.reduce(0) { $0 + $1.items.count } } }

  /// The id of a person whom the API describes, by e-mail address or id.
  ///
  /// - Parameter name: The address or id.
  /// - Returns: The id; nil when there is no such person.
  public func userId(named name: String) -> String? {
    always { state in state.user(name).map { state.users[$0].id } }
  }

  /// A token that `resolveInvitationToken` resolves.
  ///
  /// - Parameter conversation: The conversation's id.
  /// - Returns: The token.
  public func invitationToken(of conversation: String) -> String {
    TenantState.invitation + conversation
  }

  /// Writes what some users together may see as an archive, over what is there.
  ///
  /// Conversations are those that one of them takes part in, and the communities; items are those of
  /// conversations that one takes part in; labels, flags and favourites are theirs.
  ///
  /// - Parameters:
  ///   - folder: Where to; it is made if it is missing.
  ///   - users: Their ids; nil for the whole tenant.
  /// - Throws: `SandboxError.refused`.
  public func writeArchive(to folder: String, seenBy users: [String]? = nil) throws(SandboxError) {
    try ArchiveFile.makeFolder(folder)
    try ArchiveOutput(snapshot, seenBy: users).write(to: folder)
  }

  /// Everything as it is now.
  var snapshot: TenantState { always { $0 } }

  /// Reads or changes everything, alone, where nothing can be refused.
  @discardableResult
  func always<Result: Sendable>(_ body: (inout TenantState) -> Result) -> Result {
    state.withLock { body(&$0) }
  }
}

extension TenantState {
  /// A user in whose name something is done.
  func viewer(_ user: String) throws(SandboxRefusal) -> Viewer {
    Viewer(user: try knownUser(named: user))
  }

  func users(named names: [String]) throws(SandboxRefusal) -> [Int] {
    var found: [Int] = []
    for name in names { found.append(try knownUser(named: name)) }
    return found
  }

  func id(ofItem index: Int) -> String { items.object(index)?.string("itemId") ?? "" }
}
