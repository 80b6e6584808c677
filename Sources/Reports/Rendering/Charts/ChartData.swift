import Output

/// Rows as a chart reads them: the first column places them, every further column of numbers is a series.
struct ChartData {
  /// A column of numbers.
  struct Series {
    let name: String
    let measure: Measure?
    /// A number a row, nil where there is none that can be drawn.
    let values: [Double?]
  }

  /// What each drawn row is called.
  let labels: [String]
  /// What the first column is where it lies at even steps, nil where it has names.
  let steps: Steps?
  /// Where each row lies; counted up where the first column has names.
  let positions: [Int]
  let series: [Series]

  /// Reads a block.
  ///
  /// Rows at steps are all drawn, since a time line that is cut short would mislead; of rows with names
  /// as many as the block shows.
  init(_ block: ReportBlock, _ text: ReadableText) {
    let firsts = block.rows.map { $0.first ?? .null }
    let isLine = block.presentation == .line
    var steps = Steps(column: block.columns.first?.name ?? "", cells: firsts)
    var positions = firsts.compactMap { steps?.position(of: $0) }
    // Two bars in one place, or a few in a wide field, are better read one below the other.
    if let found = steps, !isLine, !Self.fit(positions, found) { steps = nil }
    let drawn = steps == nil && !isLine ? block.rows.prefix(block.shownRows) : block.rows[...]
    if steps == nil { positions = Array(drawn.indices) }
    self.steps = steps
    self.positions = positions
    labels = drawn.map { row in
      row.first.map { steps?.name(of: $0) ?? text.text(of: $0) } ?? ""
    }
    series = block.measuredColumns.map { column in
      let cells = drawn.map { $0[column] }
      return Series(
        name: block.columns[column].name,
        measure: cells.lazy.compactMap(\.measure).first,
        values: cells.map(\.drawableNumber)
      )
    }
  }

  private static func fit(_ positions: [Int], _ steps: Steps) -> Bool {
    guard let first = positions.min(), let last = positions.max() else { return false }
    let (width, isTooWide) = last.subtractingReportingOverflow(first)
    guard !isTooWide, Set(positions).count == positions.count else { return false }
    return width <= 400 && (steps != .number || width < 3 * positions.count)
  }

  /// From the first position to the last, or to all there are.
  var span: ClosedRange<Int> {
    steps?.all ?? (positions.min() ?? 0)...(positions.max() ?? 0)
  }
}

extension Cell {
  /// Its number where that can be drawn: infinite ones cannot, and what is next to nothing is nothing.
  var drawableNumber: Double? {
    number.flatMap { $0.magnitude < 1e300 ? ($0.magnitude < 1e-300 ? 0 : $0) : nil }
  }
}
