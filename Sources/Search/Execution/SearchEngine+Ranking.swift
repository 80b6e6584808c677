internal import Index
internal import SQLite
internal import Text

/// Pages by relevance.
///
/// The newest matches are scored before any of their rows is read: a row costs ten times what a score
/// does. Then rows are read from the best down, until a page is full. Matches that were compared with
/// one another are a window; the next window, older, begins where all of one has been given, so that
/// the last page is reached.
extension SearchEngine {
  /// Up to how many windows are taken for one when too few of the matches pass the row tests.
  private static let windowLimit = 10

  /// The page of the best matches after `cursor`.
  func rankedPage(
    of plan: SearchPlan,
    for request: SearchRequest,
    after cursor: SearchCursor?
  ) throws -> SearchPage {
    guard let match = plan.match else { return SearchPage() }
    var ranking = try Ranking(after: cursor?.place, on: connection)
    try relevance.prepare(for: match, newest: ranking.newest, on: connection)
    let lifts = try lifts(for: match)
    var page = SearchPage()
    repeat {
      try fill(&ranking, from: plan, for: request, lifts)
      page = best(of: ranking, for: request)
    } while page.rows.isEmpty && ranking.advance() && !ranking.isInterrupted
    // Where a set of rows drives, unlisted ones are left out before they are compared.
    if plan.driver == .postings, !ranking.hasMatches { page.hasUnlisted = false }
    return page
  }

  /// How many matches are compared: of several words fewer, as each of them is looked for in every match.
  private func windowSize(of plan: SearchPlan) -> Int {
    let words = plan.match?.textPhrases.map(\.tokens.count).reduce(0, +) ?? 0
    return words > 1 ? (windowSize * 3 + 3) / 4 : windowSize
  }

  /// Scores and tests the window's matches, and further ones while too few pass.
  private func fill(
    _ ranking: inout Ranking,
    from plan: SearchPlan,
    for request: SearchRequest,
    _ lifts: [RelevanceLift]
  ) throws {
    for _ in 0..<Self.windowLimit {
      let isWhole = request.isExhaustive || ranking.window != nil
      let count = isWhole ? Int.max : windowSize(of: plan)
      var candidates = try candidates(of: plan, for: request, lifts, &ranking, count: count)
      try lift(&candidates, by: lifts)
      candidates.sort(by: Candidate.isBetter)
      try test(candidates, of: plan, for: request, &ranking)
      ranking.passed.sort { Candidate.isBetter($0.candidate, $1.candidate) }
      guard ranking.hasMore, ranking.window == nil, ranking.passed.count <= request.limit,
        !ranking.isInterrupted
      else { return }
    }
  }

  /// Raises the scores of what is better than its text alone says; candidates come the newest first.
  private func lift(
    _ candidates: inout [Candidate],
    by lifts: [RelevanceLift]
  ) throws {
    guard let newest = candidates.first, let oldest = candidates.last else { return }
    for lift in lifts {
      var lifted: Set<Int64> = []
      // When the time is up the scores stay those of the texts.
      _ = try finishes { lifted = try rowids(liftedBy: lift, within: oldest.rowid...newest.rowid) }
      guard !lifted.isEmpty else { continue }
      for place in candidates.indices where lifted.contains(candidates[place].rowid) {
        candidates[place].score *= lift.factor
      }
    }
  }

  private func best(of ranking: Ranking, for request: SearchRequest) -> SearchPage {
    var page = SearchPage()
    let shown = ranking.passed.prefix(request.limit)
    page.rows = shown.map { .init(rowid: $0.candidate.rowid, time: $0.time) }
    page.grades = shown.map { passed in
      let recency = relevance.recency(of: passed.candidate.rowid)
      return SearchHit.Grade(score: passed.candidate.score, recency: recency)
    }
    page.isPartial = ranking.isInterrupted
    page.rankedAmong = .init(
      count: ranking.compared,
      isBounded: ranking.hasMore && !ranking.isSettled
    )
    guard let end = shown.last?.candidate, ranking.passed.count > request.limit || ranking.hasMore
    else { return page }
    page.next = SearchCursor(
      order: .relevance,
      queryHash: SearchCursor.hash(of: request.query),
      place: .score(
        end.score,
        rowid: end.rowid,
        newest: ranking.newest,
        window: ranking.windowToGoOn
      )
    )
    return page
  }

