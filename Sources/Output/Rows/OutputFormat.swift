/// A way to write rows.
public enum OutputFormat: String, Sendable, CaseIterable {
  /// Aligned columns for a terminal.
  case table
  /// One JSON document.
  case json
  /// A JSON object a line.
  case ndjson
  /// Comma-separated values, after RFC 4180.
  case csv
  /// A Markdown table.
  case markdown
  /// The identifiers alone, one a line.
  case ids

  func includes(_ column: Column) -> Bool {
    switch (self, column.audience) {
    case (.ids, _): column.isIdentifier
    case (_, .everyone): true
    case (.table, let audience), (.markdown, let audience): audience == .people
    case (_, let audience): audience == .programs
    }
  }
}

/// What all formats of a run have in common.
public struct OutputStyle: Sendable, Equatable {
  /// The zone that times are shown in.
  public var zone: Zone
  /// The place the output goes to.
  public var terminal: Terminal
  /// Whether CSV cells that a spreadsheet would run stay as they are.
  public var isRaw: Bool
  /// The moment that ages are counted to, in ms since 1970 UTC; without it no age is shown.
  public var now: Int64?

  /// What all formats of a run have in common.
  ///
  /// - Parameters:
  ///   - zone: The zone that times are shown in.
  ///   - terminal: The place the output goes to.
  ///   - isRaw: Whether CSV cells that a spreadsheet would run stay as they are.
  ///   - now: The moment that ages are counted to, in ms since 1970 UTC.
  public init(
    zone: Zone = .utc,
    terminal: Terminal = Terminal(),
    isRaw: Bool = false,
    now: Int64? = nil
  ) {
    self.zone = zone
    self.terminal = terminal
    self.isRaw = isRaw
    self.now = now
  }
}

/// What a JSON document says around its rows.
public struct Envelope: Sendable, Equatable {
  /// A named value beside the rows.
  public struct Member: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// Its value.
    public let value: Cell

    /// A named value.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - value: Its value.
    public init(_ name: String, _ value: Cell) {
      self.name = name
      self.value = value
    }
  }

  /// What the array of rows is called.
  public let rowsName: String
  /// What stands before it.
  public let head: [Member]

  /// What a JSON document says around its rows.
  ///
  /// - Parameters:
  ///   - rowsName: What the array of rows is called.
  ///   - head: What stands before it.
  public init(rowsName: String = "rows", head: [Member] = []) {
    self.rowsName = rowsName
    self.head = head
  }
}
