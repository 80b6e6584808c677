import Foundation

/// The figures of a run, printed as they come and written as JSON at the end.
struct Results {
  struct Figure: Codable {
    var suite: String
    var name: String
    var value: Double
    var unit: String
    /// What issue or design asks for, where it asks.
    var target: String?

    /// Whether the target is met; nil without one.
    var isMet: Bool? {
      guard let target, let sign = target.first else { return nil }
      let number = target.dropFirst().trimmingPrefix(" ").prefix { "0123456789.,".contains($0) }
      guard let bound = Double(number.filter { $0 != "," }) else { return nil }
      return sign == "≤" ? value <= bound : value >= bound
    }
  }

  private(set) var figures: [Figure] = []
  /// Tables of figures side by side, in Markdown.
  private(set) var tables: [String] = []

  /// Notes a figure.
  mutating func add(
    _ suite: String,
    _ name: String,
    _ value: Double,
    _ unit: String,
    target: String? = nil
  ) {
    let figure = Figure(suite: suite, name: name, value: value, unit: unit, target: target)
    figures.append(figure)
    let number = Self.text(value)
    let columns = [
      suite.padding(toLength: 9, withPad: " ", startingAt: 0),
      name.padding(toLength: 46, withPad: " ", startingAt: 0),
      String(repeating: " ", count: max(0, 10 - number.count)) + number,
      unit.padding(toLength: 9, withPad: " ", startingAt: 0),
    ]
    let verdict = figure.isMet == false ? "missed" : "met"
    print(columns.joined(separator: " ") + (target.map { " (aim: \($0), \(verdict))" } ?? ""))
    fflush(nil)
  }

  /// Notes the spread of some times.
  mutating func add(_ suite: String, _ name: String, _ spread: Spread, target: String? = nil) {
    add(suite, name + ", p50", spread.p50, "ms")
    add(suite, name + ", p95", spread.p95, "ms", target: target)
  }

  /// A figure in as many digits as mean something.
  static func text(_ value: Double) -> String {
    value >= 1_000 ? String(Int(value)) : String(format: "%.3g", value)
  }

  /// Keeps a table for the Markdown.
  mutating func add(table: String) {
    tables.append(table)
  }

  /// The value of a figure.
  func value(_ suite: String, _ name: String) -> Double? {
    figures.last { $0.suite == suite && $0.name == name }?.value
  }

  /// Writes the tables as Markdown.
  ///
  /// - Throws: When the file cannot be written.
  func writeMarkdown(to path: String) throws {
    let text = tables.joined(separator: "\n")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  /// Writes the figures as JSON.
  ///
  /// - Throws: When the file cannot be written.
  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(figures).write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}
