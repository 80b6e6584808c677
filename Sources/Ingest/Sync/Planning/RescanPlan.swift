internal import Index

/// Which conversations a run walks through from the beginning, to find what their cursors cannot: likes, and items
/// that vanished.
///
/// Whatever happens to an item is seen by the next such walk, so the bound "seen within N" holds when at the end of
/// every run each conversation's last walk began less than N ago. Each has a turn of its own every three quarters of
/// the bound, which spreads the work; whoever missed it is walked through before the bound is up.
struct RescanPlan: Sendable, Equatable {
  /// A conversation that has been read to its end.
  struct Candidate: Sendable, Equatable {
    /// Its place in the caller's list.
    var place: Int
    var id: WireID
    /// When its last walk began, ms.
    var verified: Int64
  }

  /// The places of those to walk through, those longest ago first.
  let places: [Int]

  /// From one turn to the next where something is to be looked at within a bound, both in ms: some time is left for
  /// the run that comes late.
  static func interval(within bound: Int64) -> Int64 { max(1, bound * 3 / 4) }

  /// Chooses.
  ///
  /// - Parameters:
  ///   - candidates: All of them.
  ///   - now: When the run began, ms.
  ///   - previous: When the run before it began, ms; nil when there was none.
  ///   - bound: The bound, ms.
  init(_ candidates: [Candidate], now: Int64, previous: Int64?, bound: Int64) {
    let gap = min(max(previous.map { now - $0 } ?? 0, 0), bound)
    // The next run may come later than this one did.
    let deadline = now + 2 * gap - bound
    let interval = Self.interval(within: bound)
    places =
      candidates.filter { candidate in
        candidate.verified < now
          && (candidate.verified <= deadline
            || candidate.verified
              < IdleSchedule.lastTurn(of: candidate.id, every: interval, upTo: now))
      }
      .sorted { ($0.verified, $0.place) < ($1.verified, $1.place) }
      .map(\.place)
  }
}
