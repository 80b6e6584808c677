/// Bars from left to right, one below the other: for rows with names.
///
/// The series stand side by side, each on a scale of its own, since people and messages are not counted
/// in the same numbers.
struct RowBars {
  private let data: ChartData
  private let nameWidth: Double
  private var drawing = Drawing()

  private init(_ data: ChartData) {
    self.data = data
    nameWidth = Drawing.nameWidth(data.labels)
  }

  static func drawing(of data: ChartData) -> Drawing {
    var bars = RowBars(data)
    let perRow = max(1, min(data.series.count, Int((Drawing.width - bars.nameWidth) / 120)))
    for start in stride(from: 0, to: data.series.count, by: perRow) {
      let end = min(start + perRow, data.series.count)
      if start > 0 { bars.drawing.height += 16 }
      bars.draw(data.series[start..<end])
    }
    return bars.drawing
  }

  private mutating func draw(_ series: ArraySlice<ChartData.Series>) {
    let top = drawing.height
    let width = (Drawing.width - nameWidth) / Double(series.count)
    for (index, label) in data.labels.enumerated() {
      drawing.name(label, before: nameWidth, rowTop(index, top) + 16)
    }
    for (index, series) in series.enumerated() {
      draw(series, from: nameWidth + Double(index) * width, width: width - 16, top)
    }
    drawing.height = rowTop(data.labels.count, top)
  }

  private mutating func draw(
    _ series: ChartData.Series,
    from x: Double,
    width: Double,
    _ top: Double
  ) {
    drawing.text(heading(series.name), x, top + 13, .start, "name", limit: width)
    let values = series.values.compactMap { $0 }
    let (least, greatest) = (min(0, values.min() ?? 0), max(0, values.max() ?? 0))
    func text(_ value: Double?) -> String {
      value.map { NumberText.short($0, series.measure) } ?? "–"
    }
    func widest(_ values: [Double?]) -> Double {
      values.map { Drawing.width(of: text($0)) + 6 }.max() ?? 0
    }
    // The numbers stand at the ends of their bars, so the bars leave room for them.
    let left = widest(series.values.filter { ($0 ?? 0) < 0 })
    let right = widest(series.values.filter { ($0 ?? 0) >= 0 })
    let unit = greatest > least ? max(0, width - left - right) / (greatest - least) : 0
    let zero = x + left - least * unit
    for (index, value) in series.values.enumerated() {
      let y = rowTop(index, top)
      let end = zero + (value ?? 0) * unit
      drawing.rectangle(
        min(zero, end),
        y + 4,
        abs(end - zero),
        16,
        "s1",
        title: "\(data.labels[index]): "
          + (value.map { NumberText.text($0, series.measure) } ?? "–")
      )
      let isNegative = (value ?? 0) < 0
      drawing.text(text(value), end + (isNegative ? -6 : 6), y + 16, isNegative ? .end : .start)
    }
    drawing.line(zero, rowTop(0, top), zero, rowTop(data.labels.count, top), "axis")
  }

  private func rowTop(_ index: Int, _ top: Double) -> Double { top + 22 + Double(index) * 24 }
}
