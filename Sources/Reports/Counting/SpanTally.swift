import Index
import SQLite

/// Where counts come from.
public enum CountSource: Sendable {
  /// From the items where a period is short, from the rollups where it is long.
  case fastest
  /// From the items alone: what the rollups have to agree with.
  case items
}

/// What is counted of each span of a chain of spans, such as the months of a year.
struct SpanTally {
  private let chain: SpanChain
  private var counts: [Counts]
  /// By span: who wrote in it.
  private var wrote: [IDSet]
  /// Of the chain as a whole.
  private(set) var byPerson = CountsByID()

  /// Counts with people.
  ///
  /// - Parameters:
  ///   - chain: The spans.
  ///   - source: Where the counts come from.
  ///   - connection: The index.
  /// - Throws: `SQLiteError`.
  init(over chain: SpanChain, from source: CountSource, on connection: Connection) throws {
    var counts = [Counts](repeating: Counts(), count: chain.count)
    var wrote = [IDSet](repeating: IDSet(), count: chain.count)
    var byPerson = CountsByID()
    func add(_ span: Int, _ person: Int64, _ more: Counts) {
      counts[span] += more
      byPerson.add(more, to: person)
      if more.messages > 0 { wrote[span].insert(person) }
    }
    switch source {
    case .fastest: try RollupScan(connection).forEach(.person, over: chain, add)
    case .items:
      var cursor = SpanChain.Cursor(chain)
      try ItemScan(connection, from: .items).forEach(from: chain.from, to: chain.to) { item in
        add(cursor.span(at: item.time), item.person, item.counts)
      }
    }
    self.chain = chain
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
      while span < counts.count, chain.cuts[span + 1] <= end {
        sum += counts[span]
        people.formUnion(wrote[span])
        span += 1
      }
      return (sum, people.count)
    }
  }

  /// The counts of each span of a chain by time alone: without people, from fewer rows.
  static func counts(
    over chain: SpanChain,
    from source: CountSource,
    on connection: Connection
  ) throws -> [Counts] {
    var counts = [Counts](repeating: Counts(), count: chain.count)
    switch source {
    case .fastest:
      try RollupScan(connection).forEachTime(over: chain) { span, _, more in counts[span] += more }
    case .items:
      var cursor = SpanChain.Cursor(chain)
      try ItemScan(connection, from: .items).forEach(from: chain.from, to: chain.to) { item in
        counts[cursor.span(at: item.time)] += item.counts
      }
    }
    return counts
  }
}
