public import Output

/// Writes a report as Markdown with GitHub's tables.
///
/// Text out of messages stays text: nothing in it makes a column, a heading, a link or HTML.
public struct MarkdownRenderer {
  private let result: ReportResult
  private let sink: any ByteSink

  /// Writes the document, which ends in a line break.
  ///
  /// - Parameters:
  ///   - result: What the report found.
  ///   - sink: Where the document goes; it is flushed.
  /// - Throws: `OutputError` when the sink cannot take it.
  public static func write(
    _ result: ReportResult,
    to sink: any ByteSink
  ) throws(OutputError) {
    try MarkdownRenderer(result: result, sink: sink).write()
    try sink.flush()
  }

  private func write() throws(OutputError) {
    try sink.write("# \(result.title)\n\n\(heading)\n")
    for note in result.notes { try sink.write("\n> \(MarkdownText.escaped(note))\n") }
    for part in result.parts {
      switch part {
      case .prose(let pieces): try sink.write("\n\(text(of: pieces))\n")
      case .block(let block): try write(block)
      }
    }
  }

  /// When and in which zone, and what else the report was told.
  private var heading: String {
    var facts: [String] = []
    if let period = result.period {
      facts.append("\(period.name), \(period.first) to \(period.last)")
    }
    facts.append(MarkdownText.escaped(result.zone.identifier))
    for parameter in result.parameters
    where parameter.value != result.period.map({ .text($0.name) }) {
      facts.append("\(MarkdownText.escaped(parameter.name)): \(inline(parameter.shown))")
    }
    return facts.joined(separator: " · ")
  }

  private func write(_ block: ReportBlock) throws(OutputError) {
    try sink.write("\n## \(block.title)\n\n")
    guard !block.rows.isEmpty else { return try sink.write("None.\n") }
    let style = OutputStyle(zone: result.zone)
    let table = RowWriter(.markdown, columns: block.columns, to: sink, style: style)
    for row in block.rows.prefix(block.shownRows) { try table.write(row) }
    try table.finish()
    let rest = block.rows.count - block.shownRows
    if rest > 0 {
      try sink.write("\nAnd \(rest) more \(rest == 1 ? "row" : "rows"); CSV and JSON have all.\n")
    }
  }

  private func text(of pieces: [ReportResult.ProsePiece]) -> String {
    let text = pieces.map { piece in
      switch piece {
      case .markdown(let markdown): markdown
      case .value(let cell): inline(cell)
      }
    }.joined()
    let body = text.drop { $0.isNewline }
    let end = body.lastIndex { !$0.isWhitespace }
    return end.map { String(body[...$0]) } ?? ""
  }

  /// A value within a sentence: times to the minute, and a dash for none.
  private func inline(_ cell: Cell) -> String {
    switch cell {
    case .null: "–"
    case .time(let milliseconds): result.zone.civilTime(at: milliseconds).short
    case .text(let text): MarkdownText.escaped(text)
    case .integer(let number): String(number)
    case .real(let number): number.description
    case .boolean(let isTrue): isTrue ? "yes" : "no"
    case .list(let texts): texts.map(MarkdownText.escaped).joined(separator: ", ")
    case .passage(let passage): MarkdownText.escaped(passage.text)
    }
  }
}
