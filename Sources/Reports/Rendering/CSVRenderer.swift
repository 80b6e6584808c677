public import Output

/// Writes a report's blocks as CSV, each by itself, with all rows.
public enum CSVRenderer {
  /// The name of a block's file in a folder of files.
  public static func fileName(of block: ReportBlock) -> String { "\(block.name).csv" }

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
