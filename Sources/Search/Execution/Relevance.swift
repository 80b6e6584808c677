internal import Index
internal import SQLite
internal import Text

/// Scores matches for `trawl_relevance(item_fts)`, the SQL function of one connection.
///
/// After BM25, a phrase found often in a message counts little more than one found once, and a rare
/// phrase counts more than a common one. How rare it is comes from how densely its own newest
/// matches lie in time, since counting all would cost more than the search. All of it is multiplied by
/// how recent the message is, from 1 down: a half after `halving` days, a third after twice as many.
final class Relevance {
  /// From how many of a phrase's newest matches its density is taken.
  private static let densitySample = 100
  /// BM25's k1: how soon a phrase found again counts no more.
  private static let saturation = 1.2
  /// How many words of the content one word of the subject is worth.
  private static let subjectWeight = 3.0

  /// After how many days a message is worth half.
  private static let halving = 180.0

  /// The newest item, from which age is reckoned.
  private var newest: Int64 = 0
  /// A weight for each phrase that is looked for.
  private var weights: [Double] = []
  /// Which of them each phrase of the MATCH text is a variant of.
  private var variantOf: [Int] = []
  /// What no text scores, before its age: it would be full of all that is looked for.
  private(set) var greatestScore = 0.0
  /// How often each of them is in the row at hand.
  private var frequencies: [Double] = []

  func define(on connection: Connection) throws(SQLiteError) {
    try connection.defineAuxiliary("trawl_relevance") { [self] match, result in
      result.set(score(of: match))
    }
  }

  private func score(of match: FTS5Match) -> Double {
    for wanted in frequencies.indices { frequencies[wanted] = 0 }
    for phrase in 0..<min(match.phraseCount, variantOf.count) where weights[variantOf[phrase]] > 0 {
      var frequency = 0.0
      let isWhole = match.forEachOccurrence(ofPhrase: phrase) { column, _ in
        switch column {
        case 0: frequency += Self.subjectWeight
        case 1: frequency += 1
        default: break
        }
      }
      if isWhole { frequencies[variantOf[phrase]] += frequency }
    }
    var score = 0.0
    for (weight, frequency) in zip(weights, frequencies) where frequency > 0 {
      score += weight * frequency / (frequency + Self.saturation)
    }
    return score * recency(of: match.rowid)
  }

  /// How much an item counts for its age: 1 for the newest.
  func recency(of rowid: Int64) -> Double {
    let age = Double(Rowid.millisecond(of: newest) - Rowid.millisecond(of: rowid)) / 86_400_000
    return 1 / (1 + max(age, 0) / Self.halving)
  }

  /// Sets the weights for a question to the full-text index.
  ///
  /// - Parameters:
  ///   - match: The question.
  ///   - newest: The rowid from which age and density are reckoned.
  ///   - connection: Where to look.
  /// - Throws: `SQLiteError`.
  func prepare(for match: MatchNode, newest: Int64, on connection: Connection) throws {
    self.newest = newest
    let phrases: [QueryPhrase]
    (phrases, variantOf) = match.numbered
    frequencies = phrases.map { _ in 0 }
    defer { greatestScore = weights.reduce(0, +) }
    let counting = phrases.filter { !$0.isScope }
    guard counting.count > 1 else {
      weights = phrases.map { $0.isScope ? 0 : 1 }
      return
    }
    let all = try density(
      of: SQLFragment("SELECT id FROM item WHERE id <= ? ORDER BY id DESC", [.integer(newest)]),
      on: connection
    )
    weights = try phrases.map { phrase in
      guard !phrase.isScope else { return 0 }
      let question = MatchNode.phrase(phrase, column: nil).description
      let matching = SQLFragment(
        "SELECT rowid FROM item_fts WHERE item_fts MATCH ? AND rowid <= ? ORDER BY rowid DESC",
        [.text(question), .integer(newest)]
      )
      let own = try density(of: matching, on: connection)
      return Self.logarithm(1 + all / max(own, all / 1e9))
    }
  }

  /// How many rows there are in an hour, from the newest ones that `sql` selects.
  private func density(of sql: SQLFragment, on connection: Connection) throws -> Double {
    var sql = sql
    sql.text += " LIMIT \(Self.densitySample)"
    var count = 0.0
    var oldest = newest
    try connection.forEachRow(sql.text, sql.values) { row in
      count += 1
      oldest = row.integer(at: 0)
    }
    let hours = Double(Rowid.millisecond(of: newest) - Rowid.millisecond(of: oldest)) / 3_600_000
    return count / max(hours, 1.0 / 3600)
  }

  /// The natural logarithm to the precision that weights need, without the C library's maths.
  private static func logarithm(_ number: Double) -> Double {
    // log2 of the significand in 1..<2 by its series around 1, doubled precision being idle here.
    let ratio = (number.significand - 1) / (number.significand + 1)
    let square = ratio * ratio
    let series = 2 * ratio * (1 + square * (1.0 / 3 + square * (1.0 / 5 + square / 7)))
    return Double(number.exponent) * 0.693_147_180_559_945_3 + series
  }
}
