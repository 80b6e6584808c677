/// A question to the API, and how its answer is read.
///
///     let page = try client.send(.conversationItems(of: id, modTime: 0, direction: .after))
///
/// It holds no secret but the token of an invitation, and `description` leaves that out.
public struct APIRequest<Answer: Sendable>: Sendable {
  /// The operation's name in the API's reference.
  public let operation: String
  /// The OAuth scope that the operation needs.
  public let scope: String
  /// What stands behind the base URL.
  let target: RequestTarget
  let decode: @Sendable (UnsafeRawBufferPointer, AnswerReading) throws(DecodingProblem) -> Answer

  /// A question.
  ///
  /// - Parameters:
  ///   - operation: The operation's name in the API's reference.
  ///   - scope: The OAuth scope that it needs.
  ///   - target: What stands behind the base URL.
  ///   - decode: Reads the body of an answer.
  init(
    _ operation: String,
    scope: String,
    _ target: RequestTarget,
    decode:
      @escaping @Sendable (UnsafeRawBufferPointer, AnswerReading) throws(DecodingProblem)
      -> Answer
  ) {
    self.operation = operation
    self.scope = scope
    self.target = target
    self.decode = decode
  }
}

extension APIRequest: CustomStringConvertible {
  /// The operation with its path and parameters, on one line, fit for a log.
  public var description: String { "\(operation) \(target)" }
}

/// OAuth scopes of the operations used here, in the API's own words.
enum Scope {
  static let conversations = "READ_CONVERSATIONS"
  static let profile = "READ_USER_PROFILE"
  static let users = "READ_USER"
}

/// Which way a page goes from its `modTime`.
public enum PageDirection: String, Sendable {
  /// To what changed earlier, the latest first.
  case before = "BEFORE"
  /// To what changed later.
  case after = "AFTER"
}

/// How communities are sorted.
public enum CommunitySort: String, Sendable, CaseIterable {
  /// By name.
  case alphabetically = "ALPHABETICALLY"
  /// By when something last happened.
  case recentActivity = "RECENT_ACTIVITY"
  /// By how many take part.
  case popularity = "POPULARITY"
}

/// Which end of a sorted list comes first.
public enum ListOrder: String, Sendable, CaseIterable {
  /// The least.
  case ascending = "ASCENDING"
  /// The greatest.
  case descending = "DESCENDING"
}

/// What a search of the tenant's own looks at.
public enum SearchScope: String, Sendable, CaseIterable {
  /// Everything.
  case all = "ALL"
  /// Names of attachments.
  case files = "FILES"
  /// The other person of direct conversations.
  case people = "PEOPLE"
  /// Members of group conversations.
  case members = "MEMBERS"
  /// Subjects and contents of messages.
  case messages = "MESSAGES"
  /// Who wrote messages.
  case sentBy = "SENTBY"
  /// Names of conversations.
  case conversations = "CONVERSATIONS"
  /// Labels of conversations.
  case label = "LABEL"
  /// A structured filter.
  case filter = "FILTER"
}

/// Limits of the API, from its reference.
public enum APILimit {
  /// Most results of a page of items, conversations or communities.
  public static let results = 100
  /// The last place that a list of communities can start at.
  public static let startIndex = 255
}
