/// A person or a conversation that a parameter names.
public struct ReportSubject: Sendable, Equatable {
  /// What it is.
  public enum Kind: String, Sendable {
    /// Somebody.
    case person
    /// Where people write.
    case conversation
  }

  /// The number by which the index's tables know it.
  public let id: Int64
  /// The API's userId or convId.
  public let wireID: String

  /// Names a subject.
  ///
  /// - Parameters:
  ///   - id: The number by which the index's tables know it.
  ///   - wireID: The API's userId or convId.
  public init(id: Int64, wireID: String) {
    self.id = id
    self.wireID = wireID
  }
}

/// Finds who or what a text means: reports take names as searches do, and know nothing of searching.
public protocol SubjectFinder {
  /// The one person or conversation that a text means.
  ///
  /// - Parameters:
  ///   - text: An id, an e-mail address, a name or a topic.
  ///   - kind: What is looked for.
  /// - Returns: The one there is.
  /// - Throws: An error that says what else there is when the text means nothing or several.
  func find(_ text: String, _ kind: ReportSubject.Kind) throws -> ReportSubject

  /// The items that a query matches.
  ///
  /// - Parameter query: A query as searches take it; an empty one matches all messages.
  /// - Returns: The numbers by which the index's views know them.
  /// - Throws: An error that says what is wrong with the query.
  func items(matching query: String) throws -> [Int64]
}
