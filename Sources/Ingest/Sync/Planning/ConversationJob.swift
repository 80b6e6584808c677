internal import Index

/// What a run is to do about one conversation.
struct ConversationJob: Sendable, Equatable {
  /// How its items are asked for.
  enum Reading: Sendable, Equatable {
    /// What came since the cursor.
    case news
    /// All of it, from where a walk stands or from the beginning.
    case walk
    /// Nothing, unless it turns out that an account sees it after all: no list showed it.
    case confirm
  }

  var convId: String
  /// Places of the accounts that see it, those whose user takes part first.
  var accounts: [Int]
  var reading: Reading
  /// How far it is read.
  var state: ConversationSync
  /// The modificationTime that a walk begins at.
  var origin: Int64 = 0
  /// Whether the index may hold items of it already, which a walk could find absent.
  var mayHaveItems = true
  /// Whether `state` is news to the index before anything is read: of a conversation seen for the first time, or again.
  var isStateNew = false
  /// Whether the schedule asks for it, so that the run has not done its duty without it.
  var isDue = true
  /// Whether the last run could not read it.
  var isPending = false
  /// Whether a user of the accounts takes part; else a refusal says only that it is closed.
  var isMember = true
  /// Whether to ask who takes part and what is pinned.
  var looksAtPeople = false
  /// The participants that a list of conversations named, where that may cut them short; nil where it does not.
  var listedParticipants: [String]?
}
