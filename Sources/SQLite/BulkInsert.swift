/// Adds rows to one table, many to a statement: starting a statement costs about as much as adding a row.
///
/// It is for transactions that are rolled back after an error: with `OR FAIL` a statement that fails keeps the rows
/// before, so that SQLite need not copy every page that it changes for the sake of taking them back. (An upsert copies
/// them all the same, so it is not for those.)
public struct BulkInsert {
  @usableFromInline let one: Statement
  @usableFromInline let many: Statement
  @usableFromInline let columns: Int

  /// Rows to a statement: more gain nothing.
  @usableFromInline static var rows: Int { 16 }

  /// Prepares the statements.
  ///
  /// - Parameters:
  ///   - table: The table, with the columns that get values unless all do.
  ///   - columns: How many columns that is.
  ///   - connection: The connection.
  /// - Throws: `SQLiteError`.
  public init(into table: String, columns: Int, on connection: Connection) throws {
    let row = "(" + repeatElement("?", count: columns).joined(separator: ",") + ")"
    func prepare(_ count: Int) throws -> Statement {
      let values = repeatElement(row, count: count).joined(separator: ",")
      return try connection.statement("INSERT OR FAIL INTO \(table) VALUES \(values)")
    }
    one = try prepare(1)
    many = try prepare(Self.rows)
    self.columns = columns
  }

  /// Adds a row for each element.
  ///
  /// Inlinable, so that it is compiled for each kind of element: otherwise an import takes 7 % more instructions.
  ///
  /// - Parameters:
  ///   - elements: What rows are made of, in the order of the table where that can be.
  ///   - bind: Binds the values of a row from a position on; what it borrows must outlive the call.
  /// - Throws: `SQLiteError`, and what `bind` throws.
  @inlinable
  public func add<Elements: RandomAccessCollection>(
    _ elements: Elements,
    bind: (Elements.Element, Statement, _ position: Int) throws -> Void
  ) throws {
    var rest = elements[...]
    while !rest.isEmpty {
      let (statement, count) = rest.count >= Self.rows ? (many, Self.rows) : (one, 1)
      for (place, element) in rest.prefix(count).enumerated() {
        try bind(element, statement, 1 + place * columns)
      }
      try statement.run()
      rest = rest.dropFirst(count)
    }
  }
}
