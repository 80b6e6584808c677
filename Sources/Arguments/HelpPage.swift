/// The layout of a help page: paragraphs, two-column tables and examples, wrapped to a width.
struct HelpPage {
  private let width: Int
  private var lines: [String] = []

  init(width: Int) {
    // Narrower than this, wrapping would break every word.
    self.width = max(40, width)
  }

  /// Everything so far, each line ended.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// Adds paragraphs, which empty lines part; a line that begins with a space stays as it is.
  mutating func paragraphs(_ text: String) {
    guard !text.isEmpty else { return }
    separate()
    var words: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isKept = line.isEmpty || line.first == " "
      if isKept {
        lines += wrap(words, to: width)
        words = []
        lines.append(String(line))
      } else {
        words += line.split(separator: " ")
      }
    }
    lines += wrap(words, to: width)
  }

  /// Adds a heading and rows of a label and what it means; nothing when there are no rows.
  mutating func table(_ title: String, _ rows: [(label: String, text: String)]) {
    guard !rows.isEmpty else { return }
    separate()
    lines.append("\(title):")
    let longest = rows.map(\.label.count).filter { $0 <= Self.widestLabel }.max() ?? 0
    let column = 2 + max(longest, 8) + 2
    let margin = String(repeating: " ", count: column)
    for row in rows {
      let texts = wrap(row.text.split(separator: " "), to: max(20, width - column))
      let label = "  " + row.label
      guard label.count + 2 <= column, let first = texts.first else {
        // A label too long for its column has the text below it.
        lines.append(label)
        lines += texts.map { margin + $0 }
        continue
      }
      lines.append(label + margin.dropFirst(label.count) + first)
      lines += texts.dropFirst().map { margin + $0 }
    }
  }

  /// Adds command lines, each with its note below it.
  mutating func examples(_ examples: [Example]) {
    guard !examples.isEmpty else { return }
    separate()
    lines.append("Examples:")
    for example in examples {
      lines.append("  " + example.line)
      lines += wrap(example.note.split(separator: " "), to: width - 6).map { "      " + $0 }
    }
  }

  private static let widestLabel = 26

  private mutating func separate() {
    if !lines.isEmpty { lines.append("") }
  }

  private func wrap(_ words: [Substring], to width: Int) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
