/// A key of the query language: what may stand before the colon in `from:ana`.
///
/// This table feeds the lexer, the "did you mean" and whatever lists or completes keys.
public enum QueryKey: String, Sendable, CaseIterable {
  case from
  case conversation = "in"
  case topic
  case kind
  case with
  case member
  case label
  case mentions
  case likedBy = "liked-by"
  case flaggedBy = "flagged-by"
  case file
  case fileExtension = "ext"
  case mime
  case size
  case subject
  case type
  case state = "is"
  case has
  case likes
  case replies
  case files
  case date
  case before
  case after
  case on
  case during
  case newer
  case older
  case id
  case thread
  case account
  case scope
  case exact
  case fragment = "sub"

  /// What the same key twice in one conjunction means.
  public enum Repetition: Sendable {
    /// Either value will do.
    case any
    /// Both must hold.
    case all
    /// The key may stand only once.
    case once
  }

  /// The name before the colon.
  public var name: String { rawValue }

  /// Other names for the same key.
  public var aliases: [String] {
    switch self {
    case .from: ["sentby", "sent-by"]
    case .conversation: ["conversation"]
    case .with: ["people"]
    case .fileExtension: ["filetype"]
    default: []
    }
  }

  /// What the same key twice in one conjunction means.
  public var repetition: Repetition {
    switch self {
    case .from, .conversation, .kind, .type, .id, .thread, .account: .any
    case .with, .scope: .once
    default: .all
    }
  }

  /// The words it takes, where it takes only certain words.
  public var choices: [String] {
    switch self {
    case .kind: ConversationKind.allCases.map(\.rawValue)
    case .type: ItemType.allCases.map(\.rawValue)
    case .state: (ItemState.allCases.map(\.rawValue) + ConversationKind.allCases.map(\.rawValue))
    case .has: ItemPart.allCases.map(\.rawValue)
    case .scope: SearchScope.allCases.map(\.rawValue)
    default: []
    }
  }

  /// What it finds, in a few words for a help page.
  public var summary: String {
    switch self {
    case .from: "who wrote it: id, e-mail, name or me"
    case .conversation: "the conversation: id or topic"
    case .topic: "words of the conversation's topic"
    case .kind: "the conversation's type"
    case .with: "direct conversations with a person: id, e-mail, name or me"
    case .member: "conversations a person is in"
    case .label: "conversations with a label: its text or id"
    case .mentions: "who is mentioned in it"
    case .likedBy: "who likes it"
    case .flaggedBy: "who flagged it"
    case .file: "words of an attachment's name"
    case .fileExtension: "the ending of an attachment's name"
    case .mime: "an attachment's MIME type: image/png, image or png"
    case .size: "an attachment's size: >1M, 200k..2M"
    case .subject: "words of the subject"
    case .type: "what the item is"
    case .state: "a state of the item or its conversation"
    case .has: "what comes with it"
    case .likes: "how many like it: 3, >3, 2..5"
    case .replies: "how many replies it has"
    case .files: "how many attachments it has"
    case .date: "a date or a range a..b, both ends included"
    case .before: "before the date begins"
    case .after: "after the date has ended"
    case .on, .during: "within the date: a year, month, week, day or time"
    case .newer: "at most so old: 12h, 7d, 2w, 3mo, 1y"
    case .older: "older than that"
    case .id: "this item"
    case .thread: "the thread an item is in"
    case .account: "what an account saw: its name or its person"
    case .scope: "what the words look for: one of the platform's scopes"
    case .exact: "text exactly as typed: case, accents and signs count"
    case .fragment: "any piece of the text, inside words and across them"
    }
  }

  /// The key of that name or alias, however it is capitalised and with `_` for `-`.
  ///
  /// - Parameter name: What stands before the colon.
  public init?(named name: String) {
    guard let key = Self.byName[Self.normalised(name)] else { return nil }
    self = key
  }

  static func normalised(_ name: String) -> String {
    String(name.lowercased().map { $0 == "_" ? "-" : $0 })
  }

  static let byName: [String: QueryKey] = allCases.reduce(into: [:]) { names, key in
    for name in [key.name] + key.aliases {
      names[name] = key
    }
  }
}
