internal import Index
internal import SQLite

/// The rows of a page, before they are dressed up as hits.
struct SearchPage {
  var rows: [TimeOrderedBuffer.Row] = []
  var next: SearchCursor?
  var isPartial = false
  var rankedAmong: SearchAnswer.RankedAmong?
}

extension SearchEngine {
  /// The page of a plan's answer after `cursor`.
  func page(
    of plan: SearchPlan,
    for request: SearchRequest,
    after cursor: SearchCursor?
  ) throws -> SearchPage {
    guard !plan.isEmpty else { return SearchPage() }
    if request.order == .relevance, plan.match != nil {
      return try bestPage(of: plan, for: request, after: cursor)
    }
    return try timedPage(of: plan, for: request, after: cursor)
  }

  /// A page in the order of time, read no further than it takes.
  private func timedPage(
    of plan: SearchPlan,
    for request: SearchRequest,
    after cursor: SearchCursor?
  ) throws -> SearchPage {
    let isNewestFirst = request.order != .oldest
    var collector = PageCollector(
      isNewestFirst: isNewestFirst,
      limit: request.limit,
      after: cursor?.place
    )
    let sql = plan.select(
      "i.id, coalesce(i.created, i.id >> 3)",
      order: isNewestFirst ? .descending : .ascending,
      within: collector.rowids(displacement: plan.displacement)
    )
    var buffer = TimeOrderedBuffer(isNewestFirst: isNewestFirst, displacement: plan.displacement)
    var page = SearchPage()
    do {
      try connection.withStatement(sql.text) { statement in
        try statement.bind(sql.values)
        while !collector.isFull, try statement.step() {
          let row = statement.row
          let groups = buffer.add(.init(rowid: row.integer(at: 0), time: row.integer(at: 1)))
          try collect(groups, into: &collector)
        }
      }
      if !collector.isFull { try collect(buffer.finish(), into: &collector) }
    } catch let error as SQLiteError where error.isInterrupted {
      page.isPartial = true
    }
    page.rows = Array(collector.rows.prefix(request.limit))
    if collector.rows.count > request.limit || page.isPartial, let last = page.rows.last {
      let id = try itemIDAfterDeadline(at: last.rowid)
      page.next = SearchCursor(
        order: request.order,
        queryHash: SearchCursor.hash(of: request.query),
        place: .time(last.time, itemID: id)
      )
    }
    return page
  }

  private func collect(
    _ groups: [[TimeOrderedBuffer.Row]],
    into collector: inout PageCollector
  ) throws {
    for group in groups where !collector.isFull {
      let needsIDs = group.count > 1 || group.first?.time == collector.time
      let ids = try needsIDs ? group.map { try hits.itemID(at: $0.rowid) } : [""]
      collector.take(Array(zip(group, ids)))
    }
  }

  /// The id, also when the deadline has just passed: one row's look-up is not what took the time.
  private func itemIDAfterDeadline(at rowid: Int64) throws -> String {
    try connection.withDeadline(.now + .seconds(1)) { try hits.itemID(at: rowid) }
  }

  /// The best of the newest matches.
  private func bestPage(
    of plan: SearchPlan,
    for request: SearchRequest,
    after cursor: SearchCursor?
  ) throws -> SearchPage {
    var page = SearchPage()
    var bound: ClosedRange<Int64>?
    var last: Candidate?
    if case .score(let score, let rowid, let newest) = cursor?.place {
      bound = 0...max(newest, 0)
      last = Candidate(score: score, row: .init(rowid: rowid, time: 0))
    }
    var candidates: [Candidate] = []
    do {
      candidates = try self.candidates(of: plan, within: bound, isExhaustive: request.isExhaustive)
    } catch let error as SQLiteError where error.isInterrupted {
      page.isPartial = true
      return page
    }
    let limit = request.isExhaustive ? Int.max : Relevance.candidateLimit
    page.rankedAmong = .init(
      count: min(candidates.count, limit),
      isBounded: candidates.count > limit
    )
    candidates = Array(candidates.prefix(limit))
    let newest = candidates.first?.row.rowid ?? 0
    candidates.sort(by: Candidate.isBetter)
    if let last { candidates.removeAll { !Candidate.isBetter(last, $0) } }
    page.rows = candidates.prefix(request.limit).map(\.row)
    if candidates.count > request.limit, let end = candidates.prefix(request.limit).last {
      page.next = SearchCursor(
        order: .relevance,
        queryHash: SearchCursor.hash(of: request.query),
        place: .score(end.score, rowid: end.row.rowid, newest: newest)
      )
    }
    return page
  }

