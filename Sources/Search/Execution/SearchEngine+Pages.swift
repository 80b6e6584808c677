internal import Index
internal import SQLite

/// The rows of a page, before they are dressed up as hits.
struct SearchPage {
  var rows: [TimeOrderedBuffer.Row] = []
  /// By relevance: how good each row is.
  var grades: [SearchHit.Grade] = []
  var next: SearchCursor?
  var isPartial = false
  /// Whether something matches that is not listed, as deleted items are; nil where that was not looked for.
  var hasUnlisted: Bool?
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
      "i.id, coalesce(i.created, i.id >> 3), \(plan.listing)",
      order: isNewestFirst ? .descending : .ascending,
      within: collector.rowids(displacement: plan.displacement),
      withUnlisted: true
    )
    var buffer = TimeOrderedBuffer(isNewestFirst: isNewestFirst, displacement: plan.displacement)
    var hasUnlisted = false
    let isWhole = try finishes {
      try connection.withStatement(sql.text) { statement in
        try statement.bind(sql.values)
        while !collector.isFull, try statement.step() {
          let row = statement.row
          guard row.integer(at: 2) != 0 else {
            hasUnlisted = true
            continue
          }
          let groups = buffer.add(.init(rowid: row.integer(at: 0), time: row.integer(at: 1)))
          try collect(groups, into: &collector)
        }
      }
      if !collector.isFull { try collect(buffer.finish(), into: &collector) }
    }
    var page = try page(of: collector, for: request, isPartial: !isWhole)
    page.hasUnlisted = hasUnlisted
    return page
  }

  /// The page that a collector has, and where the next begins.
  func page(
    of collector: PageCollector,
    for request: SearchRequest,
    isGrouped: Bool = false,
    isPartial: Bool = false
  ) throws -> SearchPage {
    var page = SearchPage()
    page.isPartial = isPartial
    page.rows = Array(collector.rows.prefix(request.limit))
    if collector.rows.count > request.limit || isPartial, let last = page.rows.last {
      page.next = SearchCursor(
        order: request.order,
        queryHash: SearchCursor.hash(of: request.query, isGrouped: isGrouped),
        place: .time(last.time, itemID: try itemIDAfterDeadline(at: last.rowid))
      )
    }
    return page
  }

  /// Passes rows on, those of a millisecond together, with ids where these decide.
  func collect(
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
    try connection.withDeadline(.now + Self.graceTime) { try hits.itemID(at: rowid) }
  }
}
