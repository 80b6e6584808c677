import Chronology
import Index
import SQLite

/// The counts of a period, each worked out when it is first asked for, the cheapest way that is exact.
final class PeriodCounts {
  /// What is counted of a period as a whole.
  struct Total {
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
  /// Whether nothing but the period as a whole is asked for: then it is enough to know who was there.
  private let isTotalAlone: Bool
  private var itemTally: ItemTally?
  /// Where the spans begin whose people are asked for (ms UTC), the period's own ends among them.
  private let cuts: [Int64]
  private var people: SpanTally?
  private var conversations: CountsByID?

  /// Days up to which a period's items are read rather than its rollups.
  static let longestReadDays = 45

  /// Prepares the counts of a period.
  ///
  /// - Parameters:
  ///   - period: The period.
  ///   - source: Where the counts come from.
  ///   - tables: What will be asked for.
  ///   - connection: The index.
  init(
    of period: Period,
    from source: CountSource,
    for tables: Set<PeriodTable>,
    on connection: Connection
  ) {
    self.period = period
    self.source = source
    self.connection = connection
    readsItems =
      source == .items
      || tables.contains(where: \.isDetail) && period.days.count <= Self.longestReadDays
    isTotalAlone = !readsItems && tables.isSubset(of: [.totals, .trend])
    // One reading of the rollups for all of them.
    var cuts: Set<Int64> = [period.from, period.to]
    if tables.contains(.byWeek) { cuts.formUnion(period.weeks.map(\.from)) }
    if tables.contains(.byMonth) { cuts.formUnion(period.months.map(\.from)) }
    self.cuts = cuts.sorted()
  }

  /// What a pass over the items tells.
  var items: ItemTally {
    get throws {
      if let itemTally { return itemTally }
      let tally = try ItemTally(of: period, with: try ItemScan(connection, from: source))
      itemTally = tally
      return tally
    }
  }

  private var spanTally: SpanTally {
    get throws {
      if let people { return people }
      let tally = try SpanTally(over: SpanChain(cuts: cuts), from: source, on: connection)
      people = tally
      return tally
    }
  }

  /// The period as a whole.
  var total: Total {
    get throws {
      if isTotalAlone {
        let rollups = try RollupScan(connection)
        let (from, to) = (period.from, period.to)
        return Total(
          counts: try counts(cuts: [from, to]).first ?? Counts(),
          people: try rollups.present(.person, from: from, to: to).count,
          conversations: try rollups.present(.conversation, from: from, to: to).count
        )
      }
      let counts =
        try readsItems
        ? items.byDay.reduce(into: Counts()) { $0 += $1 }
        : spanTally.spans(cuts: [period.from, period.to]).first?.counts ?? Counts()
      return Total(
        counts: counts,
        people: Int64(try byPerson.withMessages.count),
        conversations: Int64(try byConversation.withMessages.count)
      )
    }
  }

  /// Flags on the period's messages.
  var flags: Int64 {
    get throws {
      try ItemScan(connection, from: source).flags(from: period.from, to: period.to)
    }
  }

  /// The files on the period's messages.
  var files: EndingTally {
    get throws { try EndingTally(of: items.withFiles, on: connection) }
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
      try RollupScan(connection).forEach(
        .conversation,
        over: SpanChain(cuts: [period.from, period.to])
      ) {
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
        ? items.byDay
        : SpanTally.counts(over: SpanChain(cuts: period.cuts), from: source, on: connection)
    }
  }

  /// By local weekday and hour, Monday 0 o'clock first.
  var byHour: [Counts] {
    get throws {
      if readsItems { return try items.byHour }
      let clock = ZoneClock(zone: period.zone, from: period.from, to: period.to)
      var result = [Counts](repeating: Counts(), count: 7 * 24)
      var day = 0
      // A quarter of an hour that the zone's clock shows as one of its own.
      func isWhole(_ start: Int64) -> Bool {
        let first = clock.reading(at: start)
        let last = clock.reading(at: start + RollupScan.quarter - 1)
        return first.isMultiple(of: RollupScan.quarter) && last - first == RollupScan.quarter - 1
      }
      try RollupScan(connection).forEachTime(
        over: SpanChain(cuts: [period.from, period.to]),
        isWhole: isWhole
      ) { _, time, counts in
        // Whole quarters come in order, and after them the items of others.
        if time < self.period.days[day].from { day = 0 }
        while time >= self.period.days[day].to, day + 1 < self.period.days.count { day += 1 }
        result[hourOfWeek(clock.hour(at: time), on: self.period.days[day].date)] += counts
      }
      return result
    }
  }

  /// Weeks or months of the period, with how many people wrote in each.
  func spans(_ parts: [Period.Part]) throws -> [(counts: Counts, people: Int64)] {
    try spanTally.spans(cuts: parts.map(\.from) + [period.to])
  }

  /// A chain of spans that need not lie in the period, without people.
  func counts(cuts: [Int64]) throws -> [Counts] {
    try SpanTally.counts(over: SpanChain(cuts: cuts), from: source, on: connection)
  }
}
