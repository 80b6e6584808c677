import Output
import Search

/// Writes an answer in any format, page after page.
///
/// JSON has more than cells can say, so it is written here; all other formats are rows.
final class HitWriter {
  private enum Form {
    case rows
    case document
    case lines
    case circuit(CircuitResult)
  }

  private let form: Form
  private let kinds: SearchScope.Rows
  private let options: OutputOptions
  private let console: Console
  private let zone: Zone
  private var json: JSONWriter
  private var rows: RowWriter?
  private var hasBegunHits = false

  /// Begins an answer.
  ///
  /// - Parameters:
  ///   - options: The format.
  ///   - kinds: What kinds of rows the answer has.
  ///   - console: Where to write.
  ///   - zone: The zone that times are shown in.
  ///   - head: Writes the members that stand before the hits of a JSON document.
  init(
    _ options: SearchOutputOptions,
    kinds: SearchScope.Rows,
    in console: Console,
    zone: Zone,
    head: (inout JSONWriter) -> Void
  ) {
    self.kinds = kinds
    self.console = console
    self.zone = zone
    self.options = options.rows
    json = JSONWriter()
    switch options.format {
    case .circuit: form = .circuit(CircuitResult())
    case .ndjson: form = .lines
    case .table, .csv, .markdown, .ids: form = .rows
    case .json:
      form = .document
      json = JSONWriter(.indented(depth: 2))
      json.beginObject()
      json.member("schemaVersion", JSONWriter.hitSchemaVersion)
      head(&json)
    }
  }

  /// Writes a page.
  ///
  /// - Throws: `OutputError`.
  func write(_ answer: SearchAnswer) throws(OutputError) {
    switch form {
    case .rows: try writeRows(answer)
    case .document: try writeDocument(answer)
    case .lines: try writeLines(answer)
    case .circuit(let result):
      for hit in answer.conversations { result.add(convId: hit.convId) }
      for hit in answer.hits { result.add(convId: hit.convId, itemId: hit.itemId) }
    }
  }

  /// Ends the answer and passes all of it on.
  ///
  /// - Parameters:
  ///   - answer: Its last page.
  ///   - facets: How all matches spread, if that was asked for.
  /// - Throws: `OutputError`.
  func finish(_ answer: SearchAnswer, _ facets: FacetAnswer? = nil) throws(OutputError) {
    switch form {
    case .rows: try rows?.finish()
    case .document:
      json.endArray()
      json.members(of: answer)
      if let facets { json.members(of: facets) }
      json.endObject()
      json.endLine()
      try console.output.write(json.takeBytes())
    case .lines: break
    case .circuit(let result): try console.output.write(result.json())
    }
    try console.output.flush()
  }
}

// MARK: - Rows

extension HitWriter {
  private func writeRows(_ answer: SearchAnswer) throws(OutputError) {
    // Machine formats hold one table, so that the kinds share it there.
    if kinds == .everything, options.format == .csv || options.format == .ids {
      let writer = rowWriter(of: MixedRow.columns)
      for hit in answer.people { try writer.write(MixedRow.cells(hit)) }
      for hit in answer.conversations { try writer.write(MixedRow.cells(hit)) }
      for hit in answer.hits { try writer.write(MixedRow.cells(hit)) }
    } else {
      try writeTable(of: PersonRow.columns, answer.people.map(PersonRow.cells))
      if kinds == .conversations {
        let writer = rowWriter(of: ConversationRow.columns)
        for hit in answer.conversations { try writer.write(ConversationRow.cells(hit)) }
      } else {
        try writeTable(
          of: ConversationRow.columns,
          answer.conversations.map(ConversationRow.cells)
        )
        guard !answer.hits.isEmpty || kinds == .items else { return }
        let writer = rowWriter(of: HitRow.columns)
        for hit in answer.hits { try writer.write(HitRow.cells(hit)) }
      }
    }
  }

  /// A table of its own, with an empty line after it.
  private func writeTable(of columns: [Column], _ cells: [[Cell]]) throws(OutputError) {
    guard !cells.isEmpty else { return }
    let writer = options.writer(of: columns, in: console, zone: zone)
    for row in cells { try writer.write(row) }
    try writer.finish()
    try console.output.write("\n")
  }

  private func rowWriter(of columns: [Column]) -> RowWriter {
    let writer = rows ?? options.writer(of: columns, in: console, zone: zone)
    rows = writer
    return writer
  }
}

// MARK: - JSON

extension HitWriter {
  private func writeDocument(_ answer: SearchAnswer) throws(OutputError) {
    if !hasBegunHits {
      hasBegunHits = true
      if kinds == .everything {
        json.array("people") { json in for hit in answer.people { json.value(hit) } }
        json.array("conversations") { json in
          for hit in answer.conversations { json.value(hit) }
        }
      }
      json.key(kinds == .conversations ? "conversations" : "hits")
      json.beginArray()
    }
    if kinds == .conversations { for hit in answer.conversations { json.value(hit) } }
    for hit in answer.hits {
      json.value(hit)
      try console.output.write(json.takeBytes())
    }
  }

  /// Objects say what they are where an answer has several kinds.
  private func writeLines(_ answer: SearchAnswer) throws(OutputError) {
    for hit in answer.people {
      json.value(hit, kind: "person")
      json.endLine()
    }
    for hit in answer.conversations {
      json.value(hit, kind: "conversation")
      json.endLine()
    }
    for hit in answer.hits {
      json.object { json in
        if kinds == .everything { json.member("kind", "message") }
        json.members(of: hit)
      }
      json.endLine()
      try console.output.write(json.takeBytes())
    }
    try console.output.write(json.takeBytes())
  }
}

/// What the API's search_conversations would answer, without its limits: conversations in the order
/// in which the search found them, each with the items found in it.
final class CircuitResult {
  private var itemIds: [[String]] = []
  private var convIds: [String] = []
  private var places: [String: Int] = [:]

  /// Adds a conversation that was found, or an item in it.
  func add(convId: String, itemId: String? = nil) {
    let place = places[convId] ?? convIds.count
    if place == convIds.count {
      places[convId] = place
      convIds.append(convId)
      itemIds.append([])
    }
    if let itemId { itemIds[place].append(itemId) }
  }

  /// The result as the API writes it.
  func json() -> [UInt8] {
    var json = JSONWriter(.indented(depth: 3))
    json.object { json in
      json.array("matchingConversations") { json in
        for (convId, items) in zip(convIds, itemIds) {
          json.object { json in
            json.member("convId", convId)
            json.array("itemIds") { json in for item in items { json.value(item) } }
          }
        }
      }
    }
    json.endLine()
    return json.takeBytes()
  }
}
