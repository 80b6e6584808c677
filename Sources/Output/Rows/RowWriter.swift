/// Writes rows in any format: the one path for every command's results.
///
/// Rows leave as they come, in large pieces; only a table holds back its first ones, to find widths.
///
///     let writer = RowWriter(.csv, columns: [Column("name")], to: sink)
///     try writer.write([.text("=1+1")])
///     try writer.finish()   // name␍␊'=1+1␍␊
public final class RowWriter {
  /// How many rows were written.
  public private(set) var rowCount = 0

  private let sink: any ByteSink
  private let indices: [Int]
  private let columnCount: Int
  private var encoder: any RowEncoder
  private var buffer: [UInt8] = []

  /// A writer of rows with these columns.
  ///
  /// - Parameters:
  ///   - format: How to write them.
  ///   - columns: What each row has, in order.
  ///   - sink: Where to write them.
  ///   - style: What all formats of the run have in common.
  ///   - envelope: What a JSON document says around the rows.
  public init(
    _ format: OutputFormat,
    columns: [Column],
    to sink: any ByteSink,
    style: OutputStyle = OutputStyle(),
    envelope: Envelope = Envelope()
  ) {
    self.sink = sink
    columnCount = columns.count
    indices = columns.indices.filter { format.includes(columns[$0]) }
    let shown = indices.map { columns[$0] }
    encoder =
      switch format {
      case .table: TableEncoder(columns: shown, style: style)
      case .json: JSONDocumentEncoder(columns: shown, envelope: envelope)
      case .ndjson: NDJSONEncoder(columns: shown)
      case .csv: CSVEncoder(columns: shown, style: style)
      case .markdown: MarkdownEncoder(columns: shown, style: style)
      case .ids: IdentifierEncoder()
      }
    encoder.begin(&buffer)
  }

  /// Writes a row.
  ///
  /// - Parameter cells: A cell for each column, those included that the format leaves out.
  /// - Throws: `OutputError` when the sink cannot take it.
  public func write(_ cells: [Cell]) throws(OutputError) {
    precondition(cells.count == columnCount, "a row has one cell for each column")
    encoder.row(indices.map { cells[$0] }, &buffer)
    rowCount += 1
    if buffer.count >= Self.pieceSize { try pass() }
  }

  /// Ends the rows and flushes the sink.
  ///
  /// - Parameter members: What a JSON document says after its rows, such as a cursor.
  /// - Throws: `OutputError` when the sink cannot take it.
  public func finish(_ members: [Envelope.Member] = []) throws(OutputError) {
    encoder.end(members, &buffer)
    try pass()
    try sink.flush()
  }

  private static let pieceSize = 1 << 15

  private func pass() throws(OutputError) {
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

/// One format: turns rows into bytes and does nothing else.
protocol RowEncoder {
  /// What stands before the rows.
  mutating func begin(_ bytes: inout [UInt8])
  /// A row: the cells of the columns that the format has.
  mutating func row(_ cells: [Cell], _ bytes: inout [UInt8])
  /// What stands after the rows.
  mutating func end(_ members: [Envelope.Member], _ bytes: inout [UInt8])
}

extension RowEncoder {
  mutating func begin(_ bytes: inout [UInt8]) {}
  mutating func end(_ members: [Envelope.Member], _ bytes: inout [UInt8]) {}
}
