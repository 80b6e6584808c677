internal import Chronology
public import Foundation

/// The moment and the time zone a run reads dates in: one of each for a whole run, so that filters
/// and answers agree.
///
///     let clock = LocalClock(timeZone: lisbon, now: 1_772_668_800_000)
///     let query = try Query(parsing: "on:yesterday", at: clock)
public struct LocalClock: Sendable {
  /// The moment of the run, in milliseconds since 1970 UTC.
  public let now: Int64
  /// The wall clock of the zone in which days begin and end.
  let wall: ZoneClock

  /// A clock that stands still.
  ///
  /// - Parameters:
  ///   - timeZone: The zone in which days begin and end.
  ///   - now: The moment of the run, in milliseconds since 1970 UTC.
  public init(timeZone: TimeZone, now: Int64) {
    self.now = now
    wall = ZoneClock(zone: timeZone)
  }

  /// The zone in which days begin and end.
  public var timeZone: TimeZone { wall.zone }

  /// The zone's name in the IANA database, such as `Europe/Lisbon`.
  public var zoneName: String { timeZone.identifier }

  /// The day that it is now.
  var today: CivilDate { wall.date(at: now) }
}
