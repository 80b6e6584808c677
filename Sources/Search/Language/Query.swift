/// A query as typed, and its tree.
///
/// It knows no index: names in it are still as typed.
///
///     let query = try Query(parsing: "from:ana (ship OR sail) -draft", at: clock)
///     print(query.root)
///     // (and (from "ana") (or (word "ship") (word "sail")) (not (word "draft")))
public struct Query: Sendable, Hashable {
  /// The longest query that is read, in bytes of UTF-8.
  public static let lengthLimit = 16_384
  /// How deep parentheses and negations may nest.
  public static let depthLimit = 50

  /// As typed.
  public let text: String
  /// What its words look for, and so what kind of rows it gives.
  public let scope: SearchScope
  /// What an item must be, its words read as the scope wants them; its ranges are UTF-8 offsets
  /// into `text`.
  public private(set) var root: QueryNode
  /// What a conversation must be to be a row of the answer; nil where none can be.
  private(set) var conversationRoot: QueryNode?
  /// What a person's name must be to be a row of the answer; nil where none can be.
  private(set) var personRoot: QueryNode?

  /// Reads a query.
  ///
  /// `AND`, which may be left out, binds tighter than `OR`. Only known keys are operators, and what
  /// cannot be an operator where it stands is a word.
  ///
  /// - Parameters:
  ///   - text: What someone typed.
  ///   - clock: The moment and the zone in which its dates are read.
  ///   - scope: What its words look for, where the query itself does not say.
  /// - Throws: `QueryError` with the place and the reason.
  public init(
    parsing text: String,
    at clock: LocalClock,
    scope: SearchScope? = nil
  ) throws(QueryError) {
    let byteCount = text.utf8.count
    guard byteCount <= Self.lengthLimit else {
      throw QueryError(
        .tooLong(byteCount: byteCount, limit: Self.lengthLimit),
        Self.lengthLimit..<byteCount
      )
    }
    let tokens = OperatorSettlement.settle(try QueryLexer.tokens(of: text, at: clock))
    let (words, said) = try ScopeReader.parted(tokens)
    let typed = try QueryParser.tree(of: words, depthLimit: Self.depthLimit)
    if let scope, let said, said.scope != scope {
      throw QueryError(.conflictingScopes(said.scope.rawValue, scope.rawValue), said.range)
    }
    let reader = ScopeReader(scope: said?.scope ?? scope ?? .messages, text: text, clock: clock)
    self.text = text
    self.scope = reader.scope
    root = try reader.items(typed)
    conversationRoot = try reader.conversations(typed)
    personRoot = reader.people(typed)
    try check()
  }

  /// The empty query, which every message matches.
  static let everything = Query()

  private init() {
    text = ""
    scope = .messages
    root = QueryNode(.everything, 0..<0)
    conversationRoot = nil
    personRoot = nil
  }

  /// The query and all of `filters` as well, as options beside a query ask for.
  ///
  /// The same key twice among the filters means what it means in a query; a filter never widens
  /// what the query itself says.
  ///
  /// - Parameter filters: Nodes made by `QueryNode.init(key:value:at:)`.
  /// - Returns: A query with the same text.
  /// - Throws: `QueryError` when a filter has no meaning in the query's scope.
  public func narrowed(by filters: [QueryNode]) throws(QueryError) -> Query {
    guard !filters.isEmpty else { return self }
    let narrowing = QueryNode.conjunction(of: filters)
    let stranger = filters.compactMap(\.notAboutConversations).first
    if scope.rows == .conversations, let stranger {
      throw QueryError(.outsideScope("\(stranger)", scope: scope.rawValue), stranger.range)
    }
    var narrowed = self
    narrowed.root = root.and(narrowing)
    narrowed.conversationRoot = stranger == nil ? conversationRoot?.and(narrowing) : nil
    narrowed.personRoot = nil
    try narrowed.check()
    return narrowed
  }

  /// What both this query and `words` ask for, as words beside a saved query do.
  ///
  /// - Parameter words: A query with the same scope.
  /// - Returns: A query with this one's text.
  /// - Throws: `QueryError` when the scopes differ or the two do not go together.
  public func narrowed(by words: Query) throws(QueryError) -> Query {
    guard words.scope == scope else {
      throw QueryError(.conflictingScopes(words.scope.rawValue, scope.rawValue), words.root.range)
    }
    guard words.root.kind != .everything else { return self }
    var narrowed = self
    narrowed.root = root.and(words.root)
    narrowed.conversationRoot = Self.both(conversationRoot, words.conversationRoot)
    narrowed.personRoot = Self.both(personRoot, words.personRoot)
    try narrowed.check()
    return narrowed
  }

  private static func both(_ first: QueryNode?, _ second: QueryNode?) -> QueryNode? {
    guard let first, let second else { return nil }
    return first.and(second)
  }

  /// Refuses what the platform's scopes do not take together.
  private func check() throws(QueryError) {
    let filters = root.filters
    let partners = filters.filter { $0.filter.key == .with }
    if partners.count > 1 { throw QueryError(.repeatedKey("with"), partners[1].range) }
    if let partner = partners.first, filters.contains(where: { $0.filter.key == .member }) {
      throw QueryError(.conflictingKeys("with", "member"), partner.range)
    }
  }
}

extension String {
  /// The part at some UTF-8 offsets.
  func piece(at range: Range<Int>) -> String {
    String(decoding: Array(utf8)[range], as: UTF8.self)
  }
}

extension QueryNode {
  /// The filter that an option such as `--from ana` stands for.
  ///
  /// - Parameters:
  ///   - key: The key the option is named after.
  ///   - value: The option's value; no quotes are needed around spaces.
  ///   - clock: The moment and the zone in which dates are read.
  /// - Throws: `QueryError` with a range within `value`.
  public init(key: QueryKey, value: String, at clock: LocalClock) throws(QueryError) {
    let range = 0..<value.utf8.count
    guard !value.allSatisfy(\.isWhitespace) else {
      throw QueryError(.missingValue(key: key.name), range)
    }
    let field = FieldValue(
      text: value,
      isQuoted: value.contains(where: \.isWhitespace),
      range: range
    )
    let reader = FilterReader(key: key, name: key.name, value: field, clock: clock)
    // It stands nowhere in the query's text.
    self.init(.filter(try reader.filter()), 0..<0)
  }

  /// What matches this and `other`, side by side where that is a conjunction of its own.
  func and(_ other: QueryNode) -> QueryNode {
    guard kind != .everything else { return other }
    guard other.kind != .everything else { return self }
    let parts = if case .and(let parts) = other.kind { parts } else { [other] }
    return QueryNode(.and([self] + parts), range)
  }

  /// Every filter in the tree, and where it stands.
  var filters: [(filter: QueryFilter, range: Range<Int>)] {
    switch kind {
    case .filter(let filter): [(filter, range)]
    case .and(let parts), .or(let parts): parts.flatMap(\.filters)
    case .not(let part): part.filters
    case .everything, .term, .near: []
    }
  }
}