  private struct Candidate {
    let score: Double
    let row: TimeOrderedBuffer.Row

    /// By score, ties by the newest.
    static func isBetter(_ first: Self, _ second: Self) -> Bool {
      (first.score, first.row.rowid) > (second.score, second.row.rowid)
    }
  }

  /// The newest matches with their scores, one more than are compared if there are more.
  private func candidates(
    of plan: SearchPlan,
    within bound: ClosedRange<Int64>?,
    isExhaustive: Bool
  ) throws -> [Candidate] {
    guard let match = plan.match else { return [] }
    try relevance.prepare(for: match, on: connection)
    var sql = plan.select(
      "i.id, coalesce(i.created, i.id >> 3), trawl_relevance(item_fts)",
      order: .descending,
      within: bound
    )
    if !isExhaustive { sql.text += " LIMIT \(Relevance.candidateLimit + 1)" }
    return try connection.rows(sql.text, sql.values) { row in
      Candidate(
        score: row.real(at: 2),
        row: .init(rowid: row.integer(at: 0), time: row.integer(at: 1))
      )
    }
  }
}

/// Gathers a page of rows that come in the order of time, from behind a cursor.
struct PageCollector {
  private(set) var rows: [TimeOrderedBuffer.Row] = []
  /// The time of the cursor, in ms, if there is one.
  let time: Int64?
  private let itemID: String
  private let isNewestFirst: Bool
  private let limit: Int

  init(isNewestFirst: Bool, limit: Int, after place: SearchCursor.Place?) {
    self.isNewestFirst = isNewestFirst
    self.limit = limit
    if case .time(let time, let itemID) = place {
      self.time = time
      self.itemID = itemID
    } else {
      time = nil
      itemID = ""
    }
  }

  /// Whether there is a page and a row to show that more follow.
  var isFull: Bool { rows.count > limit }

  /// The rowids that items behind the cursor can have.
  func rowids(displacement: Int64) -> ClosedRange<Int64>? {
    guard let time else { return nil }
    let all = Rowid.range(from: 0, to: Rowid.latestTime + 1, displacement: displacement)
    return isNewestFirst
      ? Rowid.range(from: 0, to: time + 1, displacement: displacement)
      : max(all.lowerBound, min(Rowid.first(ofMillisecond: time), all.upperBound))...all.upperBound
  }

  /// Takes the rows of one millisecond with their ids; the ids may be empty for a lone row that is
  /// not at the cursor's time.
  mutating func take(_ group: [(row: TimeOrderedBuffer.Row, id: String)]) {
    let ordered = group.sorted { first, second in
      isNewestFirst ? Self.precedes(second.id, first.id) : Self.precedes(first.id, second.id)
    }
    for (row, id) in ordered where isBehindCursor(row.time, id) {
      rows.append(row)
    }
  }

  private func isBehindCursor(_ time: Int64, _ id: String) -> Bool {
    guard let cursorTime = self.time else { return true }
    if time != cursorTime { return isNewestFirst ? time < cursorTime : time > cursorTime }
    return isNewestFirst ? Self.precedes(id, itemID) : Self.precedes(itemID, id)
  }

  /// The order of ids is that of their bytes.
  private static func precedes(_ first: String, _ second: String) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }
}
