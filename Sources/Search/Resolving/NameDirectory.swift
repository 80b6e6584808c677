internal import Index
internal import SQLite
internal import Text

/// Someone or something that a name could mean.
public struct NameCandidate: Sendable, Hashable {
  /// The API's userId or convId.
  public let id: String
  /// The display name or topic.
  public let name: String
  /// What tells it from others: an e-mail address, or a conversation's type.
  public let detail: String?
}

/// Finds people and conversations by what someone typed: id, e-mail address, name, or the unique
/// beginning of a name's words.
final class NameDirectory {
  /// What a name turned out to mean.
  enum Answer: Equatable {
    case one(id: Int64, wireID: String)
    case none(suggestions: [String])
    case several([NameCandidate])
  }

  /// Where the names of a kind are.
  enum Kind: String {
    case person
    case conversation

    fileprivate var table: String { self == .person ? "user" : "conversation" }
    fileprivate var wireID: String { self == .person ? "user_id" : "conv_id" }
    fileprivate var name: String { self == .person ? "display_name" : "topic" }
    fileprivate var detail: String { self == .person ? "email" : "type" }

    /// Whether the name has words that begin so.
    fileprivate func named(_ beginning: QueryPhrase) -> SQLFragment {
      switch self {
      case .person:
        return SQLFragment("instr(' ' || name_key, ?) > 0", [.text(beginning.inNameKey)])
      case .conversation:
        let selection = beginning.topicSelection
        return SQLFragment("id IN (\(selection.text))", selection.values)
      }
    }
  }

  /// How many candidates of an ambiguous name are listed.
  static let candidateLimit = 10
  /// How many names are looked through for suggestions.
  private static let suggestionScan = 20_000

  let connection: Connection
  private let analyzer: Analyzer

  init(connection: Connection, analyzer: Analyzer) {
    self.connection = connection
    self.analyzer = analyzer
  }

  func find(_ kind: Kind, named text: String) throws -> Answer {
    let exact = [("\(kind.wireID) = ?", text)]
    let address = kind == .person ? [("email = ? COLLATE NOCASE", text)] : []
    let key = key(of: text)
    let name = key.isEmpty ? [] : [("name_key = ?", key)]
    for (condition, value) in exact + address + name {
      let found = try candidates(kind, where: SQLFragment(condition, [.text(value)]))
      if !found.isEmpty { return answer(found) }
    }
    let beginning = QueryPhrase(tokens: analyzer.prefix(of: text).tokens, isPrefix: true)
    guard !beginning.isEmpty else { return .none(suggestions: []) }
    let found = try candidates(kind, where: kind.named(beginning))
    guard found.isEmpty else { return answer(found) }
    return .none(suggestions: try suggestions(kind, for: key))
  }

  /// The one that a name means.
  ///
  /// - Throws: `QueryError` with `range` when it means nothing or too much, `SQLiteError`.
  func dense(
    _ name: String,
    _ kind: Kind,
    at range: Range<Int>
  ) throws -> (id: Int64, wireID: String) {
    if kind == .person, name.lowercased() == "me" { return try me(at: range) }
    switch try find(kind, named: name) {
    case .one(let id, let wireID): return (id, wireID)
    case .none(let suggestions):
      let hint = suggestions.isEmpty ? nil : QueryError.Hint.suggestions(suggestions)
      throw QueryError(.unknownName(name, kind: kind.rawValue), range, hint: hint)
    case .several(let candidates):
      throw QueryError(.ambiguousName(name, candidates: candidates), range)
    }
  }

  private struct Found {
    let id: Int64
    let candidate: NameCandidate
  }

  private func answer(_ found: [Found]) -> Answer {
    found.count == 1
      ? .one(id: found[0].id, wireID: found[0].candidate.id) : .several(found.map(\.candidate))
  }

  private func candidates(
    _ kind: Kind,
    where condition: SQLFragment
  ) throws -> [Found] {
    let sql = """
      SELECT id, \(kind.wireID), clean_text(coalesce(\(kind.name), '')), clean_text(\(kind.detail))
      FROM \(kind.table) WHERE \(condition.text) ORDER BY \(kind.name), id LIMIT \(Self.candidateLimit + 1)
      """
    return try connection.rows(sql, condition.values) { row in
      Found(
        id: row.integer(at: 0),
        candidate: NameCandidate(
          id: row.text(at: 1) ?? "",
          name: row.text(at: 2) ?? "",
          detail: row.text(at: 3)
        )
      )
    }
  }

  /// The names nearest to a key by the letters, or by those of one of their words.
  private func suggestions(_ kind: Kind, for key: String) throws -> [String] {
    var near: [(distance: Int, name: String)] = []
    let limit = max(1, min(3, key.utf8.count / 3))
    let sql = """
      SELECT name_key, clean_text(\(kind.name)) FROM \(kind.table)
      WHERE name_key IS NOT NULL LIMIT \(Self.suggestionScan)
      """
    try connection.forEachRow(sql) { row in
      guard let known = row.text(at: 0), let name = row.text(at: 1), !name.isEmpty else { return }
      let words = [known] + known.split(separator: " ").map(String.init)
      let distance = words.map { editDistance(key, $0) }.min() ?? .max
      if distance <= limit { near.append((distance, name)) }
    }
    near.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return near.prefix(3).map(\.name)
  }

  /// The words of a name as the index keeps them in `name_key`.
  private func key(of text: String) -> String {
    var terms: [String] = []
    var text = text
    text.withUTF8 { bytes in
      analyzer.analyze(bytes) { token in
        if !token.isColocated { terms.append(String(decoding: token.bytes, as: UTF8.self)) }
        return true
      }
    }
    return terms.joined(separator: " ")
  }
}
