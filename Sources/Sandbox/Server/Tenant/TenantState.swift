/// Everything there is in a tenant.
///
/// A value: who holds it sees to it that one at a time uses it.
struct TenantState: Sendable {
  /// A conversation that a user has lost without a trace in it.
  struct Loss: Hashable, Sendable {
    let user: Int
    let conversation: Int
  }

  var items = ItemStore()
  var conversations: [StoredConversation] = []
  var conversationIndices: [String: Int] = [:]
  private(set) var users: [StoredUser] = []
  private var userIndices: [String: Int] = [:]
  private var addresses: [String: Int] = [:]
  /// By user.
  var marks: [Int: StoredMarks] = [:]
  /// The status that a lost conversation is answered with.
  var losses: [Loss: Int] = [:]
  /// Whether a like gives the item a new modification time.
  var likesTouchItems = false
  /// Draws ids of what is written.
  private var identifiers = SplitMix(seed: 0, concern: 20)

  init() {}

  /// The index of the user with an id or e-mail address.
  func user(_ name: String) -> Int? { userIndices[name] ?? addresses[name.lowercased()] }

  /// The index of the user with an id, who is added if nobody knows him.
  mutating func knownUser(_ id: String) -> Int {
    if let index = userIndices[id] { return index }
    return add(user: StoredUser(id: id, json: nil))
  }

  /// Adds a user, in place of one with the same id.
  @discardableResult
  mutating func add(user: StoredUser) -> Int {
    let index = userIndices[user.id] ?? users.count
    if index == users.count { users.append(user) } else { users[index] = user }
    userIndices[user.id] = index
    if let address = user.object?.string("emailAddress") { addresses[address.lowercased()] = index }
    return index
  }

  /// Adds a conversation.
  @discardableResult
  mutating func add(conversation: StoredConversation) -> Int {
    conversations.append(conversation)
    conversationIndices[conversation.id] = conversations.count - 1
    return conversations.count - 1
  }

  /// A new id, a version 4 UUID that differs from all others.
  mutating func newIdentifier() -> String {
    var buffer = ByteBuffer(capacity: 36)
    buffer.append(
      Identifier(
        high: identifiers.next() & ~0xF000 | 0x4000,
        low: identifiers.next() & ~(0b11 << 62) | 0b10 << 62
      )
    )
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// When the latest item or conversation was modified, in ms since 1970 UTC.
  var latestTime: Int {
    let items = conversations.compactMap { $0.items.last }.map {
      self.items.entries[Int($0)].modified
    }
    return max(items.max() ?? 0, conversations.map(\.modified).max() ?? 0)
  }
}
