internal import SQLite

/// The words of the full-text index, for telling what a word that it lacks was probably meant to be.
///
/// FTS5 gives its vocabulary in order. It is not read through: each look seeks the next word that may be
/// near, a few hundred looks in all, under a deadline.
struct Vocabulary {
  /// How long a search for suggestions may take: an explanation must not cost more than an answer.
  static let timeout = Duration.milliseconds(30)
  /// How many suggestions a word gets.
  private static let suggestionLimit = 3
  /// How many near words are counted to find the most frequent of them.
  private static let candidateLimit = 12
  /// How far a word's items are counted.
  private static let countLimit = 10_000

  private let connection: Connection
  private let deadline: ContinuousClock.Instant

  /// The vocabulary of an index.
  ///
  /// - Parameters:
  ///   - connection: The index, also one that may not be written.
  ///   - deadline: When to stop with what has been found.
  /// - Throws: `SQLiteError`.
  init(_ connection: Connection, until deadline: ContinuousClock.Instant) throws {
    self.connection = connection
    self.deadline = deadline
    // A table of this connection's own: nothing is written to the index.
    try connection.execute(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, item_fts, instance)"
    )
  }

  /// The words nearest to one that the index lacks: the fewest slips first, then the most frequent.
  ///
  /// Words that begin alike are looked for first, since first letters are seldom wrong.
  func suggestions(for word: String) throws -> [EmptyCause.Suggestion] {
    let length = word.unicodeScalars.count
    guard length >= 3 else { return [] }
    let limit = length < 5 ? 1 : 2
    var near: [(word: String, distance: Int)] = []
    for (prefix, limit) in [(2, limit), (1, 1), (0, 1), (1, limit)] where near.isEmpty {
      near = try words(near: word, sharing: prefix, limit: limit)
    }
    near.sort { ($0.distance, $0.word) < ($1.distance, $1.word) }
    let counted = try near.prefix(Self.candidateLimit).map { candidate in
      (slips: candidate.distance, word: candidate.word, count: try count(candidate.word))
    }
    let ordered = counted.sorted { first, second in
      (first.slips, -first.count.count, first.word) < (
        second.slips, -second.count.count, second.word
      )
    }
    return ordered.prefix(Self.suggestionLimit).map { candidate in
      EmptyCause.Suggestion(word: candidate.word, count: candidate.count)
    }
  }

  /// The words within `limit` slips that share so many first letters.
  private func words(
    near word: String,
    sharing count: Int,
    limit: Int
  ) throws -> [(word: String, distance: Int)] {
    let prefix = Array(String(word.unicodeScalars.prefix(count)).utf8)
    let range = SpellingRange(of: word, limit: limit)
    var found: [(word: String, distance: Int)] = []
    var bound = prefix.isEmpty ? Self.firstWord : prefix
    while ContinuousClock.now < deadline, let term = try next(from: bound),
      term.utf8.starts(with: prefix)
    {
      switch range.judge(term) {
      case .near(let distance):
        if Self.isWord(term) { found.append((term, distance)) }
        bound = Array(term.utf8) + [0]
      case .far: bound = Array(term.utf8) + [0]
      case .beyond(let next): bound = next
      case .behindAll: return found
      }
    }
    return found
  }

  /// The first term that is not before `bound`.
  private func next(from bound: [UInt8]) throws -> String? {
    try connection.text(
      "SELECT term FROM temp.vocabulary WHERE term >= ? LIMIT 1",
      [.text(String(decoding: bound, as: UTF8.self))]
    )
  }

  /// How many items have a word, as far as that is soon counted.
  private func count(_ word: String) throws -> EmptyCause.BoundedCount {
    let question = MatchNode.term(Array(word.utf8)).description
    let sql = """
      SELECT count(*) FROM
        (SELECT 1 FROM item_fts WHERE item_fts MATCH ? LIMIT \(Self.countLimit))
      """
    let count = Int(try connection.integer(sql, [.text(question)]) ?? 0)
    return .init(count: count, isBounded: count == Self.countLimit)
  }

  /// Marks and digits sort before letters; what sorts before them is no word of a text.
  private static let firstWord: [UInt8] = [UInt8(ascii: "!")]

  /// Scope terms begin with an uppercase ASCII letter, words never do.
  private static func isWord(_ term: String) -> Bool {
    term.utf8.first.map { !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? false
  }
}
