internal import Index
internal import SQLite
internal import Text

extension SearchEngine {
  /// Reads one item whole, and the messages around it.
  ///
  /// The item may be of any type, deleted or gone; those around it are messages.
  ///
  /// - Parameters:
  ///   - id: The API's itemId.
  ///   - context: How many messages before it and after it to read at most.
  /// - Returns: The item, or `nil` when the index has none of that id.
  /// - Throws: `SQLiteError`.
  public func item(_ id: String, context: Int = 0) throws -> ItemInContext? {
    try connection.transaction(.deferred) {
      try hits.forgetChangedNames()
      guard let rowid = try connection.rowid(ofItem: id), let item = try details(at: rowid) else {
        return nil
      }
      var answer = ItemInContext(item: item, before: [], after: [])
      guard context > 0 else { return answer }
      let rows = { (order: SearchOrder) in
        try self.neighbours(of: item.hit, at: rowid, order: order, limit: context)
      }
      answer.before = try rows(.newest).reversed().compactMap(details)
      answer.after = try rows(.oldest).compactMap(details)
      return answer
    }
  }

  /// Reads a page of the thread that an item heads or answers in.
  ///
  /// - Parameters:
  ///   - id: The itemId of any item of the thread; one without replies is a thread of its own.
  ///   - limit: How many items a page has at most, 1 or more.
  ///   - cursor: The `nextCursor` of the page to go on from.
  /// - Returns: The page, or `nil` when the index has no such item.
  /// - Throws: `QueryError` for a wrong cursor, `SQLiteError`.
  public func thread(of id: String, limit: Int, cursor: String? = nil) throws -> ThreadPage? {
    try connection.transaction(.deferred) {
      try hits.forgetChangedNames()
      guard let thread = try connection.thread(ofItem: id) else { return nil }
      let query = try Query.everything.narrowed(by: [
        QueryNode(.filter(.thread(thread.headID)), 0..<0)
      ])
      let request = SearchRequest(query: query, order: .oldest, limit: limit, cursor: cursor)
      let place = try self.cursor(of: request)?.place
      let rows = try rows(of: thread, after: place, limit: request.limit + 1)
      let page = rows.prefix(request.limit)
      var next: SearchCursor?
      if rows.count > page.count, let last = page.last {
        next = SearchCursor(
          order: .oldest,
          queryHash: SearchCursor.hash(of: query),
          place: .time(last.time, itemID: last.id)
        )
      }
      return ThreadPage(
        headId: thread.headID,
        count: try connection.integer(
          "SELECT count(*) FROM (\(thread.rows.selection.text))",
          thread.rows.selection.values
        ).map(Int.init) ?? 0,
        items: try page.compactMap { try details(at: $0.rowid) },
        nextCursor: next?.text
      )
    }
  }

  /// The rows of the messages nearest to an item in its conversation.
  private func neighbours(
    of hit: SearchHit,
    at rowid: Int64,
    order: SearchOrder,
    limit: Int
  ) throws -> [Int64] {
    let sql = "SELECT conversation FROM item WHERE id = ?"
    let conversation = try connection.integer(sql, [.integer(rowid)]) ?? 0
    let term = MatchNode.term(ScopeTerm.conversation(conversation))
    let plan = try plan(
      for: ResolvedQuery(
        condition: .row(.conversation(conversation), term: term),
        scope: ResultScope(),
        ignored: [],
        parts: []
      )
    )
    let request = SearchRequest(query: .everything, order: order, limit: limit)
    let place = SearchCursor(
      order: order,
      queryHash: 0,
      place: .time(hit.creationTime, itemID: hit.itemId)
    )
    return try page(of: plan, for: request, after: place).rows.map(\.rowid)
  }

  private func details(at rowid: Int64) throws -> ItemDetails? {
    let beginning = PassageFinder(phrases: [], length: SearchRequest.usualSnippetLength)
    guard let hit = try hits.hit(at: rowid, finder: beginning) else { return nil }
    return ItemDetails(
      hit: hit,
      text: try hits.wholeText(at: rowid) ?? hit.snippet.text,
      likedBy: try people(
        "SELECT user, NULL FROM item_like WHERE item = ? AND gone_run IS NULL ORDER BY ordinal",
        of: rowid
      ).map(\.person),
      flaggedBy: try people(
        "SELECT flagger, firstSeen FROM flags WHERE item = ? ORDER BY flagger",
        of: rowid
      )
    )
  }

  private func people(_ sql: String, of rowid: Int64) throws -> [ItemDetails.Flagging] {
    try connection.rows(sql, [.integer(rowid)]) { row in
      (row.integer(at: 0), row.optionalInteger(at: 1))
    }.map { user, firstSeen in
      let (id, name) = try hits.personName(user)
      return ItemDetails.Flagging(person: .init(userId: id, name: name), firstSeen: firstSeen)
    }
  }
}

// MARK: - Threads

extension SearchEngine {
  private func rows(
    of thread: ThreadPlace,
    after place: SearchCursor.Place?,
    limit: Int
  ) throws -> [(rowid: Int64, time: Int64, id: String)] {
    let selection = thread.rows.selection
    var values = selection.values
    var bound = ""
    if case .time(let time, let id) = place {
      bound = "WHERE (time, itemId) > (?, ?)"
      values += [.integer(time), .text(id)]
    }
    let sql = """
      SELECT id, time, itemId FROM (
        SELECT i.id AS id, coalesce(i.created, i.id >> 3) AS time, wire_id(t.item_id) AS itemId
        FROM item i JOIN item_text t ON t.id = i.id WHERE i.id IN (\(selection.text)))
      \(bound) ORDER BY time, itemId LIMIT \(limit)
      """
    return try connection.rows(sql, values) { row in
      (row.integer(at: 0), row.integer(at: 1), row.text(at: 2) ?? "")
    }
  }
}
