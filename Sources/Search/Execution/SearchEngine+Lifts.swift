internal import Index
internal import SQLite
internal import Text

/// What makes a match better beside its own words: words asked for that stand in the names of its files
/// or in the topic of its conversation.
///
/// Neither is scored with the text, since a file's name has terms of its own and a topic, which may
/// change, has none. So which of a window's matches have them is asked in one question for each.
struct RelevanceLift {
  /// What a match must have besides.
  let condition: MatchNode
  /// What its score is multiplied by.
  let factor: Double
}

extension SearchEngine {
  private static let fileFactor = 1.3
  private static let topicFactor = 1.2
  /// Up to how many conversations may have the words in their topic: more would say little.
  private static let topicLimit = 32
  /// How many phrases of a query are looked for in names.
  private static let phraseLimit = 8

  /// What lifts the matches of a question.
  func lifts(for match: MatchNode) throws -> [RelevanceLift] {
    let phrases = match.textPhrases.prefix(Self.phraseLimit)
    guard !phrases.isEmpty else { return [] }
    let inFiles = phrases.map { phrase in
      let terms = phrase.tokens.map { ScopeTerm.fileNameWord($0) }
      return MatchNode.phrase(QueryPhrase(tokens: terms, isPrefix: phrase.isPrefix), column: nil)
    }
    var lifts = [RelevanceLift(condition: .any(inFiles), factor: Self.fileFactor)]
    let rooms = try conversations(named: Array(phrases))
    if !rooms.isEmpty {
      let terms = rooms.map { MatchNode.term(ScopeTerm.conversation($0)) }
      lifts.append(RelevanceLift(condition: .any(terms), factor: Self.topicFactor))
    }
    return lifts
  }

  /// The conversations with one of the phrases in their topic, if they are few.
  private func conversations(named phrases: [QueryPhrase]) throws -> [Int64] {
    var rooms: Set<Int64> = []
    for phrase in phrases {
      var sql = phrase.topicSelection
      sql.text += " LIMIT \(Self.topicLimit + 1)"
      try connection.forEachRow(sql.text, sql.values) { rooms.insert($0.integer(at: 0)) }
      if rooms.count > Self.topicLimit { return [] }
    }
    return rooms.sorted()
  }

  /// The rowids that a lift is for, matches or not: its terms are rarer than a question to both.
  func rowids(
    liftedBy lift: RelevanceLift,
    within rowids: ClosedRange<Int64>
  ) throws -> Set<Int64> {
    var sql = SQLFragment(
      "SELECT rowid FROM item_fts WHERE item_fts MATCH ?",
      [.text(lift.condition.description)]
    )
    sql.add(bounds: [rowids], of: "rowid")
    // From the newest on: the window lies at that end of the postings.
    sql.text += " ORDER BY rowid DESC"
    return Set(try connection.rows(sql.text, sql.values) { $0.integer(at: 0) })
  }
}
