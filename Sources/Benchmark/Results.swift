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
  }

  private(set) var figures: [Figure] = []

  /// Notes a figure.
  mutating func add(
    _ suite: String,
    _ name: String,
    _ value: Double,
    _ unit: String,
    target: String? = nil
  ) {
    figures.append(Figure(suite: suite, name: name, value: value, unit: unit, target: target))
    let number = value >= 1_000 ? String(Int(value)) : String(format: "%.3g", value)
    let columns = [
      suite.padding(toLength: 9, withPad: " ", startingAt: 0),
      name.padding(toLength: 46, withPad: " ", startingAt: 0),
      String(repeating: " ", count: max(0, 10 - number.count)) + number,
      unit.padding(toLength: 9, withPad: " ", startingAt: 0),
    ]
    print(columns.joined(separator: " ") + (target.map { " (aim: \($0))" } ?? ""))
    fflush(nil)
  }

  /// Notes the spread of some times.
  mutating func add(_ suite: String, _ name: String, _ spread: Spread, target: String? = nil) {
    add(suite, name + ", p50", spread.p50, "ms")
    add(suite, name + ", p95", spread.p95, "ms", target: target)
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
