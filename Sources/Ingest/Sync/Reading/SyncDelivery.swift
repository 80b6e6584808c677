internal import Circuit
internal import Index

/// What the threads that ask hand to the one that writes.
enum SyncDelivery: Sendable {
  /// How the reading of a conversation ended.
  enum Ending: Sendable {
    /// All that was wanted is read; `walked`: to the end of a walk from the beginning.
    case done(walked: Bool)
    /// It could not be read.
    case failed(APIError)
    /// No account sees it any more.
    case lost
    /// It can be joined, and not be read until then.
    case closed
    /// The run ended before it was done.
    case cut
  }

  /// A page of a conversation, and how far it is read with it; nil when that is where it was.
  case page(ReadPage)
  /// The end of a walk from the beginning.
  case walkEnd(convId: String, walk: ConversationSync.Walk, before: Int64?, state: ConversationSync)
  /// A walk from the beginning starts.
  case walkStart(convId: String)
  /// Who takes part, all of them.
  case participants(convId: String, userIds: [String])
  /// What is pinned.
  case pins(convId: String, [PinRecord])
  /// A conversation is through.
  case ended(convId: String, Ending, state: ConversationSync, asked: Bool)
  /// What an account sees.
  case view(AccountView)
  /// Who someone is.
  case person(User)
  /// The API does not say who someone is.
  case noPerson(userId: String, APIError)
  /// Something about a conversation could not be asked.
  case problem(what: String, APIError)
}

extension SyncDelivery {
  /// About how many bytes it holds.
  var byteCount: Int {
    switch self {
    case .page(let page): page.batch.byteCount
    case .participants(_, let userIds): 64 * userIds.count
    default: 256
    }
  }
}

/// A page of items, ready to be written.
struct ReadPage: Sendable {
  var convId: String
  var batch: PreparedBatch
  /// How far the conversation is read; nil when that is unchanged.
  var state: ConversationSync?
  /// Whether the walk under way notes what it sees.
  var isTracked: Bool
  var rejected: [RejectedElement]
  var gaps: [SyncGap]
}
