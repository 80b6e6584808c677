internal import Chronology
internal import Index
internal import SQLite

/// How a query is answered: what drives the search, and what is tested of each row.
///
/// A conjunction's parts that the full-text index knows are one question to it, whose answer comes
/// in the order of time already; the others are tests of the rows it gives. Without such parts the
/// items are walked by rowid, or by a small set of rows.
struct SearchPlan: Equatable {
  /// Where the rows come from, one after the other in the order of time.
  enum Driver: Equatable {
    /// The lists of postings of `match`.
    case postings
    /// A set of rows that is small, looked up one by one; `match` is asked for each.
    case rows(RowSet)
    /// Every item.
    case items
  }

  /// Where the rows come from.
  let driver: Driver
  /// The question to the full-text index, if there is one.
  private(set) var match: MatchNode?
  /// Sets in all of which a row must be: tested before the row is read.
  let memberships: [RowSet]
  /// What is tested of each row beside the query's own limits.
  let tests: [SQLFragment]
  /// What is tested of each row because of what the answer lists: messages, unless the query says otherwise.
  let scopeTests: [SQLFragment]
  /// The rowids among which all answers are; nil without a bound.
  let rowids: ClosedRange<Int64>?
  /// Whether nothing can match.
  let isEmpty: Bool
  /// Whether a test reads the text of each row.
  let isCostly: Bool
  /// How many ms a rowid may lie after its item's time.
  let displacement: Int64

  /// Plans the answer to a condition.
  ///
  /// - Parameters:
  ///   - condition: What an item must be; nil for anything.
  ///   - scope: What the answer lists.
  ///   - displacement: How many ms a rowid may lie after its item's time.
  ///   - isSmall: Whether a set has so few rows that looking each up is cheaper than reading postings
  ///     until a page is full.
  init(
    _ condition: Condition?,
    scope: ResultScope,
    displacement: Int64,
    isSmall: (RowSet) throws -> Bool
  ) rethrows {
    var builder = Builder(displacement: displacement)
    let parts = if case .and(let parts) = condition { parts } else { condition.map { [$0] } ?? [] }
    for part in parts {
      builder.add(part)
    }
    match = builder.match
    scopeTests = scope.tests
    rowids = builder.rowids
    isEmpty = builder.isEmpty
    isCostly = builder.rows.contains(where: \.isCostly)
    self.displacement = displacement
    tests = builder.rowTests
    var sets = builder.sets
    if match == nil {
      driver = sets.isEmpty ? .items : .rows(sets.removeFirst())
    } else if let small = try sets.firstIndex(where: isSmall) {
      driver = .rows(sets.remove(at: small))
    } else {
      driver = .postings
    }
    memberships = sets
  }

  private struct Builder {
    let displacement: Int64
    var wanted: [MatchNode] = []
    var unwanted: [MatchNode] = []
    var rows: [Condition] = []
    var sets: [RowSet] = []
    var rowids: ClosedRange<Int64>?
    var isEmpty = false

    init(displacement: Int64) {
      self.displacement = displacement
    }

    mutating func add(_ condition: Condition) {
      if case .row(let test, _) = condition, let bound = test.rowids(displacement: displacement) {
        narrow(to: bound)
        // Where every rowid tells its item's time, the bound says it all.
        if displacement != 0 || bound.count == 1 { rows.append(condition) }
      } else if case .row(let test, _) = condition, let set = test.rows {
        sets.append(set)
      } else if case .not(let inner) = condition, inner.needsIndex, let node = inner.asMatch {
        unwanted.append(node)
      } else if let node = condition.asMatch {
        wanted.append(node)
      } else {
        if condition == .never { isEmpty = true }
        rows.append(condition)
      }
    }

    private mutating func narrow(to bound: ClosedRange<Int64>) {
      let lower = max(bound.lowerBound, rowids?.lowerBound ?? bound.lowerBound)
      let upper = min(bound.upperBound, rowids?.upperBound ?? bound.upperBound)
      if lower > upper { isEmpty = true }
      rowids = lower...max(lower, upper)
    }

    var match: MatchNode? {
      guard !wanted.isEmpty else { return nil }
      let all = wanted.count == 1 ? wanted[0] : MatchNode.all(wanted)
      return unwanted.isEmpty ? all : .except(all, .any(unwanted))
    }

