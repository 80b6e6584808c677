internal import Index
internal import SQLite
internal import Text

/// A query with its names resolved.
struct ResolvedQuery: Equatable {
  /// What an item must be; nil when everything will do.
  let condition: Condition?
  /// Which of the usual limits the query lifts.
  let scope: ResultScope
  /// What has no word, number or symbol to look for, as typed: it is left out.
  let ignored: [String]
  /// The query's outermost conjunction, part by part.
  let parts: [Part]

  struct Part: Equatable {
    let node: QueryNode
    let condition: Condition
  }
}

/// What is listed unless a query speaks of it: messages, that is TEXT items neither deleted nor gone.
struct ResultScope: Equatable {
  var allTypes = false
  var withDeleted = false
  var withGone = false

  init() {}

  /// A query that speaks of types, deleted or vanished items decides itself which of them it wants.
  init(of node: QueryNode) {
    switch node.kind {
    case .and(let parts), .or(let parts):
      for part in parts { self = union(ResultScope(of: part)) }
    case .not(let part): self = ResultScope(of: part)
    case .filter(.type): allTypes = true
    case .filter(.state(.deleted)): withDeleted = true
    case .filter(.state(.gone)): withGone = true
    case .filter, .term, .near, .everything: break
    }
  }

  private func union(_ other: ResultScope) -> ResultScope {
    var both = self
    both.allTypes = allTypes || other.allTypes
    both.withDeleted = withDeleted || other.withDeleted
    both.withGone = withGone || other.withGone
    return both
  }
}

/// Turns a tree of what someone typed into conditions on what the index holds.
struct QueryResolver {
  let connection: Connection
  let analyzer: Analyzer
  let names: NameDirectory
  private var ignored: [String] = []

  init(connection: Connection, analyzer: Analyzer, names: NameDirectory) {
    self.connection = connection
    self.analyzer = analyzer
    self.names = names
  }

  /// - Throws: `QueryError` for names that mean nothing or too much, `SQLiteError`.
  mutating func resolve(_ query: Query) throws -> ResolvedQuery {
    ignored = []
    let nodes = if case .and(let nodes) = query.root.kind { nodes } else { [query.root] }
    var parts: [ResolvedQuery.Part] = []
    for node in nodes {
      guard let condition = try condition(node) else { continue }
      parts.append(ResolvedQuery.Part(node: node, condition: condition))
    }
    if parts.isEmpty, query.root.kind != .everything {
      throw QueryError(.nothingToLookFor(ignored), query.root.range)
    }
    return ResolvedQuery(
      condition: parts.isEmpty ? nil : .all(parts.map(\.condition)),
      scope: ResultScope(of: query.root),
      ignored: ignored,
      parts: parts
    )
  }

  /// The condition; nil for what has nothing to look for, which is left out.
  mutating func condition(_ node: QueryNode) throws -> Condition? {
    switch node.kind {
    case .everything: return nil
    case .and(let parts):
      let conditions = try conditions(parts)
      return conditions.isEmpty ? nil : .all(conditions)
    case .or(let parts):
      let conditions = try conditions(parts)
      return conditions.isEmpty ? nil : .any(conditions)
    case .not(let part):
      guard let condition = try condition(part) else { return nil }
      if case .not(let inner) = condition { return inner }
      return .not(condition)
    case .term(let term): return phrase(of: term).map { .match(.phrase($0, column: nil)) }
    case .near(let first, let second, let distance):
      guard let one = phrase(of: first) else {
        return phrase(of: second).map { .match(.phrase($0, column: nil)) }
      }
      guard let other = phrase(of: second) else { return .match(.phrase(one, column: nil)) }
      return .match(.nearby(one, other, distance: distance))
    case .filter(let filter): return try condition(filter, node.range)
    }
  }

  private mutating func conditions(_ nodes: [QueryNode]) throws -> [Condition] {
    var conditions: [Condition] = []
    for node in nodes {
      if let condition = try condition(node) { conditions.append(condition) }
    }
    return conditions
  }

  private mutating func phrase(of term: QueryTerm) -> QueryPhrase? {
    let phrase = Self.phrase(of: term, with: analyzer)
    if phrase.isEmpty {
      ignored.append(term.text)
      return nil
    }
    return phrase
  }

  /// A term's words as the index has them.
  static func phrase(of term: QueryTerm, with analyzer: Analyzer) -> QueryPhrase {
    switch term {
    case .word(let text): analyzer.inflections(of: text)
    case .phrase(let text): analyzer.phrase(of: text)
    case .prefix(let text): analyzer.prefix(of: text)
    }
  }
}

// MARK: - Filters

