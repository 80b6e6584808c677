/// A pipe table, after GitHub's Markdown.
struct MarkdownEncoder: RowEncoder {
  private let columns: [Column]
  private let style: OutputStyle

  init(columns: [Column], style: OutputStyle) {
    self.columns = columns
    self.style = style
  }

  mutating func begin(_ bytes: inout [UInt8]) {
    append(columns.map { MarkdownText.escaped($0.title) }, &bytes)
    append(columns.map { $0.alignment == .trailing ? "---:" : "---" }, &bytes)
  }

  mutating func row(_ cells: [Cell], _ bytes: inout [UInt8]) {
    append(cells.map(text), &bytes)
  }

  private func text(_ cell: Cell) -> String {
    switch cell {
    case .null: ""
    case .text(let text): MarkdownText.escaped(text)
    case .integer(let number): String(number)
    case .real(let number): number.isFinite ? number.description : ""
    case .boolean(let isTrue): isTrue ? "yes" : "no"
    case .time(let milliseconds): style.zone.civilTime(at: milliseconds).iso
    case .quantity(let cell, let measure): cell.number.map(measure.text) ?? ""
    case .list(let texts): texts.map(MarkdownText.escaped).joined(separator: ", ")
    case .passage(let passage): passage.parts.map(markdown).joined()
    }
  }

  /// Bold must hug its text: spaces at the edges move out.
  private func markdown(_ part: Passage.Part) -> String {
    let text = MarkdownText.escaped(part.text)
    guard part.isMarked else { return text }
    let start = text.prefix { $0 == " " }
    let end = text.dropFirst(start.count).reversed().prefix { $0 == " " }.count
    let core = text.dropFirst(start.count).dropLast(end)
    return core.isEmpty ? text : "\(start)**\(core)**" + String(repeating: " ", count: end)
  }

  private func append(_ cells: [String], _ bytes: inout [UInt8]) {
    bytes += "|".utf8
    for cell in cells { bytes += " \(cell) |".utf8 }
    bytes += "\n".utf8
  }
}
