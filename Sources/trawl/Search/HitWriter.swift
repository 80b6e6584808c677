import Output
import Search

/// Writes hits in any format, page after page.
///
/// JSON has more than cells can say, so it is written here; all other formats are rows.
final class HitWriter {
  private enum Form {
    case rows(RowWriter)
    case document
    case lines
  }

  private let form: Form
  private let output: DescriptorSink
  private var json: JSONWriter

  /// Begins an answer.
  ///
  /// - Parameters:
  ///   - options: The format.
  ///   - console: Where to write.
  ///   - zone: The zone that times are shown in.
  ///   - head: Writes the members that stand before the hits of a JSON document.
  init(
    _ options: OutputOptions,
    in console: Console,
    zone: Zone,
    head: (inout JSONWriter) -> Void
  ) {
    output = console.output
    switch options.format {
    case .json:
      form = .document
      json = JSONWriter(.indented(depth: 2))
      json.beginObject()
      json.member("schemaVersion", JSONWriter.hitSchemaVersion)
      head(&json)
      json.key("hits")
      json.beginArray()
    case .ndjson:
      form = .lines
      json = JSONWriter()
    case .table, .csv, .markdown, .ids:
      form = .rows(options.writer(of: HitRow.columns, in: console, zone: zone))
      json = JSONWriter()
    }
  }

  /// Writes a hit.
  ///
  /// - Throws: `OutputError`.
  func write(_ hit: SearchHit) throws(OutputError) {
    switch form {
    case .rows(let writer):
      try writer.write(HitRow.cells(hit))
    case .document:
      json.value(hit)
      try output.write(json.takeBytes())
    case .lines:
      json.value(hit)
      json.endLine()
      try output.write(json.takeBytes())
    }
  }

  /// Ends the answer and passes all of it on.
  ///
  /// - Parameter answer: Its last page.
  /// - Throws: `OutputError`.
  func finish(_ answer: SearchAnswer) throws(OutputError) {
    switch form {
    case .rows(let writer):
      try writer.finish()
    case .document:
      json.endArray()
      json.members(of: answer)
      json.endObject()
      json.endLine()
      try output.write(json.takeBytes())
    case .lines: break
    }
    try output.flush()
  }
}
