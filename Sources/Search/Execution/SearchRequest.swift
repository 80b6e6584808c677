/// What to search for, and how much of it to give.
public struct SearchRequest: Sendable {
  /// What an item must match.
  public var query: Query
  /// The order of the answer.
  public var order: SearchOrder
  /// How many hits an answer has at most, 1 or more.
  public var limit: Int
  /// The `nextCursor` of the answer to go on from.
  public var cursor: String?
  /// After how long to stop with what has been found; `nil` for never, or for two seconds where texts
  /// are read one by one (`sub:`) and the search is not exhaustive.
  public var timeout: Duration?
  /// By relevance: whether all matches are compared, not only the newest, however long that takes.
  public var isExhaustive = false
  /// About how many characters a snippet has.
  public var snippetLength: Int

  /// About how many characters a snippet has where nothing is said.
  public static let usualSnippetLength = 160

  /// A request for the newest matches.
  ///
  /// - Parameters:
  ///   - query: What an item must match.
  ///   - order: The order of the answer.
  ///   - limit: How many hits an answer has at most, 1 or more.
  ///   - cursor: The `nextCursor` of the answer to go on from.
  ///   - timeout: After how long to stop with what has been found.
  ///   - snippetLength: About how many characters a snippet has.
  public init(
    query: Query,
    order: SearchOrder = .newest,
    limit: Int = 20,
    cursor: String? = nil,
    timeout: Duration? = nil,
    snippetLength: Int = usualSnippetLength
  ) {
    self.query = query
    self.order = order
    self.limit = max(limit, 1)
    self.cursor = cursor
    self.timeout = timeout
    self.snippetLength = snippetLength
  }
}
