internal import SQLite
internal import Text

/// The hits of one conversation.
public struct ConversationGroup: Sendable, Equatable {
  /// The conversation's id.
  public var convId: String
  /// The conversation's name.
  public var conversation: String
  /// How many hits it has.
  public var count: Int
  /// The newest of them, or the oldest in that order.
  public var hit: SearchHit
}

/// The conversations that have hits.
public struct GroupAnswer: Sendable {
  /// A page of them, by their newest hit or, in that order, their oldest.
  public var groups: [ConversationGroup]
  /// How many conversations have hits, on all pages.
  public var conversationCount: Int
  /// How many hits there are in all of them.
  public var count: Int
  /// What any answer says beside its hits; its own hits are those of the groups.
  public var answer: SearchAnswer
}

extension SearchEngine {
  /// Finds a page of the conversations in which a query has hits, with how many.
  ///
  /// All matches are counted for every page. When the time is up the counts are those until then.
  ///
  /// - Parameter request: What to search for; `oldest` orders by the oldest hits, all else by the newest.
  /// - Returns: The page, and why it is empty if it is.
  /// - Throws: `QueryError` for names that cannot be resolved and for a wrong cursor, `SQLiteError`.
  public func conversations(_ request: SearchRequest) throws -> GroupAnswer {
    try connection.transaction(.deferred) {
      let resolved = try resolve(request.query)
      let plan = try plan(for: resolved)
      let cursor = try cursor(of: request, isGrouped: true)
      var tally = GroupTally(isNewestFirst: request.order != .oldest)
      let isPartial = try count(plan, into: &tally, timeout: request.timeout)
      let page = try page(of: tally, for: request, after: cursor)
      let counts = tally.countsByFirst
      let finder = finder(for: plan, resolved, length: request.snippetLength)
      try hits.forgetChangedNames()
      let groups = try page.rows.compactMap { row -> ConversationGroup? in
        guard let hit = try hits.hit(at: row.rowid, finder: finder) else { return nil }
        return ConversationGroup(
          convId: hit.convId,
          conversation: hit.conversation,
          count: counts[row.rowid] ?? 0,
          hit: hit
        )
      }
      let isEmpty = groups.isEmpty && cursor == nil && !isPartial
      return GroupAnswer(
        groups: groups,
        conversationCount: tally.groups.count,
        count: tally.count,
        answer: SearchAnswer(
          hits: groups.map(\.hit),
          nextCursor: page.next?.text,
          isPartial: isPartial,
          rankedAmong: nil,
          ignored: resolved.ignored,
          emptyCause: isEmpty ? try emptyCause(of: request.query, resolved) : nil
        )
      )
    }
  }

  /// Passes all matches to a tally; true when the time was up before the last.
  private func count(
    _ plan: SearchPlan,
    into tally: inout GroupTally,
    timeout: Duration?
  ) throws -> Bool {
    guard !plan.isEmpty else { return false }
    let sql = plan.select(
      "i.id, coalesce(i.created, i.id >> 3), i.conversation",
      order: tally.isNewestFirst ? .descending : .ascending
    )
    return try !finishes(within: timeout) {
      try connection.forEachRow(sql.text, sql.values) { row in
        try tally.take(row, idOf: hits.itemID)
      }
    }
  }

  private func page(
    of tally: GroupTally,
    for request: SearchRequest,
    after cursor: SearchCursor?
  ) throws -> SearchPage {
    var collector = PageCollector(
      isNewestFirst: tally.isNewestFirst,
      limit: request.limit,
      after: cursor?.place
    )
    let byTime = Dictionary(grouping: tally.groups.values.map(\.first), by: \.time)
    let ordered = byTime.sorted { ($0.key > $1.key) == tally.isNewestFirst }
    try collect(ordered.map(\.value), into: &collector)
    return try page(of: collector, for: request, isGrouped: true)
  }
}

/// Counts matches by their conversations, and keeps each one's first in the order of the answer.
struct GroupTally {
  struct Group {
    var count: Int
    var first: TimeOrderedBuffer.Row
  }

  let isNewestFirst: Bool
  private(set) var count = 0
  /// By the conversations' dense ids.
  private(set) var groups: [Int64: Group] = [:]

  init(isNewestFirst: Bool) {
    self.isNewestFirst = isNewestFirst
  }

  /// Counts a row of rowid, time and conversation; ids part items of one millisecond.
  mutating func take(_ row: Row, idOf: (Int64) throws -> String) throws {
    let item = TimeOrderedBuffer.Row(rowid: row.integer(at: 0), time: row.integer(at: 1))
    let conversation = row.integer(at: 2)
    count += 1
    guard var group = groups[conversation] else {
      groups[conversation] = Group(count: 1, first: item)
      return
    }
    group.count += 1
    if item.time == group.first.time {
      let (own, first) = (try idOf(item.rowid), try idOf(group.first.rowid))
      let isGreater = first.utf8.lexicographicallyPrecedes(own.utf8)
      if isGreater == isNewestFirst { group.first = item }
    } else if (item.time > group.first.time) == isNewestFirst {
      group.first = item
    }
    groups[conversation] = group
  }

  /// How many hits each conversation has, by the rowid of its first.
  var countsByFirst: [Int64: Int] {
    Dictionary(groups.values.map { ($0.first.rowid, $0.count) }) { first, _ in first }
  }
}
