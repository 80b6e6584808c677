internal import SQLite

/// A query with its names resolved: what an item must be.
indirect enum Condition: Equatable {
  case and([Condition])
  case or([Condition])
  case not(Condition)
  /// What only the full-text index knows.
  case match(MatchNode)
  /// What the row tells; the full-text index may hold a term that says the same.
  case row(RowTest, term: MatchNode?)
  /// What nothing can be, such as an item that the index does not have.
  case never

  /// All of the conditions, none inside another.
  static func all(_ conditions: [Condition]) -> Condition {
    let flat = conditions.flatMap { condition in
      if case .and(let parts) = condition { parts } else { [condition] }
    }
    return flat.count == 1 ? flat[0] : .and(flat)
  }

  static func any(_ conditions: [Condition]) -> Condition {
    let flat = conditions.flatMap { condition in
      if case .or(let parts) = condition { parts } else { [condition] }
    }
    return flat.count == 1 ? flat[0] : .or(flat)
  }
}

extension Condition {
  /// How deep parentheses may nest in a question: FTS5's parser gives up between 30 and 50.
  private static let matchDepthLimit = 20

  /// The condition as one question to the full-text index, if that can answer all of it.
  var asMatch: MatchNode? {
    let node: MatchNode? =
      switch self {
      case .match(let node): node
      case .row(_, let term): term
      case .or(let parts):
        Self.complete(parts.map(\.asMatch)).map { $0.count == 1 ? $0[0] : .any($0) }
      case .and(let parts): Self.conjunction(of: parts)
      case .not, .never: nil
      }
    return node.flatMap { $0.depth <= Self.matchDepthLimit ? $0 : nil }
  }

  /// FTS5 has no NOT of its own, only what matches one and not another.
  private static func conjunction(of parts: [Condition]) -> MatchNode? {
    var wanted: [MatchNode] = []
    var unwanted: [MatchNode] = []
    for part in parts {
      if case .not(let inner) = part {
        guard let node = inner.asMatch else { return nil }
        unwanted.append(node)
      } else {
        guard let node = part.asMatch else { return nil }
        wanted.append(node)
      }
    }
    guard !wanted.isEmpty else { return nil }
    let all = wanted.count == 1 ? wanted[0] : .all(wanted)
    return unwanted.isEmpty ? all : .except(all, unwanted.count == 1 ? unwanted[0] : .any(unwanted))
  }

  private static func complete(_ nodes: [MatchNode?]) -> [MatchNode]? {
    let known = nodes.compactMap { $0 }
    return known.count == nodes.count && !known.isEmpty ? known : nil
  }

  /// Whether some of it is only known to the full-text index.
  var needsIndex: Bool {
    switch self {
    case .match: true
    case .row, .never: false
    case .not(let part): part.needsIndex
    case .and(let parts), .or(let parts): parts.contains(where: \.needsIndex)
    }
  }
}

extension Condition {
  /// Whether some of it reads a row's whole text.
  var isCostly: Bool {
    switch self {
    case .row(let test, _): test.isCostly
    case .match, .never: false
    case .not(let part): part.isCostly
    case .and(let parts), .or(let parts): parts.contains(where: \.isCostly)
    }
  }

  /// What texts that match may hold beside the words of the full-text index: pieces.
  var fragments: [String] {
    switch self {
    case .row(.fragment(let text), _): [text]
    case .row, .match, .never, .not: []
    case .and(let parts), .or(let parts): parts.flatMap(\.fragments)
    }
  }

  /// The condition as a test of a row, `item i`.
  func predicate(displacement: Int64) -> SQLFragment {
    switch self {
    case .never: return SQLFragment("0")
    case .row(let test, _): return test.predicate(displacement: displacement)
    case .match(let node):
      let matching = "SELECT rowid FROM item_fts WHERE item_fts MATCH ?"
      return SQLFragment("i.id IN (\(matching))", [.text(node.description)])
    case .not(let part):
      return .not(part.predicate(displacement: displacement))
    case .and(let parts):
      return .joined(
        Self.gathered(parts).map { $0.predicate(displacement: displacement) },
        by: " AND "
      )
    case .or(let parts):
      let (words, others) = Self.parted(parts)
      let all = (words.map { [.match($0)] } ?? []) + others
      return .joined(all.map { $0.predicate(displacement: displacement) }, by: " OR ")
    }
  }

  /// The parts of a conjunction with those for the full-text index asked together: one question for
  /// what is wanted, one for what is not.
  private static func gathered(_ parts: [Condition]) -> [Condition] {
    var gathered: [Condition] = []
    var wanted: [MatchNode] = []
    var unwanted: [MatchNode] = []
    for part in parts {
      if case .not(let inner) = part, inner.needsIndex, let node = inner.asMatch {
        unwanted.append(node)
      } else if part.needsIndex, let node = part.asMatch {
        wanted.append(node)
      } else {
        gathered.append(part)
      }
    }
    if !wanted.isEmpty { gathered.append(.match(.all(wanted))) }
    if !unwanted.isEmpty { gathered.append(.not(.match(.any(unwanted)))) }
    return gathered
  }

  /// The alternatives for the full-text index as one question, and the others.
  private static func parted(_ parts: [Condition]) -> (words: MatchNode?, others: [Condition]) {
    var words: [MatchNode] = []
    var others: [Condition] = []
    for part in parts {
      if part.needsIndex, let node = part.asMatch {
        words.append(node)
      } else {
        others.append(part)
      }
    }
    return (words.isEmpty ? nil : .any(words), others)
  }
}
