import Index
import Output
import Reports
import Search

/// Writes items with what is around them, in any format.
final class ShowWriter {
  private enum Form {
    case sheet
    case rows(RowWriter)
    case document
    case lines
  }

  private let form: Form
  private let output: any ByteSink
  private let zone: Zone
  private var json: JSONWriter
  private var count = 0

  /// Begins an answer.
  ///
  /// - Parameters:
  ///   - options: The format.
  ///   - console: Where to write.
  ///   - zone: The zone that times are shown in.
  ///   - coverage: How complete the index is.
  init(_ options: OutputOptions, in console: Console, zone: Zone, coverage: Coverage?) {
    output = console.output
    self.zone = zone
    json = JSONWriter()
    switch options.format {
    case .table: form = .sheet
    case .json:
      form = .document
      json = JSONWriter(.indented(depth: 4))
      json.beginObject()
      json.member("schemaVersion", JSONWriter.hitSchemaVersion)
      json.member("timezone", zone.identifier)
      json.member(coverage: coverage)
      json.key("items")
      json.beginArray()
    case .ndjson: form = .lines
    case .csv, .markdown, .ids:
      form = .rows(options.writer(of: ShownRow.columns, in: console, zone: zone))
    }
  }

  /// Writes an item and the messages around it.
  ///
  /// - Throws: `OutputError`.
  func write(_ shown: ItemInContext) throws(OutputError) {
    let rows =
      shown.before.map { ShownRow(place: .before, asked: shown.item.hit.itemId, item: $0) }
      + [ShownRow(place: .item, asked: shown.item.hit.itemId, item: shown.item)]
      + shown.after.map { ShownRow(place: .after, asked: shown.item.hit.itemId, item: $0) }
    guard case .document = form else { return try write(rows) }
    json.object { json in
      json.object("item") { json in json.members(of: shown.item) }
      json.array("before") { json in for item in shown.before { json.value(item) } }
      json.array("after") { json in for item in shown.after { json.value(item) } }
    }
    try output.write(json.takeBytes())
  }

  /// Writes a page of a thread.
  ///
  /// - Throws: `OutputError`.
  func write(_ page: ThreadPage, asked: String) throws(OutputError) {
    let rows = page.items.map { item in
      let place = item.hit.itemId == asked ? ShownRow.Place.item : .thread
      return ShownRow(place: place, asked: asked, item: item)
    }
    guard case .document = form else { return try write(rows) }
    json.object { json in
      json.member("asked", asked)
      json.object("thread") { json in
        json.member("headId", page.headId)
        json.member("count", page.count)
        json.array("items") { json in for item in page.items { json.value(item) } }
        json.member("nextCursor", page.nextCursor)
      }
    }
    try output.write(json.takeBytes())
  }

  private func write(_ rows: [ShownRow]) throws(OutputError) {
    switch form {
    case .sheet:
      if count > 0 { try output.write("\n") }
      for row in rows { try output.write(ItemSheet(row, zone: zone).text) }
    case .rows(let writer):
      for row in rows { try writer.write(row.cells) }
    case .lines:
      for row in rows {
        json.value(row)
        json.endLine()
      }
      try output.write(json.takeBytes())
    case .document: break
    }
    count += 1
  }

  /// Ends the answer and passes all of it on.
  ///
  /// - Throws: `OutputError`.
  func finish() throws(OutputError) {
    switch form {
    case .sheet:
      if count > 0 { try output.write("\nTimes in \(TerminalText.safe(zone.identifier)).\n") }
    case .rows(let writer): try writer.finish()
    case .document:
      json.endArray()
      json.endObject()
      json.endLine()
      try output.write(json.takeBytes())
    case .lines: break
    }
    try output.flush()
  }
}