    /// The tests of a row, what only the full-text index knows being asked of it row by row, what reads a row's whole
    /// text coming last.
    var rowTests: [SQLFragment] {
      var tests: [Condition] = rows
      if wanted.isEmpty, !unwanted.isEmpty { tests.append(.not(.match(.any(unwanted)))) }
      return (tests.filter { !$0.isCostly } + tests.filter(\.isCostly))
        .map { $0.predicate(displacement: displacement) }
    }
  }
}

extension SearchPlan {
  /// The same with another question that has the same answer.
  func asking(_ match: MatchNode) -> SearchPlan {
    var plan = self
    plan.match = match
    return plan
  }

  /// A column that is 1 for rows that the answer lists, else 0; what makes it so takes no values.
  var listing: String {
    scopeTests.isEmpty ? "1" : scopeTests.map(\.text).joined(separator: " AND ")
  }

  /// The order in which rows come.
  enum RowOrder: String {
    case descending = "DESC"
    case ascending = "ASC"
  }

  /// A SELECT of `columns` from the matching rows (`item i`, and `item_fts` where there is a `match`).
  ///
  /// - Parameters:
  ///   - columns: What to select.
  ///   - order: By rowid; nil for none.
  ///   - bound: A further bound on the rowids.
  ///   - withUnlisted: Give also rows that match and are not listed; `listing` tells them apart.
  /// - Returns: The SQL with its values.
  func select(
    _ columns: String,
    order: RowOrder?,
    within bound: ClosedRange<Int64>? = nil,
    withUnlisted: Bool = false
  ) -> SQLFragment {
    var sql = SQLFragment("SELECT \(columns) FROM ")
    let rowid: String
    var mayRepeat = false
    switch driver {
    case .postings:
      rowid = "item_fts.rowid"
      sql.text += "item_fts CROSS JOIN item i ON i.id = item_fts.rowid WHERE 1"
    case .rows(let set):
      if let (table, condition) = set.indexed, match == nil, order != nil {
        // By the set's own index, so that the rows come in order without being gathered first.
        rowid = "x.item"
        mayRepeat = true
        sql.text += "\(table) x CROSS JOIN item i ON i.id = x.item WHERE \(condition)"
      } else {
        rowid = "i.id"
        sql.text += match == nil ? "item i" : "item i CROSS JOIN item_fts ON item_fts.rowid = i.id"
        sql.text += " WHERE i.id IN (\(set.selection.text))"
        sql.values += set.selection.values
      }
    case .items:
      rowid = "i.id"
      sql.text += "item i WHERE 1"
    }
    if let match {
      sql.text += " AND item_fts MATCH ?"
      sql.values.append(.text(match.description))
    }
    sql.add(bounds: [rowids, bound], of: rowid)
    sql.add(tests: memberships.map { $0.membership(of: rowid) })
    sql.add(tests: (withUnlisted ? [] : scopeTests) + tests)
    if mayRepeat { sql.text += " GROUP BY \(rowid)" }
    if let order { sql.text += " ORDER BY \(rowid) \(order.rawValue)" }
    return sql
  }
}

extension SQLFragment {
  /// Adds bounds of a rowid to a WHERE, as one: FTS5 seeks by the first and tests every row by the others.
  mutating func add(bounds: [ClosedRange<Int64>?], of rowid: String) {
    let bounds = bounds.compactMap { $0 }
    guard let lower = bounds.map(\.lowerBound).max(), let upper = bounds.map(\.upperBound).min()
    else { return }
    text += " AND \(rowid) BETWEEN ? AND ?"
    values += [.integer(lower), .integer(upper)]
  }

  /// Adds tests to a WHERE.
  mutating func add(tests: [SQLFragment]) {
    for test in tests.count > 100 ? [.joined(tests, by: " AND ")] : tests {
      text += " AND "
      self += test
    }
  }
}

extension ResultScope {
  /// What a row must be to be listed.
  fileprivate var tests: [SQLFragment] {
    [
      allTypes ? nil : SQLFragment("i.kind = 0"),
      withDeleted ? nil : SQLFragment("i.state <> 3"),
      withGone ? nil : SQLFragment("i.gone = 0"),
    ].compactMap { $0 }
  }
}
