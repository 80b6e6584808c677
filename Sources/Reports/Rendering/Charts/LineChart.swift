import Output

/// Lines over an axis, each named where it ends.
///
/// What is measured differently has a plot of its own.
struct LineChart {
  static func drawing(of data: ChartData) -> Drawing {
    var drawing = Drawing()
    let groups = groups(of: data.series)
    let scales = groups.map { group in
      Scale(
        group.flatMap { data.series[$0].values.compactMap { $0 } },
        data.series[group[0]].measure
      )
    }
    let names = data.series.map { Drawing.width(of: heading($0.name)) }.max() ?? 0
    let frame = PlotFrame(
      left: zip(scales, groups).map { PlotFrame.tickWidth($0, data.series[$1[0]].measure) }.max()
        ?? 0,
      right: min(180, names) + 28,
      span: data.span,
      isBands: false
    )
    for (group, scale) in zip(groups, scales) {
      let measure = data.series[group[0]].measure
      let plot = frame.plot(scale, measure, height: groups.count == 1 ? 200 : 120, on: &drawing)
      drawing.line(frame.left, plot.y(0), frame.right, plot.y(0), "axis")
      for index in group { draw(index, of: data, frame, plot, on: &drawing) }
      name(group, of: data, frame, plot, on: &drawing)
    }
    if let steps = data.steps {
      frame.axis(steps, on: &drawing)
    } else {
      frame.axis(data.labels, on: &drawing)
    }
    return drawing
  }

  /// The places of the series that are measured alike.
  private static func groups(of series: [ChartData.Series]) -> [[Int]] {
    var groups: [[Int]] = []
    for (index, one) in series.enumerated() {
      if let group = groups.firstIndex(where: { series[$0[0]].measure == one.measure }) {
        groups[group].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups
  }

  /// Draws a line, which breaks where a value is missing, and its points where they are few.
  private static func draw(
    _ index: Int,
    of data: ChartData,
    _ frame: PlotFrame,
    _ plot: PlotFrame.Plot,
    on drawing: inout Drawing
  ) {
    let series = data.series[index]
    let order = data.positions.indices.sorted { data.positions[$0] < data.positions[$1] }
    var run: [(x: Double, y: Double)] = []
    var dots: [(x: Double, y: Double, title: String)] = []
    for row in order {
      guard let value = series.values[row] else {
        drawing.path(run, "l\(index + 1)")
        run = []
        continue
      }
      let point = (x: frame.x(data.positions[row]), y: plot.y(value))
      run.append(point)
      let text = NumberText.text(value, series.measure)
      dots.append((point.x, point.y, "\(data.labels[row]), \(heading(series.name)): \(text)"))
    }
    drawing.path(run, "l\(index + 1)")
    guard order.count <= 60 else { return }
    for dot in dots { drawing.dot(dot.x, dot.y, "s\(index + 1)", title: dot.title) }
  }

  /// Writes the names beside the ends of the lines, moved apart where they would overlap.
  private static func name(
    _ group: [Int],
    of data: ChartData,
    _ frame: PlotFrame,
    _ plot: PlotFrame.Plot,
    on drawing: inout Drawing
  ) {
    let last = data.positions.indices.max { data.positions[$0] < data.positions[$1] }
    let ends = group.map { index in
      let value = data.series[index].values.last { $0 != nil } ?? nil
      let atEnd = last.flatMap { data.series[index].values[$0] }
      return (index: index, y: plot.y(atEnd ?? value ?? 0))
    }.sorted { ($0.y, $0.index) < ($1.y, $1.index) }
    var bottom = -Double.infinity
    var places = ends.map { end in
      bottom = max(end.y, bottom + 15)
      return bottom
    }
    // Those pushed out at the bottom push the others back up.
    var limit = plot.top + plot.height - 4
    for place in places.indices.reversed() {
      places[place] = min(places[place], limit)
      limit = places[place] - 15
    }
    let x = frame.right + 10
    for (end, y) in zip(ends, places) {
      drawing.rectangle(x, y - 5, 10, 10, "s\(end.index + 1)")
      let name = heading(data.series[end.index].name)
      drawing.text(name, x + 16, y + 4, limit: Drawing.width - x - 16)
    }
  }
}
