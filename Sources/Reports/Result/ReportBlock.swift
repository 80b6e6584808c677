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
  /// Whole numbers of a column whose name ends in `Time`, as the API's own do, become times.
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
    let isTime = names.map { $0.hasSuffix("Time") }
    self.rows =
      !isTime.contains(true)
      ? rows
      : rows.map { row in
        zip(row, isTime).map { cell, isTime in
          if isTime, case .integer(let milliseconds) = cell { .time(milliseconds) } else { cell }
        }
      }
    columns = names.enumerated().map { index, name in
      let isNumeric = !isTime[index] && rows.allSatisfy { $0[index].isNumberOrNull }
      return Column(name, alignment: isNumeric ? .trailing : .leading)
    }
  }
}

extension Cell {
  fileprivate var isNumberOrNull: Bool {
    switch self {
    case .integer, .real, .null: true
    default: false
    }
  }
}
