import SQLite

/// Where counts come from.
public enum CountSource: Sendable {
  /// From the items where a period is short, from the rollups where it is long.
  case fastest
  /// From the items alone: what the rollups have to agree with.
  case items
}

/// What is counted of each span of a chain of spans, such as the months of a year.
struct SpanTally: Equatable {
  private(set) var counts: [Counts]
  /// How many wrote in each span.
  private(set) var people: [Int64]
  /// Of the chain as a whole.
  private(set) var byPerson = CountsByID()

  /// Counts with people.
  ///
  /// - Parameters:
  ///   - cuts: The chain's cuts, as `RollupScan` has them.
  ///   - source: Where the counts come from.
  ///   - connection: The index.
  /// - Throws: `SQLiteError`.
  init(cuts: [Int64], from source: CountSource, on connection: Connection) throws {
    let spans = max(0, cuts.count - 1)
    var counts = [Counts](repeating: Counts(), count: spans)
    var byPerson = CountsByID()
    // By span: the people who wrote in it.
    var wrote = [Set<Int64>](repeating: [], count: spans)
    func add(_ span: Int, _ person: Int64, _ more: Counts) {
      counts[span] += more
      byPerson.add(more, to: person)
      if more.messages > 0, person != 0 { wrote[span].insert(person) }
    }
    switch source {
    case .fastest: try RollupScan(connection).forEach(.person, cuts: cuts, add)
    case .items:
      var span = 0
      try ItemScan(connection).forEach(from: cuts.first ?? 0, to: cuts.last ?? 0) { item in
        while span + 2 < cuts.count, item.time >= cuts[span + 1] { span += 1 }
        add(span, item.person, item.counts)
      }
    }
    self.counts = counts
    self.byPerson = byPerson
    people = wrote.map { Int64($0.count) }
  }

  /// The counts of each span by time alone: without people, from fewer rows.
  static func counts(
    cuts: [Int64],
    from source: CountSource,
    on connection: Connection
  ) throws -> [Counts] {
    var counts = [Counts](repeating: Counts(), count: max(0, cuts.count - 1))
    switch source {
    case .fastest:
      try RollupScan(connection).forEachTime(cuts: cuts) { span, _, more in counts[span] += more }
    case .items:
      var span = 0
      try ItemScan(connection).forEach(from: cuts.first ?? 0, to: cuts.last ?? 0) { item in
        while span + 2 < cuts.count, item.time >= cuts[span + 1] { span += 1 }
        counts[span] += item.counts
      }
    }
    return counts
  }
}
