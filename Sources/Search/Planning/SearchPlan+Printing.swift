internal import Chronology
internal import Index

extension SearchPlan {
  /// What drives the search, in words.
  var driverName: String {
    switch driver {
    case .postings: "by postings"
    case .rows(let set): "by a set of rows: \(set.selection.text)"
    case .items: "by all items"
    }
  }

  /// The times within which all answers are; nil without a bound.
  var within: TimeSpan? {
    rowids.map { rowids in
      TimeSpan(
        from: Rowid.millisecond(of: rowids.lowerBound),
        to: Rowid.millisecond(of: rowids.upperBound) + 1
      )
    }
  }

  /// Everything that is tested of a row, in SQL.
  var allTests: [SQLFragment] {
    memberships.map { $0.membership(of: "i.id") } + scopeTests + tests
  }
}