extension QueryResolver {
  private mutating func condition(
    _ filter: QueryFilter,
    _ range: Range<Int>
  ) throws -> Condition? {
    switch filter {
    case .from(let name):
      let person = try names.dense(name, .person, at: range).id
      return .row(.sender(person), term: .term(ScopeTerm.sender(person)))
    case .mentions(let name):
      let person = try names.dense(name, .person, at: range).wireID
      return .match(.term(ScopeTerm.mention(person)))
    case .conversation(let name):
      let conversation = try names.dense(name, .conversation, at: range).id
      let term = ScopeTerm.conversation(conversation)
      return .row(.conversation(conversation), term: .term(term))
    case .topic(let term): return try phrase(of: term).map(called)
    case .partner(let name): return try partners(of: name, at: range)
    case .member(let name): return try memberships(of: name, at: range)
    case .label(let name): return try labelled(name, at: range)
    case .account(let name): return try seen(byAccount: name, at: range)
    case .likedBy(let name):
      return .row(.likedBy(try names.dense(name, .person, at: range).id), term: nil)
    case .flaggedBy(let name):
      return .row(.rows(.flagged(by: try names.dense(name, .person, at: range).id)), term: nil)
    case .kind(let kind): return .row(.conversationType(kind.rawValue.uppercased()), term: nil)
    case .type(let type): return .row(.type(type), term: type.scopeTerm)
    case .state(let state): return .row(.state(state), term: state.scopeTerm)
    case .has(let part): return Self.condition(part)
    case .count(let count, let range): return .row(.count(count, range), term: nil)
    case .created(let span): return .row(.created(span), term: nil)
    case .subject(let term): return phrase(of: term).map { .match(.phrase($0, column: .subject)) }
    case .exact(let text): return exactly(text)
    case .fragment(let text):
      let fragment = TextFragment(text, with: analyzer)
      guard !fragment.isEmpty else {
        ignored.append(text)
        return nil
      }
      return .row(.fragment(text), term: nil)
    case .file(let term): return phrase(of: term).map { .match(Self.fileName($0)) }
    case .fileExtension(let ending): return .match(.term(ScopeTerm.fileExtension(ending)))
    case .mime(let type): return .all([Self.condition(.file), .row(.mime(type), term: nil)])
    case .size(let range): return .all([Self.condition(.file), .row(.size(range), term: nil)])
    case .scope: return nil
    case .item(let id):
      return try connection.rowid(ofItem: id).map { .row(.item($0), term: nil) } ?? .never
    case .thread(let id): return try thread(of: id)
    }
  }

  private static func condition(_ part: ItemPart) -> Condition {
    let many = CountRange(1, nil)
    switch part {
    case .file: return .row(.count(.files, many), term: .term(ScopeTerm.property(.file)))
    case .link: return .match(.term(ScopeTerm.property(.link)))
    case .mention: return .match(.term(ScopeTerm.property(.mention)))
    case .like: return .row(.count(.likes, many), term: nil)
    case .reply: return .row(.count(.replies, many), term: nil)
    case .text: return .row(.hasText, term: nil)
    }
  }

  /// The words as the full-text index has them, where there are any, and then the text itself.
  private mutating func exactly(_ text: String) -> Condition? {
    guard !ExactText(text).isEmpty else {
      ignored.append(text)
      return nil
    }
    let test = Condition.row(.exact(text), term: nil)
    let phrase = analyzer.phrase(of: text)
    return phrase.isEmpty ? test : .all([.match(.phrase(phrase, column: nil)), test])
  }

  /// The words of a file's name have terms of their own, and no inflections.
  private static func fileName(_ phrase: QueryPhrase) -> MatchNode {
    let terms = phrase.tokens.map { ScopeTerm.fileNameWord($0) }
    return .phrase(QueryPhrase(tokens: terms, isPrefix: phrase.isPrefix), column: nil)
  }

  /// The thread that an item heads or answers in; an item without either is a thread of its own.
  private func thread(of id: String) throws -> Condition {
    guard let thread = try connection.thread(ofItem: id) else { return .never }
    if thread.id == nil, let head = thread.head { return .row(.item(head), term: nil) }
    return .row(.rows(thread.rows), term: nil)
  }
}

extension ItemType {
  /// The term of items of this type; TEXT items carry none.
  fileprivate var scopeTerm: MatchNode? {
    switch self {
    case .text: nil
    case .system: .term(ScopeTerm.type("SYSTEM"))
    case .call: .term(ScopeTerm.type("RTC"))
    }
  }
}

extension ItemState {
  /// What the full-text index says of the same state, where it says it.
  fileprivate var scopeTerm: MatchNode? {
    switch self {
    case .edited: .term(ScopeTerm.property(.edited))
    case .deleted: .term(ScopeTerm.property(.deleted))
    case .reply: .term(ScopeTerm.property(.reply))
    case .webhook: .term(ScopeTerm.property(.webhook))
    case .question:
      .except(
        .term(ScopeTerm.property(.question)),
        .any([.term(ScopeTerm.property(.reply)), .term(ScopeTerm.property(.webhook))])
      )
    default: nil
    }
  }
}
