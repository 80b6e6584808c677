import Output

/// What a chart shows, in words, for those who do not see it.
enum ChartText {
  /// A sentence a series: how many values, the least, the greatest, their sum, and how it went.
  static func description(of data: ChartData) -> String {
    data.series.map { series in
      let points = zip(data.labels, series.values).compactMap { label, value in
        value.map { (label: label, value: $0) }
      }
      let name = heading(series.name)
      guard let first = points.first, let last = points.last,
        let least = points.min(by: { $0.value < $1.value }),
        let greatest = points.max(by: { $0.value < $1.value })
      else { return "\(name): no values." }
      func text(_ value: Double) -> String { NumberText.text(value, series.measure) }
      var parts = [
        "\(name): \(points.count) \(points.count == 1 ? "value" : "values")",
        "least \(text(least.value)) (\(least.label))",
        "greatest \(text(greatest.value)) (\(greatest.label))",
      ]
      // Shares and lengths of time that people took do not add up to anything.
      if series.measure == nil || series.measure == .size {
        parts.append("\(text(points.reduce(0) { $0 + $1.value })) in all")
      }
      if data.steps != nil, points.count > 1 {
        let change = Figure(
          label: name,
          value: .real(last.value),
          measure: series.measure,
          previous: first.value
        ).change
        parts.append("first \(text(first.value)), last \(text(last.value)): \(change ?? "")")
      }
      return parts.joined(separator: ", ") + "."
    }.joined(separator: " ")
  }

  /// A sentence about a heat map: its size, the sum, and its greatest fields.
  static func description(of pivot: Pivot, _ name: String, _ text: ReadableText) -> String {
    let fields = pivot.fields.compactMap { place, cell in
      cell.drawableNumber.map { (place: place, value: $0, cell: cell) }
    }.sorted { left, right in
      (right.value, left.place.row, left.place.column)
        < (left.value, right.place.row, right.place.column)
    }
    let size = "\(pivot.rows.cells.count) rows by \(pivot.columns.cells.count) columns"
    let measure = fields.lazy.compactMap(\.cell.measure).first
    var sentences = ["\(heading(name)) in \(size), \(fields.count) fields with a value."]
    if !fields.isEmpty, measure == nil || measure == .size {
      sentences.append("\(NumberText.text(fields.reduce(0) { $0 + $1.value }, measure)) in all.")
    }
    let greatest = fields.prefix(3).map { field in
      let row = pivot.rows.name(of: pivot.rows.cells[field.place.row], text)
      let column = pivot.columns.name(of: pivot.columns.cells[field.place.column], text)
      return "\(NumberText.text(field.value, measure)) (\(row), \(column))"
    }
    if !greatest.isEmpty { sentences.append("Greatest: \(greatest.joined(separator: ", ")).") }
    return sentences.joined(separator: " ")
  }
}
