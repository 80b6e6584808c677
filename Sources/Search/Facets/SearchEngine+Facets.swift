internal import Chronology
internal import SQLite
internal import Text

extension SearchEngine {
  /// Counts all matches of a query by facets, in one pass over them.
  ///
  /// - Parameters:
  ///   - query: What an item must match.
  ///   - facets: What to count by.
  ///   - clock: Whose zone months begin in.
  ///   - limit: How many values of a facet to give at most; `nil` for all.
  ///   - timeout: After how long to stop with what has been counted; `nil` for never.
  /// - Returns: The counts.
  /// - Throws: `QueryError` for names that cannot be resolved, `SQLiteError`.
  public func facets(
    of query: Query,
    by facets: [Facet],
    at clock: LocalClock,
    limit: Int? = nil,
    timeout: Duration? = nil
  ) throws -> FacetAnswer {
    try connection.transaction(.deferred) {
      var tally = FacetTally(facets, wall: clock.wall)
      let isPartial = try count(query, into: &tally, timeout: timeout)
      try hits.forgetChangedNames()
      return FacetAnswer(
        facets: try facets.map { try counts(of: $0, in: tally, limit: limit) },
        count: tally.count,
        isPartial: isPartial
      )
    }
  }

  /// Passes all matches to a tally; true when the time was up before the last.
  private func count(
    _ query: Query,
    into tally: inout FacetTally,
    timeout: Duration?
  ) throws -> Bool {
    let plan = try plan(for: resolve(query))
    guard !plan.isEmpty else { return false }
    let sql = plan.select(tally.columns, order: nil)
    return try !finishes(within: timeout) {
      try connection.forEachRow(sql.text, sql.values) { tally.take($0) }
    }
  }

  private func counts(of facet: Facet, in tally: FacetTally, limit: Int?) throws -> FacetCounts {
    switch facet {
    case .person: return try named(facet, tally.people, limit, by: hits.personName)
    case .conversation:
      return try named(facet, tally.conversations, limit, by: hits.conversationName)
    case .month: return months(tally.months, limit)
    case .type: return plain(facet, tally.allTypes, limit)
    case .filetype: return plain(facet, tally.fileTypes, limit)
    case .label: return plain(facet, try labels(tally.conversations), limit)
    }
  }

  /// The most frequent by their dense ids; only those that are given get names.
  private func named(
    _ facet: Facet,
    _ counts: [Int64: Int],
    _ limit: Int?,
    by name: (Int64) throws -> (id: String, name: String)
  ) throws -> FacetCounts {
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let values = try ordered.prefix(limit ?? .max).map { number, count in
      let (id, name) = try name(number)
      return FacetCounts.Value(id: id, name: name, count: count)
    }
    return FacetCounts(facet: facet, values: values, distinctCount: counts.count)
  }

  private func plain(_ facet: Facet, _ counts: [String: Int], _ limit: Int?) -> FacetCounts {
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let values = ordered.prefix(limit ?? .max).map { value, count in
      FacetCounts.Value(id: value, name: value, count: count)
    }
    return FacetCounts(facet: facet, values: values, distinctCount: counts.count)
  }

  /// Months keep their order, and the latest are given: a gap between them means no match.
  private func months(_ counts: [Int64: Int], _ limit: Int?) -> FacetCounts {
    let values = counts.sorted { $0.key < $1.key }.suffix(limit ?? .max).map { number, count in
      let text = "\(Int(number / 12).padded(4))-\(Int(number % 12 + 1).padded(2))"
      return FacetCounts.Value(id: text, name: text, count: count)
    }
    return FacetCounts(facet: .month, values: values, distinctCount: counts.count)
  }

  /// How many matches are in conversations with each label, whoever gave it; labels that differ by case are one.
  private func labels(_ conversations: [Int64: Int]) throws -> [String: Int] {
    let sql = """
      SELECT DISTINCT clean_text((SELECT min(x.value) FROM label x WHERE x.value = l.value COLLATE NOCASE)),
        c.conversation
      FROM label l JOIN label_conversation c ON c.label = l.id WHERE l.value <> ''
      """
    var counts: [String: Int] = [:]
    try connection.forEachRow(sql) { row in
      guard let count = conversations[row.integer(at: 1)], let value = row.text(at: 0) else {
        return
      }
      counts[value, default: 0] += count
    }
    return counts
  }
}
