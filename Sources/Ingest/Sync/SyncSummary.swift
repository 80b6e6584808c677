public import Index

/// What an ingest did, and what it could not do.
public struct SyncSummary: Sendable, Equatable {
  /// Something that is missing from the index for want of an answer.
  public struct Missing: Sendable, Equatable {
    /// What: a conversation's id, an account's name, or what was asked of it.
    public var what: String
    /// Why, in words; the server's own among them are hostile text.
    public var reason: String
  }

  /// Why a run ended before everything was done.
  public enum Cut: String, Sendable {
    /// It was told to stop.
    case stopped
    /// It sent as many requests as it may.
    case budgetSpent
  }

  /// What was done with items.
  public var items = WriteCounts()
  /// Conversations that the accounts see.
  public var conversations = 0
  /// Conversations that were asked.
  public var asked = 0
  /// Conversations that were walked through from the beginning to the end.
  public var walked = 0
  /// Items that two walks running have missed, and that are gone.
  public var gone = 0
  /// Conversations that no account sees any more.
  public var lost = 0
  /// Communities that can be joined and, until then, not read.
  public var closed = 0
  /// Ranges of time found that could not be read as a whole.
  public var gaps = 0
  /// People described for the first time, or otherwise than before.
  public var people = 0
  /// Records that could not be taken and were set aside.
  public var quarantined = 0
  /// What is missing.
  public var missing: [Missing] = []
  /// Why the run ended early, if it did.
  public var cut: Cut?
  /// Conversations that were due and were not asked, because the run ended early.
  public var unasked = 0
  /// Conversations whose last walk is older than the bound allows, at the end.
  public var overdue = 0
  /// Requests sent.
  public var requests = 0
  /// Wall time, ms.
  public var elapsedMilliseconds: Int64 = 0

  /// Nothing done yet.
  public init() {}

  /// Whether something is missing from the index that the platform has.
  public var isPartial: Bool { !missing.isEmpty || cut != nil || quarantined > 0 }
}

/// How far an ingest is.
public struct SyncProgress: Sendable, Equatable {
  /// What it is at.
  public enum Phase: String, Sendable {
    /// Asking the accounts for their lists.
    case lists
    /// Reading conversations.
    case conversations
    /// Asking who people are.
    case people
  }

  /// What it is at.
  public var phase = Phase.lists
  /// Conversations, or people, done with.
  public var done = 0
  /// Of how many.
  public var total = 0
  /// Items taken so far.
  public var items = 0
}
