/// Aligned columns for a terminal, every text made harmless.
///
/// The first rows are held back to find the widths; what comes after them is cut to fit.
struct TableEncoder: RowEncoder {
  private let columns: [Column]
  private let style: OutputStyle
  private var held: [[[Glyph]]] = []
  private var layout: TableLayout?
  private var hasTimes = false

  /// How many rows decide the widths.
  static let heldRows = 500

  init(columns: [Column], style: OutputStyle) {
    self.columns = columns
    self.style = style
  }

  mutating func row(_ cells: [Cell], _ bytes: inout [UInt8]) {
    let row = zip(cells, columns).map(glyphs)
    hasTimes = hasTimes || cells.contains { if case .time = $0 { true } else { false } }
    if let layout {
      append(row, layout, &bytes)
    } else {
      held.append(row)
      if held.count >= Self.heldRows { release(&bytes) }
    }
  }

  mutating func end(_ members: [Envelope.Member], _ bytes: inout [UInt8]) {
    release(&bytes)
    if hasTimes {
      bytes += dimmed("Times in \(TerminalText.safe(style.zone.identifier)).").utf8
      bytes += "\n".utf8
    }
  }

  private mutating func release(_ bytes: inout [UInt8]) {
    guard !held.isEmpty else { return }
    let titles = columns.map { Glyph.line($0.title) }
    let natural = columns.indices.map { index in
      held.reduce(titles[index].columns) { max($0, $1[index].columns) }
    }
    let layout = TableLayout(
      natural: natural,
      columns: columns,
      available: style.terminal.columns
    )
    let marked = titles.map { $0.map { Glyph(text: $0.text, columns: $0.columns) } }
    append(marked, layout, &bytes, sgr: "1")
    let rules = layout.widths.map { String(repeating: "─", count: $0) }
    bytes += dimmed(rules.joined(separator: String(repeating: " ", count: TableLayout.gap))).utf8
    bytes += "\n".utf8
    for row in held { append(row, layout, &bytes) }
    held = []
    self.layout = layout
  }

  private func append(
    _ row: [[Glyph]],
    _ layout: TableLayout,
    _ bytes: inout [UInt8],
    sgr: String? = nil
  ) {
    let cells = columns.indices.map { index in
      row[index].wrapped(to: layout.widths[index], lines: columns[index].lineLimit)
    }
    for line in 0..<(cells.map(\.count).max() ?? 0) {
      var text = ""
      var pending = 0
      for (index, cell) in cells.enumerated() {
        let glyphs = line < cell.count ? cell[line] : []
        let space = max(0, layout.widths[index] - glyphs.columns)
        let isTrailing = columns[index].alignment == .trailing
        pending += isTrailing ? space : 0
        if !glyphs.isEmpty {
          text += String(repeating: " ", count: pending) + rendered(glyphs, sgr: sgr)
          pending = 0
        }
        // Spaces are owed, not written, so that no line ends in them.
        pending += (isTrailing ? 0 : space) + TableLayout.gap
      }
      bytes += text.utf8
      bytes += "\n".utf8
    }
  }

  private func glyphs(_ cell: Cell, _ column: Column) -> [Glyph] {
    switch cell {
    case .null: []
    case .text(let text): Glyph.line(text)
    case .integer(let number): Glyph.line(String(number))
    case .real(let number): Glyph.line(number.isFinite ? number.description : "")
    case .boolean(let isTrue): Glyph.line(isTrue ? "yes" : "no")
    case .time(let milliseconds): time(milliseconds, showsAge: column.showsAge)
    case .quantity(let cell, let measure): Glyph.line(cell.number.map(measure.text) ?? "")
    case .list(let texts): Glyph.line(texts.joined(separator: ", "))
    case .passage(let passage) where style.terminal.isColoured:
      passage.parts.flatMap { Glyph.line($0.text, isMarked: $0.isMarked) }
    case .passage(let passage): Glyph.line(passage.marked("[", "]"))
    }
  }

  private func time(_ milliseconds: Int64, showsAge: Bool) -> [Glyph] {
    let time = Glyph.line(style.zone.civilTime(at: milliseconds).short)
    guard showsAge, let now = style.now else { return time }
    let age = Glyph.line(" \(Age(of: milliseconds, at: now).text) ago")
    return time + age.map { Glyph(text: $0.text, columns: $0.columns, isFaint: true) }
  }

  private func rendered(_ glyphs: [Glyph], sgr: String?) -> String {
    guard style.terminal.isColoured else { return glyphs.map(\.text).joined() }
    var text = ""
    var current: String?
    for glyph in glyphs {
      // Bold and underlined reads well on light and on dark, whatever the colours are.
      let wanted = glyph.isMarked ? "1;4" : glyph.isFaint ? "2" : nil
      if wanted != current {
        if current != nil { text += "\u{1B}[0m" }
        text += wanted.map { "\u{1B}[\($0)m" } ?? ""
        current = wanted
      }
      text += glyph.text
    }
    if current != nil { text += "\u{1B}[0m" }
    return sgr.map { "\u{1B}[\($0)m\(text)\u{1B}[0m" } ?? text
  }

  private func dimmed(_ text: String) -> String {
    style.terminal.isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text
  }
}
