import SQLite

/// Where counts come from.
public enum CountSource: Sendable {
  /// From the items where a period is short, from the rollups where it is long.
  case fastest
  /// From the items alone: what the rollups have to agree with.
  case items
}

/// What is counted of each span of a chain of spans, such as the months of a year.
///
/// A chain is given by its cuts: the first ms (UTC) of each span, and the ms after the last.
struct SpanTally {
  private let cuts: [Int64]
  private var counts: [Counts]
  /// By span: who wrote in it.
  private var wrote: [IDSet]
  /// Of the chain as a whole.
  private(set) var byPerson = CountsByID()

  /// Counts with people.
  ///
  /// - Parameters:
  ///   - cuts: The chain's cuts.
  ///   - source: Where the counts come from.
  ///   - connection: The index.
  /// - Throws: `SQLiteError`.
  init(cuts: [Int64], from source: CountSource, on connection: Connection) throws {
    let spans = max(0, cuts.count - 1)
    var counts = [Counts](repeating: Counts(), count: spans)
    var wrote = [IDSet](repeating: IDSet(), count: spans)
    var byPerson = CountsByID()
    func add(_ span: Int, _ person: Int64, _ more: Counts) {
      counts[span] += more
      byPerson.add(more, to: person)
      if more.messages > 0 { wrote[span].insert(person) }
    }
    switch source {
    case .fastest: try RollupScan(connection).forEach(.person, cuts: cuts, add)
    case .items:
      var span = 0
      try ItemScan(connection, from: .items).forEach(from: cuts.first ?? 0, to: cuts.last ?? 0) {
        item in
        while span + 2 < cuts.count, item.time >= cuts[span + 1] { span += 1 }
        add(span, item.person, item.counts)
      }
    }
    self.cuts = cuts
    self.counts = counts
    self.wrote = wrote
    self.byPerson = byPerson
  }

  /// What is counted of spans that are made of whole spans of the chain.
  ///
  /// - Parameter longer: The cuts of those spans, each of them one of the chain's.
  /// - Returns: For each of them its counts, and how many wrote in it.
  func spans(cuts longer: [Int64]) -> [(counts: Counts, people: Int64)] {
    var span = 0
    return longer.dropFirst().map { end in
      var sum = Counts()
      var people = IDSet()
      while span < counts.count, cuts[span + 1] <= end {
        sum += counts[span]
        people.formUnion(wrote[span])
        span += 1
      }
      return (sum, people.count)
    }
  }

  /// The counts of each span of a chain by time alone: without people, from fewer rows.
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
      try ItemScan(connection, from: .items).forEach(from: cuts.first ?? 0, to: cuts.last ?? 0) {
        item in
        while span + 2 < cuts.count, item.time >= cuts[span + 1] { span += 1 }
        counts[span] += item.counts
      }
    }
    return counts
  }
}
