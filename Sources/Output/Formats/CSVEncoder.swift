/// Comma-separated values: a line of names, then a line a row, each ended by CR LF.
struct CSVEncoder: RowEncoder {
  private let columns: [Column]
  private let style: OutputStyle

  init(columns: [Column], style: OutputStyle) {
    self.columns = columns
    self.style = style
  }

  mutating func begin(_ bytes: inout [UInt8]) {
    append(columns.map { CSVText.cell($0.name) }, &bytes)
  }

  mutating func row(_ cells: [Cell], _ bytes: inout [UInt8]) {
    append(cells.map(text), &bytes)
  }

  /// Numbers stay numbers, minus signs included: only texts are made harmless.
  private func text(_ cell: Cell) -> String {
    switch cell {
    case .null: ""
    case .text(let text): CSVText.cell(text, isRaw: style.isRaw)
    case .integer(let number): String(number)
    case .real(let number): number.isFinite ? number.description : ""
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .time(let milliseconds): style.zone.civilTime(at: milliseconds).iso
    case .quantity(let cell, _): text(cell)
    case .list(let texts): CSVText.cell(texts.joined(separator: "; "), isRaw: style.isRaw)
    case .passage(let passage): CSVText.cell(passage.marked("[", "]"), isRaw: style.isRaw)
    }
  }

  private func append(_ cells: [String], _ bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += cell.utf8
    }
    // A line of one empty cell would read as no line at all.
    if cells == [""] { bytes += "\"\"".utf8 }
    bytes += "\r\n".utf8
  }
}
