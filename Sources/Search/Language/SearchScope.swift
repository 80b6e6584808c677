/// What the words of a query look for: the platform's search scopes.
///
/// Keys say the same for one value: `scope:SENTBY ana` is `from:ana`. So a query has one scope, and
/// what is to be narrowed further is said with keys.
public enum SearchScope: String, Sendable, CaseIterable {
  /// Messages and their files, conversations by their topic, people by their name.
  case all
  /// Subject and content of messages: what a query without a scope does.
  case messages
  /// Names of attachments.
  case files
  /// Topics of conversations.
  case conversations
  /// The other person of direct conversations; one.
  case people
  /// Members of conversations; all of those named.
  case members
  /// Who wrote a message.
  case sentBy = "sentby"
  /// Labels of conversations.
  case label
  /// No words, only keys, joined by AND, OR and NOT and nested.
  case filter
  /// A date or a range of dates.
  case date

  /// The kinds of rows an answer can have.
  public enum Rows: Sendable {
    /// Messages and other items.
    case items
    /// Conversations.
    case conversations
    /// People, conversations and messages.
    case everything
  }

  /// What rows the scope gives.
  public var rows: Rows {
    switch self {
    case .all: .everything
    case .conversations, .people, .members, .label: .conversations
    case .messages, .files, .sentBy, .filter, .date: .items
    }
  }

  /// Other spellings; the platform's client says SENT_BY where its API says SENTBY.
  static let aliases: [String: SearchScope] = [
    "sent_by": .sentBy, "sent-by": .sentBy, "labels": .label, "dates": .date, "person": .people,
    "member": .members, "conversation": .conversations, "file": .files, "message": .messages,
  ]

  /// The scope of that name or alias, however it is capitalised.
  ///
  /// - Parameter name: Such as `FILES`.
  public init?(named name: String) {
    let word = name.lowercased()
    guard let scope = Self(rawValue: word) ?? Self.aliases[word] else { return nil }
    self = scope
  }
}
