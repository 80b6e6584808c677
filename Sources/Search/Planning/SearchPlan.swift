internal import Chronology
internal import Index
internal import SQLite

/// How a query is answered: what drives the search, and what is tested of each row.
///
/// A conjunction's parts that the full-text index knows are one question to it, whose answer comes
/// in the order of time already; the others are tests of the rows it gives. Without such parts the
/// items are walked by rowid, or by a small set of rows.
struct SearchPlan: Equatable {
  /// The question that drives the search, if there is one.
  let match: MatchNode?
  /// What is tested of each row.
  let tests: [SQLFragment]
  /// The rowids among which all answers are; nil without a bound.
  let rowids: ClosedRange<Int64>?
  /// Whether nothing can match.
  let isEmpty: Bool
  /// How many ms a rowid may lie after its item's time.
  let displacement: Int64

  init(_ condition: Condition?, scope: ResultScope, displacement: Int64) {
    var builder = Builder(displacement: displacement)
    let parts = if case .and(let parts) = condition { parts } else { condition.map { [$0] } ?? [] }
    for part in parts {
      builder.add(part)
    }
    match = builder.match
    tests = builder.allTests(scope: scope)
    rowids = builder.rowids
    isEmpty = builder.isEmpty
    self.displacement = displacement
  }

  private struct Builder {
    let displacement: Int64
    var wanted: [MatchNode] = []
    var unwanted: [MatchNode] = []
    var rows: [Condition] = []
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

    func allTests(scope: ResultScope) -> [SQLFragment] {
      var tests = scope.tests
      if wanted.isEmpty, !unwanted.isEmpty {
        tests.append(Condition.not(.match(.any(unwanted))).predicate(displacement: displacement))
      }
      for row in rows {
        if wanted.isEmpty, case .row(let test, _) = row, let members = test.members {
          tests.append(members)
        } else {
          tests.append(row.predicate(displacement: displacement))
        }
      }
      return tests
    }
  }
}

extension SearchPlan {
  /// The order in which rows come.
  enum RowOrder: String {
    case descending = "DESC"
    case ascending = "ASC"
  }

  /// A SELECT of `columns` from the matching rows (`item i`, and `item_fts` if that drives).
  ///
  /// - Parameters:
  ///   - columns: What to select.
  ///   - order: By rowid; nil for none.
  ///   - bound: A further bound on the rowids.
  /// - Returns: The SQL with its values.
  func select(
    _ columns: String,
    order: RowOrder?,
    within bound: ClosedRange<Int64>? = nil
  ) -> SQLFragment {
    let rowid = match == nil ? "i.id" : "item_fts.rowid"
    var sql = SQLFragment("SELECT \(columns) FROM ")
    if let match {
      sql.text += "item_fts CROSS JOIN item i ON i.id = item_fts.rowid WHERE item_fts MATCH ?"
      sql.values.append(.text(match.description))
    } else {
      sql.text += "item i WHERE 1"
    }
    for bound in [rowids, bound].compactMap({ $0 }) {
      sql.text += " AND \(rowid) BETWEEN ? AND ?"
      sql.values += [.integer(bound.lowerBound), .integer(bound.upperBound)]
    }
    for test in tests.count > 100 ? [.joined(tests, by: " AND ")] : tests {
      sql.text += " AND "
      sql += test
    }
    if let order { sql.text += " ORDER BY \(rowid) \(order.rawValue)" }
    return sql
  }
}

extension SearchPlan: CustomStringConvertible {
  /// The plan in one line, for `--explain`.
  var description: String {
    var parts = [match.map { "match \($0.printed)" } ?? "all items"]
    if let rowids {
      let from = Rowid.millisecond(of: rowids.lowerBound)
      let to = Rowid.millisecond(of: rowids.upperBound) + 1
      parts.append("within \(TimeSpan(from: from, to: to))")
    }
    if !tests.isEmpty {
      parts.append("where " + tests.map(\.text).joined(separator: " AND "))
    }
    return parts.joined(separator: ", ").replacing("\n", with: " ")
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

extension RowTest {
  /// The test as membership in a set of rows that is small, for want of another driver.
  fileprivate var members: SQLFragment? {
    switch self {
    case .state(.flagged):
      SQLFragment(
        "i.id IN (SELECT item FROM flag WHERE item IS NOT NULL AND gone_run IS NULL)"
      )
    case .state(.pinned):
      SQLFragment("i.id IN (SELECT item FROM pin WHERE item IS NOT NULL AND gone_run IS NULL)")
    default: nil
    }
  }
}
