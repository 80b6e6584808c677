import Output

/// How a block's rows look in a format that can draw.
public enum Presentation: String, Sendable, CaseIterable {
  /// Rows and columns.
  case table
  /// A bar a row: the first column names it, the further numbers measure it, each on a scale of its own.
  case bar
  /// A line a column of numbers, over the first column.
  case line
  /// A bar a row: the first column names it, the further numbers are its parts.
  case stacked
  /// Single figures, large: a row each with `value` and maybe `previous` or `change`, or a column each.
  case number
  /// A field a row: two columns place it, the third colours it.
  case heatmap
}

extension ReportBlock {
  /// What its presentation needs and its columns lack; nil when they fit.
  var unmetNeed: String? {
    switch presentation {
    case .table: nil
    case .bar: measuredColumns.isEmpty ? "a column of numbers after the first" : nil
    case .line, .stacked:
      (1...Self.mostSeries).contains(measuredColumns.count)
        ? nil : "1 to \(Self.mostSeries) columns of numbers after the first"
    case .heatmap:
      columns.count >= 3 && columns[2].alignment == .trailing
        ? nil : "two columns that place a field and a third of numbers"
    case .number:
      columns.dropFirst().contains { $0.name == "value" } || rows.count <= 1
        ? nil : "a column 'value' after the first, or one row"
    }
  }

  /// The places of the columns of numbers after the first.
  var measuredColumns: [Int] {
    columns.indices.dropFirst().filter { columns[$0].alignment == .trailing }
  }

  /// As many as can be told apart in one drawing.
  private static let mostSeries = 8
}
