/// Bars from the bottom up, side by side: for rows at even steps such as days.
///
/// The series stand below one another over one axis, each on a scale of its own.
struct ColumnBars {
  static func drawing(of data: ChartData, _ steps: Steps) -> Drawing {
    var drawing = Drawing()
    let scales = data.series.map { series in
      Scale(series.values.compactMap { $0 }, series.measure, count: data.series.count == 1 ? 4 : 3)
    }
    let frame = PlotFrame(
      left: zip(scales, data.series).map { PlotFrame.tickWidth($0, $1.measure) }.max() ?? 0,
      right: 0,
      span: data.span,
      isBands: true
    )
    for (series, scale) in zip(data.series, scales) {
      frame.name(heading(series.name), on: &drawing)
      let plot = frame.plot(
        scale,
        series.measure,
        height: data.series.count == 1 ? 170 : 84,
        on: &drawing
      )
      let texts = series.values.map { $0.map { NumberText.short($0, series.measure) } ?? "" }
      // Numbers stand on their bars where all of them fit.
      let hasTexts = texts.allSatisfy { Drawing.width(of: $0, size: 11) <= frame.band }
      let width = min(48, frame.band * 0.72)
      for (index, value) in series.values.enumerated() {
        guard let value else { continue }
        let (x, end, zero) = (frame.x(data.positions[index]), plot.y(value), plot.y(0))
        let title = "\(data.labels[index]): \(NumberText.text(value, series.measure))"
        drawing.rectangle(x - width / 2, min(end, zero), width, abs(end - zero), "s1", title: title)
        if hasTexts { drawing.text(texts[index], x, end + (value < 0 ? 12 : -4), .middle, "value") }
      }
      drawing.line(frame.left, plot.y(0), Drawing.width, plot.y(0), "axis")
    }
    frame.axis(steps, on: &drawing)
    return drawing
  }
}
