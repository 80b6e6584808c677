import Output

/// A grid whose fields are the darker the greater their values are.
struct HeatMap {
  private let pivot: Pivot
  private let text: ReadableText
  private let measure: Measure?
  private let values: [Pivot.Place: Double]
  /// By how much the values of two neighbouring colours differ.
  private let step: Double
  private let isWhole: Bool
  private var drawing = Drawing()

  private init(_ pivot: Pivot, _ text: ReadableText) {
    self.pivot = pivot
    self.text = text
    measure = pivot.fields.values.lazy.compactMap(\.measure).first
    values = pivot.fields.compactMapValues(\.drawableNumber)
    isWhole = measure == nil && values.values.allSatisfy { $0 == $0.rounded() }
    let greatest = values.values.map(\.magnitude).max() ?? 0
    step = greatest > 0 ? Scale.step(greatest / Double(Self.colours), measure, isWhole: isWhole) : 1
  }

  /// How many colours there are on either side of zero.
  private static let colours = 6

  static func drawing(of pivot: Pivot, _ text: ReadableText) -> Drawing {
    var map = HeatMap(pivot, text)
    map.grid()
    map.keys()
    return map.drawing
  }

  private mutating func grid() {
    let rows = pivot.rows.cells.map { pivot.rows.name(of: $0, text) }
    let columns = pivot.columns.cells.map { pivot.columns.name(of: $0, text) }
    let nameWidth = Drawing.nameWidth(rows)
    let width = min(64, (Drawing.width - nameWidth) / Double(max(1, columns.count)))
    let widest = min(120, columns.map { Drawing.width(of: $0) }.max() ?? 0)
    let skip = max(1, Int(((widest + 4) / width).rounded(.up)))
    for (index, name) in columns.enumerated() where index.isMultiple(of: skip) {
      let x = nameWidth + (Double(index) + 0.5) * width
      drawing.text(name, x, 13, .middle, "tick", limit: 120)
    }
    let top = 20.0
    for (index, name) in rows.enumerated() {
      drawing.name(name, before: nameWidth, top + Double(index) * 24 + 16)
    }
    let places = values.keys.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    let texts = places.map { NumberText.text(values[$0] ?? 0, measure) }
    let hasTexts = texts.allSatisfy { Drawing.width(of: $0, size: 10.5) <= width - 2 }
    for (place, valueText) in zip(places, texts) {
      let colour = colour(of: values[place] ?? 0)
      let (x, y) = (nameWidth + Double(place.column) * width, top + Double(place.row) * 24)
      drawing.rectangle(
        x + 0.5,
        y + 0.5,
        max(0.5, width - 1),
        23,
        colour,
        title: "\(rows[place.row]), \(columns[place.column]): \(valueText)"
      )
      guard hasTexts else { continue }
      drawing.text(valueText, x + width / 2, y + 16, .middle, "on-\(colour)")
    }
    drawing.height = top + Double(rows.count) * 24 + 10
  }

  /// The class of a value's colour: `h1`… above zero, `g1`… below, `h0` for zero.
  private func colour(of value: Double) -> String {
    guard value != 0 else { return "h0" }
    let bin = min(Self.colours, max(1, Int((value.magnitude / step - 1e-9).rounded(.up))))
    return "\(value < 0 ? "g" : "h")\(bin)"
  }

  /// What the colours mean, those that are there.
  private mutating func keys() {
    let used = Set(values.values.map(colour))
    let bins = (1...Self.colours)
    var x = 0.0
    drawing.height += 18
    for bin in bins.reversed() where used.contains("g\(bin)") {
      x = drawing.key(range(bin, sign: -1), "g\(bin)", x, drawing.height - 14)
    }
    if used.contains("h0") {
      x = drawing.key(NumberText.text(0, measure), "h0", x, drawing.height - 14)
    }
    for bin in bins where used.contains("h\(bin)") {
      x = drawing.key(range(bin, sign: 1), "h\(bin)", x, drawing.height - 14)
    }
  }

  private func range(_ bin: Int, sign: Double) -> String {
    let (least, most) = (Double(bin - 1) * step, Double(bin) * step)
    func text(_ value: Double) -> String { NumberText.text(value * sign, measure) }
    if isWhole, step == 1 { return text(most) }
    let ends = [text(isWhole ? least + 1 : least), text(most)]
    return (sign < 0 ? ends.reversed() : ends).joined(separator: " to ")
  }
}
