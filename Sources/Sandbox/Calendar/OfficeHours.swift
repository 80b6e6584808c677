/// When people write: the hours of a day by how busy they are.
struct OfficeHours: Sendable {
  /// Each hour as often as it is busy, so that a plain draw follows the profile.
  private let working: [Int]
  private let free: [Int]

  init() {
    let weekday = [
      0, 0, 0, 0, 0, 0, 1, 5, 15, 25, 26, 22, 12, 20, 25, 23, 18, 12, 5, 3, 2, 2, 1, 0,
    ]
    let weekend = [1, 0, 0, 0, 0, 0, 0, 1, 2, 4, 5, 5, 4, 3, 4, 4, 4, 3, 4, 5, 6, 5, 3, 2]
    working = OfficeHours.spread(weekday)
    free = OfficeHours.spread(weekend)
  }

  private static func spread(_ profile: [Int]) -> [Int] {
    profile.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
  }

  /// A time on the local day `day` of somebody `offsetMinutes` east of UTC, in ms UTC.
  ///
  /// `shift` moves the whole day: early birds have -1, night owls 2.
  func time(
    on day: CivilDay,
    offsetMinutes: Int,
    shift: Int,
    _ chance: inout SplitMix
  ) -> Int {
    let hours = day.weekday < 5 ? working : free
    let hour = hours[chance.below(hours.count)] + shift
    return day.start + hour * 3_600_000 - offsetMinutes * 60_000 + chance.below(3_600_000)
  }
}
