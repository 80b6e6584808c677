internal import SQLite

/// Rows that a table of its own names: what is flagged, what is pinned, a thread.
struct RowSet: Equatable {
  /// A SELECT of their rowids.
  let selection: SQLFragment
  /// The same as a test, `ROW` standing for the rowid; nil where looking into `selection` is the test.
  private let probe: SQLFragment?
  /// The table, `x`, whose index has nearly no rows but those of the set, by their rowids; and which of them are.
  let indexed: (table: String, condition: String)?

  init(_ selection: SQLFragment) {
    self.selection = selection
    (probe, indexed) = (nil, nil)
  }

  /// The rows of `item` in a table that has a column of that name, where `condition` holds.
  ///
  /// - Parameters:
  ///   - table: A table with an index of its column `item`.
  ///   - condition: What holds for the rows of the set, that of the table being `x`.
  ///   - values: The condition's values; without any it holds for nearly all of the table.
  init(of table: String, where condition: String, _ values: [Value] = []) {
    let rows = "FROM \(table) x WHERE \(condition) AND x.item"
    selection = SQLFragment("SELECT x.item \(rows) IS NOT NULL", values)
    probe = SQLFragment("EXISTS (SELECT 1 \(rows) = ROW)", values)
    indexed = values.isEmpty ? (table, condition) : nil
  }

  static func == (first: RowSet, second: RowSet) -> Bool { first.selection == second.selection }

  /// What someone flags.
  static let flagged = RowSet(of: "flag", where: "x.gone_run IS NULL")
  /// What is pinned.
  static let pinned = RowSet(of: "pin", where: "x.gone_run IS NULL")

  /// What one person flags.
  static func flagged(by person: Int64) -> RowSet {
    RowSet(of: "flag", where: "x.user = ? AND x.gone_run IS NULL", [.integer(person)])
  }

  /// The replies of a thread, by its dense id if it has any, and its head, if the index has it.
  static func thread(_ id: Int64?, head: Int64?) -> RowSet {
    // An item that answers itself is both.
    RowSet(
      SQLFragment(
        "SELECT id FROM item WHERE thread = ? UNION SELECT id FROM item WHERE id = ?",
        [id, head].map { $0.map(Value.integer) ?? .null }
      )
    )
  }

  /// The test whether a row is in the set, by an expression for its rowid alone, so that it can be
  /// made before the row is read.
  func membership(of rowid: String) -> SQLFragment {
    guard let probe else {
      // The sign keeps SQLite from looking the set's rows up one by one, out of order.
      return SQLFragment("+\(rowid) IN (\(selection.text))", selection.values)
    }
    return SQLFragment(probe.text.replacing("ROW", with: rowid), probe.values)
  }
}