  /// The window's matches with their scores, the newest first, no further than they may be shown.
  private func candidates(
    of plan: SearchPlan,
    for request: SearchRequest,
    _ lifts: [RelevanceLift],
    _ ranking: inout Ranking,
    count: Int
  ) throws -> [Candidate] {
    let bound = ranking.window ?? 0...max(ranking.nextTop, 0)
    var sql = SQLFragment("")
    if plan.driver == .postings {
      sql.text = "SELECT rowid, trawl_relevance(item_fts) FROM item_fts WHERE item_fts MATCH ?"
      sql.values = [.text(plan.match?.description ?? "")]
      sql.add(bounds: [plan.rowids, bound], of: "rowid")
      sql.add(tests: plan.memberships.map { $0.membership(of: "item_fts.rowid") })
      sql.text += " ORDER BY rowid DESC"
    } else {
      sql = plan.select("i.id, trawl_relevance(item_fts)", order: .descending, within: bound)
    }
    let rowTest = rowTest(of: plan)
    var contenders = Contenders(
      count: request.limit + 1,
      behind: ranking.last,
      greatestScore: relevance.greatestScore,
      greatestLift: lifts.map(\.factor).reduce(1, *)
    )
    // What several windows have in common is not known before all are read.
    let maySettle = ranking.compared == 0
    var candidates: [Candidate] = []
    ranking.hasMore = false
    ranking.isInterrupted = try !finishes {
      try connection.withStatement(sql.text) { statement in
        try statement.bind(sql.values)
        while try statement.step() {
          if candidates.count == count {
            ranking.hasMore = true
            break
          }
          let candidate = Candidate(
            score: statement.row.real(at: 1),
            rowid: statement.row.integer(at: 0)
          )
          if maySettle,
            try contenders.areAhead(
              of: relevance.recency(of: candidate.rowid),
              whoPass: { try time(at: $0.rowid, passing: rowTest) != nil }
            )
          {
            (ranking.isSettled, ranking.hasMore) = (true, true)
            break
          }
          candidates.append(candidate)
          contenders.add(candidate)
        }
      }
    }
    ranking.note(candidates)
    if let window = ranking.window { ranking.hasMore = window.lowerBound > 0 }
    return candidates
  }

  /// Adds those of the candidates, the best first, that pass the row tests, as many as a page needs.
  ///
  /// When the time was up before, it goes on for a moment, so that what has been found can be given.
  private func test(
    _ candidates: [Candidate],
    of plan: SearchPlan,
    for request: SearchRequest,
    _ ranking: inout Ranking
  ) throws {
    let rowTest = rowTest(of: plan)
    var passed: [Ranking.Passed] = []
    let isWhole = try finishes(within: ranking.isInterrupted ? Self.graceTime : nil) {
      for candidate in candidates where passed.count <= request.limit {
        if let last = ranking.last, !Candidate.isBetter(last, candidate) { continue }
        if let time = try time(at: candidate.rowid, passing: rowTest) {
          passed.append(.init(candidate: candidate, time: time))
        }
      }
    }
    if !isWhole { ranking.isInterrupted = true }
    ranking.passed += passed
  }

  /// A SELECT of the time of the row with a rowid, the first value, if it passes the row tests.
  private func rowTest(of plan: SearchPlan) -> SQLFragment {
    var sql = SQLFragment("SELECT coalesce(i.created, i.id >> 3) FROM item i WHERE i.id = ?")
    sql.add(tests: plan.scopeTests + plan.tests)
    return sql
  }

  private func time(at rowid: Int64, passing test: SQLFragment) throws -> Int64? {
    try connection.integer(test.text, [.integer(rowid)] + test.values)
  }
}
