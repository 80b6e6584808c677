import Chronology
import SQLite

/// The counts of a period, each worked out when it is first asked for, the cheapest way that is exact.
final class PeriodCounts {
  /// What is counted of a period as a whole.
  struct Total: Equatable {
    var counts = Counts()
    /// How many wrote.
    var people: Int64 = 0
    /// In how many conversations.
    var conversations: Int64 = 0
  }

  let period: Period
  private let source: CountSource
  private let connection: Connection
  /// Whether one pass over the items is to answer all: it is cheaper than the rollups of a few weeks.
  private let readsItems: Bool
  private var itemTally: ItemTally?
  private var people: SpanTally?
  private var conversations: CountsByID?

  /// Days up to which a period's items are read rather than its rollups.
  static let longestReadDays = 45

  /// Prepares the counts of a period.
  ///
  /// - Parameters:
  ///   - period: The period.
  ///   - source: Where the counts come from.
  ///   - needsDetail: Whether more than the totals will be asked for.
  ///   - connection: The index.
  init(of period: Period, from source: CountSource, needsDetail: Bool, on connection: Connection) {
    self.period = period
    self.source = source
    self.connection = connection
    readsItems =
      source == .items || needsDetail && period.days.count <= Self.longestReadDays
  }

  /// What a pass over the items tells.
  var items: ItemTally {
    get throws {
      if let itemTally { return itemTally }
      let tally = try ItemTally(of: period, with: try ItemScan(connection))
      itemTally = tally
      return tally
    }
  }

  private var spanTally: SpanTally {
    get throws {
      if let people { return people }
      let tally = try SpanTally(cuts: [period.from, period.to], from: source, on: connection)
      people = tally
      return tally
    }
  }

  /// The period as a whole.
  var total: Total {
    get throws {
      let counts =
        try readsItems
        ? items.byDay.reduce(into: Counts()) { $0 += $1 }
        : spanTally.counts.first ?? Counts()
      return Total(
        counts: counts,
        people: Int64(try byPerson.withMessages.count),
        conversations: Int64(try byConversation.withMessages.count)
      )
    }
  }

  /// By person, without how many people.
  var byPerson: CountsByID {
    get throws { try readsItems ? items.byPerson : spanTally.byPerson }
  }

  /// By conversation, without how many people.
  var byConversation: CountsByID {
    get throws {
      if readsItems { return try items.byConversation }
      if let conversations { return conversations }
      var result = CountsByID()
      try RollupScan(connection).forEach(.conversation, cuts: [period.from, period.to]) {
        _,
        conversation,
        counts in
        result.add(counts, to: conversation)
      }
      conversations = result
      return result
    }
  }

  /// By day, in the period's order, without how many people.
  var byDay: [Counts] {
    get throws {
      try readsItems
        ? items.byDay : SpanTally.counts(cuts: period.cuts, from: source, on: connection)
    }
  }

  /// By local weekday and hour, Monday 0 o'clock first.
  var byHour: [Counts] {
    get throws {
      if readsItems { return try items.byHour }
      let clock = ZoneClock(zone: period.zone, from: period.from, to: period.to)
      let hour = ZoneClock.day / 24
      var result = [Counts](repeating: Counts(), count: 7 * 24)
      var day = 0
      // A quarter of an hour that the zone's clock shows as one of its own.
      func isWhole(_ start: Int64) -> Bool {
        let first = clock.reading(at: start)
        let last = clock.reading(at: start + RollupScan.quarter - 1)
        return first.isMultiple(of: RollupScan.quarter) && last - first == RollupScan.quarter - 1
      }
      try RollupScan(connection).forEachTime(
        cuts: [period.from, period.to],
        isWhole: isWhole
      ) { _, time, counts in
        // Whole quarters come in order, and after them the items of others.
        if time < self.period.days[day].from { day = 0 }
        while time >= self.period.days[day].to, day + 1 < self.period.days.count { day += 1 }
        let hours = clock.reading(at: time).flooredDivision(by: hour).quotient
        let weekday = self.period.days[day].date.weekday
        result[24 * (weekday - 1) + Int(hours.flooredDivision(by: 24).remainder)] += counts
      }
      return result
    }
  }

  /// A chain of spans of the period, with how many people wrote in each.
  func tally(cuts: [Int64]) throws -> SpanTally {
    try SpanTally(cuts: cuts, from: source, on: connection)
  }

  /// A chain of spans that need not lie in the period, without people.
  func counts(cuts: [Int64]) throws -> [Counts] {
    try SpanTally.counts(cuts: cuts, from: source, on: connection)
  }
}
