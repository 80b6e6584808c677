import Output

/// A block as a table that people read, the same one in every format for reading.
struct ReadableTable {
  let columns: [Column]
  let rows: [[Cell]]
  /// How many rows are left out.
  let rest: Int

  /// The table of a block: figures with their changes, a heat map as a grid, all else as it is.
  ///
  /// - Parameters:
  ///   - block: The block; if its columns do not fit its presentation, its rows are shown as they are.
  ///   - text: How values are written.
  init(_ block: ReportBlock, _ text: ReadableText) {
    switch block.unmetNeed == nil ? block.presentation : .table {
    case .number: self.init(figures: Figure.all(of: block, text))
    case .heatmap:
      let pivot = Pivot(block)
      if pivot.isReadable {
        self.init(pivot, text)
      } else {
        self.init(block, shown: block.shownRows)
      }
    case .line: self.init(block, shown: block.rows.count)
    case .table: self.init(block, shown: block.shownRows)
    case .bar, .stacked: self.init(block, shown: ChartData(block, text).labels.count)
    }
  }

  private init(_ block: ReportBlock, shown: Int) {
    columns = block.columns
    rows = Array(block.rows.prefix(shown))
    rest = max(0, block.rows.count - shown)
  }

  private init(figures: [Figure]) {
    let hasPrevious = figures.contains { $0.previous != nil }
    let names = ["figure", "value"] + (hasPrevious ? ["previous", "change", "changeShare"] : [])
    columns = names.enumerated().map { Column($1, alignment: $0 == 0 ? .leading : .trailing) }
    rows = figures.map { figure in
      let compared = [
        Cell(figure.previous, figure.measure), Cell(figure.difference, figure.measure),
        Cell(figure.changeShare, .share),
      ]
      return [.text(figure.label), figure.value] + (hasPrevious ? compared : [])
    }
    rest = 0
  }

  private init(_ pivot: Pivot, _ text: ReadableText) {
    let across = pivot.columns.cells.map { pivot.columns.name(of: $0, text) }
    columns =
      [Column(pivot.rows.column.name)] + across.map { Column($0, alignment: .trailing) }
    rows = pivot.rows.cells.enumerated().map { down, cell in
      let values = across.indices.map { pivot.fields[.init(row: down, column: $0)] ?? .null }
      return [.text(pivot.rows.name(of: cell, text))] + values
    }
    rest = 0
  }
}

extension Cell {
  /// A number of a measure, whole where it is; no number, no value.
  fileprivate init(_ number: Double?, _ measure: Measure?) {
    let plain = number.map { Int64(exactly: $0).map(Cell.integer) ?? .real($0) } ?? .null
    self = measure.map { number == nil ? .null : .quantity(plain, $0) } ?? plain
  }
}
