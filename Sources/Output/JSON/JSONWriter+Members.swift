extension JSONWriter {
  /// Writes a member that is a string, or null.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - value: Its value.
  public mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { self.value(value) } else { null() }
  }

  /// Writes a member that is a whole number, or null.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - value: Its value.
  public mutating func member(_ name: String, _ value: (some BinaryInteger)?) {
    key(name)
    if let value { self.value(value) } else { null() }
  }

  /// Writes a member that is a number, or null.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - value: Its value.
  public mutating func member(_ name: String, _ value: Double?) {
    key(name)
    if let value { self.value(value) } else { null() }
  }

  /// Writes a member that is a truth value, or null.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - value: Its value.
  public mutating func member(_ name: String, _ value: Bool?) {
    key(name)
    if let value { self.value(value) } else { null() }
  }

  /// Writes a member that is an object.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - body: Writes its members.
  /// - Throws: What `body` throws.
  public mutating func object(
    _ name: String,
    _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    key(name)
    try object(body)
  }

  /// Writes a member that is an array.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - body: Writes its elements.
  /// - Throws: What `body` throws.
  public mutating func array(
    _ name: String,
    _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    key(name)
    try array(body)
  }

  /// Writes a cell of a table: times as ms since 1970 in UTC, as the API has them.
  ///
  /// - Parameter cell: The cell.
  public mutating func value(_ cell: Cell) {
    switch cell {
    case .null: null()
    case .text(let text): value(text)
    case .integer(let number), .time(let number): value(number)
    case .real(let number): value(number)
    case .boolean(let isTrue): value(isTrue)
    case .quantity(let cell, _): value(cell)
    case .list(let texts): array { json in for text in texts { json.value(text) } }
    case .passage(let passage): value(passage.marked("[", "]"))
    }
  }

  /// Writes a member that is a cell of a table.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - cell: Its value.
  public mutating func member(_ name: String, _ cell: Cell) {
    key(name)
    value(cell)
  }
}
