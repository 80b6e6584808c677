public import Output

/// The rows of a block.
public struct ReportBlock: Sendable, Equatable {
  /// Its name, one of a kind in its report.
  public let name: String
  /// The heading above it.
  public let title: String
  /// How it looks where there is a choice.
  public let presentation: Presentation
  /// The most rows that formats for reading show.
  public let shownRows: Int
  /// Its columns; those of numbers alone keep to the right.
  public let columns: [Column]
  /// Its rows, all of them, each as long as `columns`.
  public let rows: [[Cell]]

  /// Puts a block together.
  ///
  /// Numbers of a column whose name says what they measure become times (`…Time`, as the API's own
  /// names) or quantities (`…Duration`, `…Bytes`, `…Share`); so do the numbers of a figure.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - title: The heading above it.
  ///   - presentation: How it looks.
  ///   - shownRows: The most rows that formats for reading show.
  ///   - names: Its columns' names.
  ///   - rows: All rows.
  public init(
    name: String,
    title: String,
    presentation: Presentation = .table,
    shownRows: Int = BlockDefinition.defaultShownRows,
    columns names: [String],
    rows: [[Cell]]
  ) {
    self.name = name
    self.title = title
    self.presentation = presentation
    self.shownRows = shownRows
    let kinds = names.map(ColumnKind.init(columnName:))
    self.rows = rows.map { row in
      // Figures below one another measure different things, each as its own name says.
      let figure = presentation == .number ? row.first.flatMap(ColumnKind.init(figure:)) : nil
      guard figure != nil || kinds.contains(where: { $0 != .plain }) else { return row }
      return zip(row, kinds).map { cell, kind in (kind == .plain ? figure ?? kind : kind).read(cell)
      }
    }
    columns = names.enumerated().map { index, name in
      let isNumeric = kinds[index] != .time && rows.allSatisfy { $0[index].isNumberOrNull }
      return Column(name, alignment: isNumeric ? .trailing : .leading)
    }
  }
}

/// What a column's name says of its numbers.
private enum ColumnKind: Equatable {
  case plain
  case time
  case measure(Measure)

  init(columnName: String) {
    if columnName.hasSuffix("Time") {
      self = .time
    } else {
      self = Measure(columnName: columnName).map(ColumnKind.measure) ?? .plain
    }
  }

  /// What the numbers beside a figure's name measure.
  init?(figure name: Cell) {
    guard case .text(let name) = name, let measure = Measure(columnName: name) else { return nil }
    self = .measure(measure)
  }

  func read(_ cell: Cell) -> Cell {
    switch (self, cell) {
    case (.time, .integer(let milliseconds)): .time(milliseconds)
    case (.measure(let measure), .integer), (.measure(let measure), .real):
      .quantity(cell, measure)
    default: cell
    }
  }
}

extension Measure {
  /// What the numbers of a column measure: `…Duration` ms, `…Bytes` and `size` bytes, `…Share` parts of 1.
  ///
  /// - Parameter name: The column's name; nil when it says none of these.
  init?(columnName name: String) {
    if name == "duration" || name.hasSuffix("Duration") {
      self = .duration
    } else if name == "size" || name == "bytes" || name.hasSuffix("Bytes") {
      self = .size
    } else if name == "share" || name.hasSuffix("Share") {
      self = .share
    } else {
      return nil
    }
  }
}

extension Cell {
  fileprivate var isNumberOrNull: Bool {
    switch self {
    case .integer, .real, .quantity, .null: true
    default: false
    }
  }
}
