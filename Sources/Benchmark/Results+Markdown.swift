import Foundation

extension Results {
  /// Compares searches with those of a smaller archive: where a page is full, its time should hardly grow.
  ///
  /// - Parameter path: The JSON of the smaller one.
  mutating func compareSearches(with path: String) {
    guard let data = FileManager.default.contents(atPath: path),
      let before = try? JSONDecoder().decode([Figure].self, from: data)
    else { return }
    func times(_ figures: [Figure]) -> [String: Double] {
      let searches = figures.filter { $0.suite == "search" && $0.unit == "ms" }
      return Dictionary(searches.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    }
    let (old, new) = (times(before), times(figures))
    for kind in new.keys.sorted() where kind.hasPrefix("newest: ") || kind.hasPrefix("relevance: ")
    {
      guard kind.hasSuffix(", p50"), !kind.contains(", full pages") else { continue }
      let full = String(kind.dropLast(5)) + ", full pages, p50"
      if let now = new[full] ?? new[kind], let then = old[full] ?? old[kind], then > 0 {
        add("growth", String(kind.dropLast(5)), now / then, "×", target: "≤ 1.5")
      }
    }
  }

  /// Keeps what a suite has measured so far as a table; of spreads, the middle and the 95th of a hundred.
  mutating func addTable(of suite: String) {
    guard figures.contains(where: { $0.suite == suite }) else { return }
    var table = "| \(suite) | measured | aim | |\n|---|---|---|---|\n"
    for figure in figures where figure.suite == suite && !figure.name.hasSuffix(", p50") {
      var (name, value) = (figure.name, Self.text(figure.value))
      if name.hasSuffix(", p95") {
        name = String(name.dropLast(5))
        if let middle = self.value(suite, name + ", p50") {
          value = "\(Self.text(middle)) · \(value)"
        }
      }
      let verdict = figure.isMet.map { $0 ? "met" : "missed" } ?? ""
      table += "| \(name) | \(value) \(figure.unit) | \(figure.target ?? "") | \(verdict) |\n"
    }
    add(table: table)
  }
}
