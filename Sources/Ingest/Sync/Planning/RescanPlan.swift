/// Which conversations a run walks through from the beginning, to find what their cursors cannot: likes, and items
/// that vanished.
///
/// Whatever happens to an item is seen by the next such walk, so the bound "seen within N" holds when at the end of
/// every run each conversation's last walk began less than N ago.
struct RescanPlan: Sendable, Equatable {
  /// A conversation that has been read to its end.
  struct Candidate: Sendable, Equatable {
    /// Its place in the caller's list.
    var place: Int
    /// When its last walk began, ms.
    var verified: Int64
    /// Requests that its last walk took.
    var pages: Int
  }

  /// The places of those to walk through, oldest first.
  var places: [Int] = []
  /// How many of them the bound asks for in this run; the rest are the run's share of work that is to come.
  var needed = 0

  /// Chooses.
  ///
  /// - Parameters:
  ///   - candidates: All of them.
  ///   - now: When the run began, ms.
  ///   - previous: When the run before it began, ms; nil when there was none.
  ///   - bound: The bound, ms.
  init(_ candidates: [Candidate], now: Int64, previous: Int64?, bound: Int64) {
    let gap = min(max(previous.map { now - $0 } ?? bound / 4, 1), bound)
    let oldestFirst = candidates.sorted { ($0.verified, $0.place) < ($1.verified, $1.place) }
    // The next run may come later than this one did.
    let deadline = now + 2 * gap - bound
    let all = candidates.reduce(0) { $0 + max(1, $1.pages) }
    // Ahead of the bound by a quarter, so that the work is even and seldom urgent.
    let share = Double(all) * Double(gap) / (Double(bound) * 0.75)
    var pages = 0
    for candidate in oldestFirst {
      let isNeeded = candidate.verified <= deadline
      guard isNeeded || Double(pages) < share else { break }
      // What has just been walked through has nothing to be found yet.
      guard candidate.verified < now else { break }
      places.append(candidate.place)
      pages += max(1, candidate.pages)
      if isNeeded { needed += 1 }
    }
  }
}
