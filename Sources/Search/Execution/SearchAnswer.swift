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
    /// Whether there may be more matches, older ones, which were not compared.
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

/// Why a search found nothing.
public enum EmptyCause: Sendable, Equatable, CustomStringConvertible {
  /// The index has no item with an id that was asked for.
  case noSuchItem
  /// The dates of the query leave no time.
  case noTimeLeft
  /// No item has these words.
  case unknownWords([String])
  /// Without any one of these parts there would be hits.
  case excludedBy([String])
  /// There are hits only among what is not listed unless asked for: other types, deleted, gone.
  case outsideMessages
  /// Each part alone has hits, and no item has them together.
  case neverTogether
  /// The index has no message.
  case noMessages

  /// The cause in one line.
  public var description: String {
    switch self {
    case .noSuchItem: "the index has no item with that id"
    case .noTimeLeft: "the dates leave no time in between"
    case .unknownWords(let words): "nothing has \(Self.listed(words))"
    case .excludedBy(let parts): "there would be hits without \(Self.listed(parts))"
    case .outsideMessages:
      "only deleted items, system notes or calls match; ask for them with is:deleted or type:"
    case .neverTogether: "each part of the query has hits, but no item has them all"
    case .noMessages: "the index has no messages"
    }
  }

  private static func listed(_ parts: [String]) -> String {
    parts.prefix(5).map(\.quotedForPrinting).joined(separator: " or ")
  }
}
