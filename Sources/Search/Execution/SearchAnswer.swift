public import Text

/// What a search found.
public struct SearchAnswer: Sendable {
  /// People by the words of the query, where its scope finds people: on the first page.
  public var people: [PersonHit] = []
  /// Conversations, where the query's scope finds them.
  public var conversations: [ConversationHit] = []
  /// The page of hits, in the order asked for.
  public var hits: [SearchHit]
  /// Where the next page begins; `nil` on the last.
  public var nextCursor: String?
  /// Whether the time was up before all was found.
  public var isPartial: Bool
  /// By relevance: among how many of the newest matches the hits are the best.
  public var rankedAmong: RankedAmong?
  /// Words of the query with nothing in them to look for, which were left out.
  public var ignored: [String]
  /// Why there is no hit at all.
  public var emptyCause: EmptyCause?

  /// How many rows the page has, of whatever kind.
  public var rowCount: Int { people.count + conversations.count + hits.count }

  /// The matches that were compared with one another.
  public struct RankedAmong: Sendable, Equatable {
    /// How many there were.
    public let count: Int
    /// Whether older matches, which were not compared, may be as good.
    ///
    /// Those that are too old for it are left out without this being so.
    public let isBounded: Bool
  }
}

/// One item found, with the API's names for what the API gives.
public struct SearchHit: Sendable, Equatable {
  /// The item's id.
  public var itemId: String
  /// Its conversation's id.
  public var convId: String
  /// Who wrote it, by userId; empty if the API did not say.
  public var creatorId: String
  /// When, in ms since 1970 UTC.
  public var creationTime: Int64
  /// When it was changed last, in ms since 1970 UTC, if the API said.
  public var modificationTime: Int64?
  /// `TEXT`, `SYSTEM`, `RTC`, or what else the API calls it.
  public var type: String
  /// `CREATED`, `EDITED` or `DELETED`, if the API said.
  public var state: String?
  /// Whether it has vanished from the platform.
  public var isGone: Bool
  /// Its subject, cleaned for display.
  public var subject: String?
  /// The id of the thread's head if it is a reply.
  public var parentId: String?
  /// Who wrote it, by name.
  public var creatorName: String
  /// The conversation's name.
  public var conversation: String
  /// The passage that shows best why it was found, cleaned for display.
  public var snippet: Snippet
  /// How many like it.
  public var likes: Int
  /// How many flag it, of those whose flags are known.
  public var flags: Int
  /// How many replies it has.
  public var replies: Int
  /// Its files.
  public var attachments: [Attachment]

  /// By relevance: how good a hit it is.
  public var grade: Grade?

  /// How good a hit is, and what its age makes of it.
  public struct Grade: Sendable, Equatable {
    /// Higher is better; comparable within an answer.
    public let score: Double
    /// The factor in it for the age: 1 for the newest, less the older.
    public let recency: Double
  }

  /// A file of an item.
  public struct Attachment: Sendable, Equatable {
    /// The file's id.
    public var fileId: String?
    /// Its name, cleaned for display.
    public var fileName: String?
    /// Its MIME type, cleaned for display.
    public var mimeType: String?
    /// Its size in bytes.
    public var size: Int64?
  }
}
