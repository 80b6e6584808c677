internal import Index
internal import SQLite

/// The rows of a page, before they are dressed up as hits.
struct SearchPage {
  var rows: [TimeOrderedBuffer.Row] = []
  /// By relevance: how good each row is.
  var grades: [SearchHit.Grade] = []
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
      return try rankedPage(of: plan, for: request, after: cursor)
    }
    if request.order == .likes || request.order == .replies {
      return try countedPage(of: plan, for: request, after: cursor)
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
}
