import Output

/// Bars of parts: from left to right for rows with names, from the bottom up for rows at even steps.
///
/// Negative parts go the other way from zero.
struct StackedBars {
  private let data: ChartData
  private let measure: Measure?
  private var drawing = Drawing()

  private init(_ data: ChartData) {
    self.data = data
    measure = data.series.first?.measure
  }

  static func drawing(of data: ChartData) -> Drawing {
    var bars = StackedBars(data)
    bars.keys()
    if let steps = data.steps { bars.columns(steps) } else { bars.rows() }
    return bars.drawing
  }

  /// A part of a bar, from one number to another.
  private struct Part {
    let series: Int
    let from: Double
    let to: Double
  }

  /// The parts of a row.
  private func parts(of row: Int) -> [Part] {
    var (above, below) = (0.0, 0.0)
    return data.series.enumerated().compactMap { index, series in
      guard let value = series.values[row], value != 0 else { return nil }
      let from = value > 0 ? above : below
      if value > 0 { above += value } else { below += value }
      return Part(series: index, from: from, to: from + value)
    }
  }

  /// What the parts of a row come to; nil where it has none.
  private func total(of row: Int) -> Double? {
    let values = data.series.compactMap { $0.values[row] }
    return values.isEmpty ? nil : values.reduce(0, +)
  }

  private func title(_ part: Part, _ row: Int) -> String {
    let value = NumberText.text(part.to - part.from, measure)
    return "\(data.labels[row]), \(heading(data.series[part.series].name)): \(value)"
  }

  /// The ends of all bars, between which the scale lies.
  private var ends: [Double] { data.labels.indices.flatMap { parts(of: $0).map(\.to) } }

  private mutating func keys() {
    var x = 0.0
    drawing.height = 18
    for (index, series) in data.series.enumerated() {
      x = drawing.key(heading(series.name), "s\(index + 1)", x, drawing.height - 14)
    }
  }

  private mutating func columns(_ steps: Steps) {
    let scale = Scale(ends, measure)
    let frame = PlotFrame(
      left: PlotFrame.tickWidth(scale, measure),
      right: 0,
      span: data.span,
      isBands: true
    )
    let plot = frame.plot(scale, measure, height: 180, on: &drawing)
    let width = min(48, frame.band * 0.72)
    let totals = data.labels.indices.map { row in
      total(of: row).map { NumberText.short($0, measure) } ?? ""
    }
    let hasTotals = totals.allSatisfy { Drawing.width(of: $0, size: 11) <= frame.band }
    for row in data.labels.indices {
      let x = frame.x(data.positions[row])
      let parts = parts(of: row)
      for part in parts {
        let (y1, y2) = (plot.y(part.from), plot.y(part.to))
        let style = "s\(part.series + 1) part"
        let title = title(part, row)
        drawing.rectangle(x - width / 2, min(y1, y2), width, abs(y2 - y1), style, title: title)
      }
      let top = plot.y(max(0, parts.map(\.to).max() ?? 0))
      if hasTotals { drawing.text(totals[row], x, top - 4, .middle, "value") }
    }
    drawing.line(frame.left, plot.y(0), Drawing.width, plot.y(0), "axis")
    frame.axis(steps, on: &drawing)
  }

  private mutating func rows() {
    let nameWidth = Drawing.nameWidth(data.labels)
    let totals = data.labels.indices.map { row in
      total(of: row).map { NumberText.short($0, measure) } ?? "–"
    }
    let room = (totals.map { Drawing.width(of: $0) }.max() ?? 0) + 6
    let ends = ends
    let (least, greatest) = (min(0, ends.min() ?? 0), max(0, ends.max() ?? 0))
    let unit = greatest > least ? (Drawing.width - nameWidth - room) / (greatest - least) : 0
    let zero = nameWidth - least * unit
    let top = drawing.height + 4
    for (row, label) in data.labels.enumerated() {
      let y = top + Double(row) * 24
      drawing.name(label, before: nameWidth, y + 16)
      let parts = parts(of: row)
      for part in parts {
        let (x1, x2) = (zero + part.from * unit, zero + part.to * unit)
        let style = "s\(part.series + 1) part"
        drawing.rectangle(min(x1, x2), y + 4, abs(x2 - x1), 16, style, title: title(part, row))
      }
      let end = zero + max(0, parts.map(\.to).max() ?? 0) * unit
      drawing.text(totals[row], end + 6, y + 16)
    }
    drawing.height = top + Double(data.labels.count) * 24
    drawing.line(zero, top, zero, drawing.height, "axis")
  }
}
