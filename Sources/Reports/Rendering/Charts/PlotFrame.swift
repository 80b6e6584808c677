import Output

/// The part of a drawing between its axes: where positions lie from left to right.
struct PlotFrame {
  let left: Double
  /// Where the plot ends.
  let right: Double
  private let span: ClosedRange<Int>
  /// Whether a position is a band as wide as any other, and not a point from the one edge to the other.
  private let isBands: Bool

  init(left: Double, right: Double, span: ClosedRange<Int>, isBands: Bool) {
    self.left = left
    self.right = Drawing.width - right
    self.span = span
    self.isBands = isBands
  }

  private var width: Double { right - left }
  private var distance: Double { Double(span.upperBound) - Double(span.lowerBound) }

  /// How wide a position is.
  var band: Double { width / (isBands ? distance + 1 : max(1, distance)) }

  /// The middle of a position.
  func x(_ position: Int) -> Double {
    let steps = Double(position) - Double(span.lowerBound)
    if isBands { return left + (steps + 0.5) * band }
    return distance == 0 ? left + width / 2 : left + steps / distance * width
  }

  /// The room that the numbers at an axis take.
  static func tickWidth(_ scale: Scale, _ measure: Measure?) -> Double {
    (scale.ticks.map { Drawing.width(of: NumberText.short($0, measure), size: 11) }.max() ?? 0) + 8
  }

  /// Writes what the plot that follows is of.
  func name(_ text: String, on drawing: inout Drawing) {
    drawing.text(text, 0, drawing.height + 13, .start, "name", limit: Drawing.width)
    drawing.height += 16
  }

  /// A plot, which says how high a number lies.
  struct Plot {
    let scale: Scale
    let top: Double
    let height: Double

    func y(_ value: Double) -> Double { top + height * (1 - scale.fraction(value)) }
  }

  /// Adds a plot with its lines and numbers below what is drawn already.
  func plot(
    _ scale: Scale,
    _ measure: Measure?,
    height: Double,
    on drawing: inout Drawing
  ) -> Plot {
    let plot = Plot(scale: scale, top: drawing.height + 16, height: height)
    for tick in scale.ticks {
      let y = plot.y(tick)
      drawing.line(left, y, right, y, "grid")
      drawing.text(NumberText.short(tick, measure), left - 6, y + 4, .end, "tick")
    }
    drawing.height = plot.top + height + 8
    return plot
  }

  /// Adds the names of the positions at the bottom: as many as fit beside one another.
  func axis(_ steps: Steps, on drawing: inout Drawing) {
    let room = band >= 46 ? Steps.Room.wide : band >= 4 ? .narrow : .least
    var context: String?
    var free = -Double.infinity
    for position in steps.labelled(span, band: band, room) {
      let label = steps.label(at: position, room)
      let width = Drawing.width(of: label.text)
      // A label at an edge moves inwards rather than out of the picture.
      let x = min(max(x(position), width / 2), Drawing.width - width / 2)
      drawing.text(label.text, x, drawing.height + 10, .middle, "tick")
      guard let next = label.context, next != context, x - width / 2 >= free else { continue }
      drawing.text(next, x - width / 2, drawing.height + 25, .start, "tick")
      context = next
      free = x - width / 2 + Drawing.width(of: next) + 8
    }
    drawing.height += context == nil ? 16 : 32
  }

  /// Adds names of rows at the bottom: as many as fit beside one another.
  func axis(_ names: [String], on drawing: inout Drawing) {
    let widest = min(110, names.map { Drawing.width(of: $0) }.max() ?? 0)
    let skip = max(1, Int(((widest + 8) / band).rounded(.up)))
    for (position, name) in names.enumerated() where position.isMultiple(of: skip) {
      let half = min(widest, Drawing.width(of: name)) / 2
      let x = min(max(x(position), half), Drawing.width - half)
      drawing.text(name, x, drawing.height + 10, .middle, "tick", limit: 110)
    }
    drawing.height += 16
  }
}
