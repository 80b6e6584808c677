internal import SQLite

/// The words of the full-text index, for telling what a word that it lacks was probably meant to be.
///
/// FTS5 gives its vocabulary in order. It is not read through: each look seeks the next word that may be
/// near, so that some hundred looks do, and there are no more than a bound.
final class Vocabulary {
  /// How many looks all words of a query get, some 70 µs each; a bound on time would suggest other words on a
  /// busy machine.
  static let lookLimit = 400
  /// How long it may take where looks are slow: the index lies on a slow disk that has not read it yet.
  static let timeout = Duration.seconds(1)
  /// How many suggestions a word gets.
  private static let suggestionLimit = 3
  /// How many near words are counted to find the most frequent of them.
  private static let candidateLimit = 12
  /// How far a word's items are counted.
  private static let countLimit = 10_000

  private let connection: Connection
  private let terms: TermList
  private let deadline: ContinuousClock.Instant
  private var looks = 0

  /// The vocabulary of an index.
  ///
  /// - Parameters:
  ///   - connection: The index, also one that may not be written.
  ///   - terms: Its terms.
  ///   - deadline: When to stop with what has been found.
  init(_ connection: Connection, _ terms: TermList, until deadline: ContinuousClock.Instant) {
    self.connection = connection
    self.terms = terms
    self.deadline = deadline
  }

  /// The words nearest to one that the index lacks: the fewest slips first, then the most frequent.
  ///
  /// Words that begin alike are looked for first, since first letters are seldom wrong and leave less
  /// to look through.
  func suggestions(for word: String) throws -> [EmptyCause.Suggestion] {
    let length = word.unicodeScalars.count
    guard length >= 3 else { return [] }
    var near = try words(near: word, sharing: 2, limit: 1)
    if near.isEmpty { near = try words(near: word, sharing: 1, limit: 1) }
    if near.isEmpty { near = try words(withAnotherFirstLetterThan: word) }
    for prefix in [2, 1] where near.isEmpty && length >= 5 {
      near = try words(near: word, sharing: prefix, limit: 2)
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
    var bound = prefix
    while let term = try next(from: bound),
      term.utf8.starts(with: prefix)
    {
      switch range.judge(term) {
      case .near(let distance):
        found.append((term, distance))
        bound = Array(term.utf8) + [0]
      case .far: bound = Array(term.utf8) + [0]
      case .beyond(let next): bound = next
      case .behindAll: return found
      }
    }
    return found
  }

  /// The words that differ in their first letter: it is wrong, missing, too many, or swapped with the next.
  ///
  /// Wrong and missing letters are those that stand near the word's own in Unicode, its alphabet.
  private func words(
    withAnotherFirstLetterThan word: String
  ) throws -> [(word: String, distance: Int)] {
    let letters = Array(word.unicodeScalars)
    let block = letters[0].value & ~0x3F
    let alphabet = (block..<block + 0x40).compactMap(Unicode.Scalar.init)
      .filter { $0.properties.isAlphabetic && !$0.properties.isUppercase }
    let rest = Array(letters.dropFirst())
    var candidates = [rest, [letters[1], letters[0]] + rest.dropFirst()]
    for letter in alphabet { candidates += [[letter] + rest, [letter] + letters] }
    return try candidates.compactMap { candidate in
      let text = String(String.UnicodeScalarView(candidate))
      return try next(from: Array(text.utf8)) == text ? (text, 1) : nil
    }
  }

  /// The first term that is not before `bound`; nil also when there are to be no more looks.
  private func next(from bound: [UInt8]) throws -> String? {
    guard looks < Self.lookLimit, ContinuousClock.now < deadline else { return nil }
    looks += 1
    return try terms.next(from: bound)
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
}
