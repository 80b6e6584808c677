/// The best matches so far, to tell when no older one can come before them any more.
///
/// Matches come the newest first, and a score is at most what a perfect text of that age would have. So once
/// enough rows have been found that are better, the rest of the window needs no reading, and the page is the same.
struct Contenders {
  private let count: Int
  private let last: Candidate?
  /// The score that nothing can have whose age counts for nothing.
  private let ceiling: Double
  private let greatestLift: Double
  /// The best first, by the scores of their texts, at most `count`.
  private var best: [(candidate: Candidate, hasPassed: Bool)] = []

  /// Nobody yet.
  ///
  /// - Parameters:
  ///   - count: How many rows are wanted.
  ///   - last: The match behind which these are wanted, if there is one.
  ///   - greatestScore: The score, before its age, that no text reaches.
  ///   - greatestLift: What scores may be multiplied by afterwards.
  init(count: Int, behind last: Candidate?, greatestScore: Double, greatestLift: Double) {
    self.count = count
    self.last = last
    // Factors multiplied in another order may differ in the last digit.
    self.greatestLift = greatestLift * 1.000_001
    ceiling = greatestScore * self.greatestLift
  }

  /// Takes the next match.
  mutating func add(_ candidate: Candidate) {
    // What a lift may bring before the last row of the page before counts for nothing.
    if let last, candidate.score * greatestLift >= last.score { return }
    if best.count == count {
      guard let worst = best.last, candidate.score > worst.candidate.score else { return }
      best.removeLast()
    }
    let place = best.lastIndex { $0.candidate.score >= candidate.score }.map { $0 + 1 } ?? 0
    best.insert((candidate, false), at: place)
  }

  /// Whether enough rows are better than whatever is as old as `recency` says, or older.
  ///
  /// - Parameters:
  ///   - recency: The factor for the age, which for older matches is no greater.
  ///   - passes: Whether a match is a row of the answer; asked once for each that matters.
  /// - Returns: Whether they are.
  mutating func areAhead(
    of recency: Double,
    whoPass passes: (Candidate) throws -> Bool
  ) rethrows -> Bool {
    guard best.count == count, let worst = best.last, ceiling * recency < worst.candidate.score
    else { return false }
    best = try best.compactMap { candidate, hasPassed in
      guard try hasPassed || passes(candidate) else { return nil }
      return (candidate, true)
    }
    return best.count == count
  }
}
