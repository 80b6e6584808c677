public import Output

/// Writes a report as Markdown with GitHub's tables.
///
/// Text out of messages stays text: nothing in it makes a column, a heading, a link or HTML.
public struct MarkdownRenderer {
  private let result: ReportResult
  private let text: ReadableText
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
    let text = ReadableText(zone: result.zone)
    try MarkdownRenderer(result: result, text: text, sink: sink).write()
    try sink.flush()
  }

  private func write() throws(OutputError) {
    try sink.write("# \(MarkdownText.escaped(result.title))\n\n")
    for fact in result.facts {
      try sink.write("- \(MarkdownText.escaped("\(fact.label): \(fact.value)"))\n")
    }
    for note in result.notes { try sink.write("\n> \(MarkdownText.escaped(note))\n") }
    for part in result.parts {
      switch part {
      case .prose(let pieces): try sink.write("\n\(text.markdown(of: pieces))\n")
      case .block(let block): try write(block)
      }
    }
  }

  private func write(_ block: ReportBlock) throws(OutputError) {
    try sink.write("\n## \(MarkdownText.escaped(block.title))\n\n")
    guard !block.rows.isEmpty else { return try sink.write("None.\n") }
    let table = ReadableTable(block, text)
    let style = OutputStyle(zone: result.zone)
    let writer = RowWriter(.markdown, columns: table.columns, to: sink, style: style)
    for row in table.rows { try writer.write(row) }
    try writer.finish()
    if table.rest > 0 {
      let rows = table.rest == 1 ? "row" : "rows"
      try sink.write("\nAnd \(table.rest) more \(rows); CSV and JSON have all.\n")
    }
  }
}
