public import Output

/// Writes a report's blocks as CSV, each by itself, with all rows.
public enum CSVRenderer {
  /// The name of a block's file in a folder of files.
  public static func fileName(of block: ReportBlock) -> String { "\(block.name).csv" }

  /// The name of the header's file in a folder of files: no block can have it.
  public static let headerFileName = "_header.csv"

  /// Writes what the report was made of, and what a reader has to know of it.
  ///
  /// - Parameters:
  ///   - result: The result.
  ///   - sink: Where the lines go; it is flushed.
  ///   - isRaw: Whether texts that a spreadsheet would run as formulas stay as they are.
  /// - Throws: `OutputError` when the sink cannot take it.
  public static func writeHeader(
    of result: ReportResult,
    to sink: any ByteSink,
    isRaw: Bool = false
  ) throws(OutputError) {
    let style = OutputStyle(zone: result.zone, isRaw: isRaw)
    let writer = RowWriter(
      .csv,
      columns: [Column("what"), Column("value")],
      to: sink,
      style: style
    )
    try writer.write([.text("Report"), .text(result.title)])
    for fact in result.facts { try writer.write([.text(fact.label), .text(fact.value)]) }
    for note in result.notes { try writer.write([.text("Note"), .text(note)]) }
    try writer.finish()
  }

  /// Writes one block.
  ///
  /// - Parameters:
  ///   - block: A block of the result.
  ///   - result: The result, whose zone times are written in.
  ///   - sink: Where the lines go; it is flushed.
  ///   - isRaw: Whether texts that a spreadsheet would run as formulas stay as they are.
  /// - Throws: `OutputError` when the sink cannot take it.
  public static func write(
    _ block: ReportBlock,
    of result: ReportResult,
    to sink: any ByteSink,
    isRaw: Bool = false
  ) throws(OutputError) {
    let style = OutputStyle(zone: result.zone, isRaw: isRaw)
    let writer = RowWriter(.csv, columns: block.columns, to: sink, style: style)
    for row in block.rows { try writer.write(row) }
    try writer.finish()
  }
}
