/// How much of a tenant's life falls on each day of its time range.
///
/// Weeks have a rhythm, holidays and August are quiet, the tenant grows to about 2.5 times its
/// first size, and no two days are quite alike.
struct WorkCalendar: Sendable {
  let start: Int
  let end: Int
  let days: [CivilDay]
  /// For each day the weight of all days up to and with it.
  private let cumulated: [Int]

  init(start: Int, end: Int, seed: UInt64) {
    self.start = start
    self.end = end
    let first = CivilDay(of: start)
    let last = CivilDay(of: end)
    days = (first.number...last.number).map(CivilDay.init(number:))
    var chance = SplitMix(seed: seed, concern: 1)
    var sum = 0
    cumulated = days.map { day in
      let span = max(1, last.number - first.number)
      let growth = 400 + 600 * (day.number - first.number) / span
      let noise = 92 + chance.below(17)
      let open = min(end, day.start + CivilDay.milliseconds) - max(start, day.start)
      let hours = max(1, open / 3_600_000)
      sum += max(1, WorkCalendar.weight(of: day) * growth * noise * hours / 240_000)
      return sum
    }
  }

  /// How many of `total` items are due by the end of the day `index`; all of them on the last day.
  func due(of total: Int, byDay index: Int) -> Int {
    guard let all = cumulated.last else { return total }
    let product = total.multipliedFullWidth(by: cumulated[index])
    return all.dividingFullWidth(product).quotient
  }

  /// How busy a day is; a plain Tuesday is 108.
  private static func weight(of day: CivilDay) -> Int {
    let rhythm = [100, 108, 110, 104, 84, 9, 7][day.weekday]
    let (month, date) = day.monthAndDay
    switch (month, date) {
    case (12, 24...31), (1, 1): return max(1, rhythm * 12 / 100)
    case (12, 18...23), (1, 2...6): return rhythm * 60 / 100
    case (5, 1), (10, 3): return rhythm * 45 / 100
    case (8, _): return rhythm * 72 / 100
    default: return rhythm
    }
  }
}
