public import Foundation

/// The moment and the time zone a run reads dates in: one of each for a whole run, so that filters
/// and answers agree.
///
///     let clock = LocalClock(timeZone: lisbon, now: 1_772_668_800_000)
///     let query = try Query(parsing: "on:yesterday", at: clock)
public struct LocalClock: Sendable, Equatable {
  /// The zone in which days begin and end.
  public let timeZone: TimeZone
  /// The moment of the run, in milliseconds since 1970 UTC.
  public let now: Int64

  /// A clock that stands still.
  ///
  /// - Parameters:
  ///   - timeZone: The zone in which days begin and end.
  ///   - now: The moment of the run, in milliseconds since 1970 UTC.
  public init(timeZone: TimeZone, now: Int64) {
    self.timeZone = timeZone
    self.now = now
  }

  /// The zone's name in the IANA database, such as `Europe/Lisbon`.
  public var zoneName: String { timeZone.identifier }
}

/// Between moments (seconds since 1970 UTC) and what a clock on the wall shows (seconds since
/// 1970-01-01T00:00 as shown there). Foundation only gives the offsets; they are whole seconds.
extension LocalClock {
  /// What the wall clock shows at a moment.
  package func reading(at moment: Int) -> Int {
    moment + offset(at: moment)
  }

  /// The day (since 1970-01-01) that it is now.
  package var today: Int {
    let moment = Int(now).flooredQuotient(by: 1000)
    return reading(at: moment).flooredQuotient(by: 86_400)
  }

  /// The first moment at which the clock shows `reading`; where it skips that, the moment it skips.
  ///
  /// This is where days begin: a day whose midnight does not exist begins when the clock jumps.
  package func firstMoment(showing reading: Int) -> Int {
    moments(showing: reading).min() ?? momentSkipping(reading)
  }

  /// The last moment at which the clock shows `reading`, if it ever does.
  package func lastMoment(showing reading: Int) -> Int? {
    moments(showing: reading).max()
  }

  /// None where the clock is put forward over `reading`, two where it is put back over it.
  private func moments(showing reading: Int) -> [Int] {
    let (early, late) = offsets(around: reading)
    return [early, late].map { reading - $0 }.filter { self.reading(at: $0) == reading }
  }

  private func momentSkipping(_ reading: Int) -> Int {
    let (early, late) = offsets(around: reading)
    var before = reading - max(early, late) - 1
    var after = reading - min(early, late)
    while after - before > 1 {
      let middle = before + (after - before) / 2
      if self.reading(at: middle) >= reading {
        after = middle
      } else {
        before = middle
      }
    }
    return after
  }

  /// The offsets before and after a change that might concern `reading`: offsets lie between -12
  /// and +14 hours, so its moment lies between these two.
  private func offsets(around reading: Int) -> (early: Int, late: Int) {
    (offset(at: reading - 14 * 3600), offset(at: reading + 12 * 3600))
  }

  private func offset(at moment: Int) -> Int {
    timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment)))
  }
}
