/// Columns that a reading connection sees as NULL.
public struct HiddenColumns: Sendable, Equatable {
  /// By the table's name: its columns that are hidden.
  private let columns: [String: Set<String>]
  /// By the name of a view through which they are seen all the same: its tables.
  private let visible: [String: Set<String>]

  /// Chooses columns.
  ///
  /// - Parameters:
  ///   - columns: By the table's name, its columns that are hidden.
  ///   - visible: By the name of a view through which hidden columns are seen all the same, the tables they are of.
  public init(_ columns: [String: Set<String>], visible: [String: Set<String>] = [:]) {
    self.columns = columns
    self.visible = visible
  }

  /// Whether a column is NULL for who reads it through `view`, nil for who reads the table itself.
  func hides(_ column: String, of table: String, through view: String?) -> Bool {
    guard columns[table]?.contains(column) == true else { return false }
    return !(view.flatMap { visible[$0] }?.contains(table) ?? false)
  }
}
