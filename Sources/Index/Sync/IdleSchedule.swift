/// How often a conversation is asked for what is new: the longer nothing has come, the less often.
///
/// Nothing is written for a conversation that had nothing: it is due when a boundary of its own lies between the last
/// settled run and now, so that when it was last asked follows from when that run was. Every interval divides the
/// next, so that the boundaries of a longer one are boundaries of the shorter one too.
///
///     IdleSchedule.interval(afterIdling: 3 * 86_400_000)   // 3_600_000: asked once an hour
package enum IdleSchedule {
  private static let day: Int64 = 86_400_000
  private static let hour: Int64 = 3_600_000

  /// Idle ages, ms, and the interval from each on.
  private static let steps: [(idle: Int64, interval: Int64)] = [
    (90 * day, 24 * hour), (14 * day, 6 * hour), (2 * day, hour),
  ]

  /// The longest that a conversation is left alone, ms.
  package static let longestInterval: Int64 = 24 * hour

  /// The time from one look to the next, ms; 0: every run looks.
  ///
  /// - Parameter idle: How long ago its newest item was modified, ms.
  /// - Returns: The time.
  package static func interval(afterIdling idle: Int64) -> Int64 {
    steps.first { idle >= $0.idle }?.interval ?? 0
  }

  /// Whether a run asks a conversation.
  ///
  /// - Parameters:
  ///   - convId: The conversation.
  ///   - newest: The modificationTime of its newest item, ms; nil when it has none yet.
  ///   - lastSettled: When the last run began that asked all that was due, ms; nil when there was none.
  ///   - now: When this run began, ms.
  /// - Returns: Whether it does.
  package static func isDue(
    _ convId: WireID,
    newest: Int64?,
    lastSettled: Int64?,
    now: Int64
  ) -> Bool {
    guard let newest, let lastSettled, lastSettled <= now else { return true }
    let interval = interval(afterIdling: now - newest)
    guard interval > 0 else { return true }
    return lastTurn(of: convId, every: interval, upTo: now) > lastSettled
  }

  /// When it was the turn of a conversation or a person last, where each has one an interval, at a moment of its own.
  ///
  /// - Parameters:
  ///   - id: The id of either.
  ///   - interval: The interval, ms.
  ///   - moment: The latest moment that counts, ms.
  /// - Returns: The turn, ms.
  package static func lastTurn(
    of id: WireID,
    every interval: Int64,
    upTo moment: Int64
  ) -> Int64 {
    // Taken from the longest interval, so that the turns of shorter ones fall on those of longer ones.
    let phase = Int64(id.digest % UInt64(max(longestInterval, interval))) % interval
    return moment - (((moment - phase) % interval) + interval) % interval
  }
}
