import Chronology
import Output

/// A drawing in SVG.
///
/// Its units are CSS pixels at its natural size; colours are classes of the style sheet.
struct Drawing {
  /// The width of every drawing.
  static let width = 880.0
  /// The size of letters.
  static let fontSize = 12.0

  /// Where a text is held.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// The height, which grows as parts are added from the top down.
  var height = 0.0
  private var body = Markup()

  /// Adds a rectangle of a class, with a text that shows when it is pointed at.
  mutating func rectangle(
    _ x: Double,
    _ y: Double,
    _ width: Double,
    _ height: Double,
    _ style: String,
    title: String? = nil
  ) {
    let place: Markup.Attributes = [
      "class": style, "x": Self.text(x), "y": Self.text(y), "width": Self.text(width),
      "height": Self.text(height),
    ]
    guard let title else { return body.empty("rect", place) }
    body.element("rect", place) { rect in rect.element("title") { $0.addPlain(title) } }
  }

  /// Adds a straight line.
  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
    body.empty(
      "line",
      [
        "class": style, "x1": Self.text(x1), "y1": Self.text(y1), "x2": Self.text(x2),
        "y2": Self.text(y2),
      ]
    )
  }

  /// Adds a line through points; one alone is a dot, none nothing.
  mutating func path(_ points: [(x: Double, y: Double)], _ style: String) {
    guard let first = points.first else { return }
    let steps = (points.count == 1 ? [first, first] : points).enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(Self.text(point.x)) \(Self.text(point.y))"
    }
    body.empty("path", ["class": style, "d": steps.joined()])
  }

  /// Adds a dot.
  mutating func dot(_ x: Double, _ y: Double, _ style: String, title: String) {
    body.element("circle", ["class": style, "cx": Self.text(x), "cy": Self.text(y), "r": "3"]) {
      $0.element("title") { $0.addPlain(title) }
    }
  }

  /// Adds text whose baseline is at `y`; what is wider than `limit` is cut and shows whole when it is
  /// pointed at.
  mutating func text(
    _ text: String,
    _ x: Double,
    _ y: Double,
    _ anchor: Anchor = .start,
    _ style: String? = nil,
    limit: Double = .infinity
  ) {
    let shown = Self.fitted(text, limit)
    body.element(
      "text",
      [
        "class": style, "x": Self.text(x), "y": Self.text(y),
        "text-anchor": anchor == .start ? nil : anchor.rawValue,
      ]
    ) { element in
      if shown != text { element.element("title") { $0.addPlain(text) } }
      element.addPlain(shown)
    }
  }

  /// Adds a swatch with its meaning beside it; returns where the next may begin.
  mutating func key(_ text: String, _ style: String, _ x: Double, _ y: Double) -> Double {
    let width = 16 + Self.width(of: text) + 16
    let start = x + width > Self.width ? 0 : x
    if start < x { height += 18 }
    let top = start < x ? height - 14 : y
    rectangle(start, top, 11, 11, style)
    self.text(text, start + 16, top + 10, limit: Self.width - 16)
    return start + width
  }

  /// The whole drawing as a picture with a title and a description for those who do not see it.
  ///
  /// - Parameters:
  ///   - id: What the ids of both begin with.
  ///   - title: What it shows.
  ///   - description: What can be seen, in numbers.
  ///   - markup: Where it goes.
  func write(id: String, title: String, description: String, to markup: inout Markup) {
    let (width, height) = (Self.text(Self.width), Self.text(height))
    markup.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img",
        "aria-labelledby": "\(id)-title \(id)-description", "viewBox": "0 0 \(width) \(height)",
        "width": width, "height": height,
      ]
    ) { svg in
      svg.element("title", ["id": "\(id)-title"]) { $0.addPlain(title) }
      svg.element("desc", ["id": "\(id)-description"]) { $0.addPlain(description) }
      svg.add(markup: body.text)
    }
  }

  /// The room that names at the left take, so much at most.
  static func nameWidth(_ names: [String], most: Double = 220) -> Double {
    min(most, names.map { width(of: $0) }.max() ?? 0) + 16
  }

  /// Adds a name that ends before `end`, the room of all names.
  mutating func name(_ text: String, before end: Double, _ y: Double) {
    self.text(text, end - 10, y, .end, limit: end - 16)
  }

  /// About how wide a text is: letters are not measured, so rather more than less.
  static func width(of text: String, size: Double = fontSize) -> Double {
    Double(TerminalText.width(of: TerminalText.safe(text))) * size * 0.6 + 2
  }

  private static func fitted(_ text: String, _ limit: Double) -> String {
    guard width(of: text) > limit else { return text }
    let columns = Int((limit - 2) / fontSize / 0.6 + 1e-6)
    return TerminalText.truncated(TerminalText.safe(text), to: max(1, columns))
  }

  /// A coordinate to a hundredth, the same on every machine.
  private static func text(_ number: Double) -> String {
    let hundredths = Int64((number * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let digits = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : ".\(Int(rest).padded(2))"
    return "\(hundredths < 0 ? "-" : "")\(whole)\(digits)"
  }
}
