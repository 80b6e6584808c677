import Arguments
import Output
import Search
import Text

extension SearchRun {
  /// Lists the conversations that have hits, page by page.
  func group(_ query: Query) throws -> Outcome {
    var left = options.isAll ? Int.max : limit
    // A saved query may be in an order that conversations do not have.
    var request = request(query, order: order == .oldest ? .oldest : .newest)
    var writer: GroupWriter?
    var found = 0
    while true {
      request.limit = min(left, Self.pageSize)
      request.timeout = timeLeft
      let page = try engine.conversations(request)
      let pages = writer ?? GroupWriter(options.output.rows, in: console, zone: zone, head: head)
      writer = pages
      for group in page.groups { try pages.write(group) }
      found += page.groups.count
      left -= page.groups.count
      guard left > 0, !page.answer.isPartial, let cursor = page.answer.nextCursor else {
        try pages.finish(page)
        return conclude(page.answer, found: found)
      }
      request.cursor = cursor
    }
  }
}

/// Writes conversations with their hits, in any format.
final class GroupWriter {
  private enum Form {
    case rows(RowWriter)
    case document
    case lines
  }

  private let form: Form
  private let output: any ByteSink
  private var json = JSONWriter()

  /// Begins an answer; `head` writes the members before the conversations of a JSON document.
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
      json = JSONWriter(.indented(depth: 3))
      json.beginObject()
      json.member("schemaVersion", JSONWriter.hitSchemaVersion)
      head(&json)
      json.key("groups")
      json.beginArray()
    case .ndjson: form = .lines
    case .table, .csv, .markdown, .ids:
      form = .rows(options.writer(of: GroupRow.columns, in: console, zone: zone))
    }
  }

  /// Writes a conversation.
  ///
  /// - Throws: `OutputError`.
  func write(_ group: ConversationGroup) throws(OutputError) {
    switch form {
    case .rows(let writer): return try writer.write(GroupRow.cells(group))
    case .document: json.value(group)
    case .lines:
      json.value(group)
      json.endLine()
    }
    try output.write(json.takeBytes())
  }

  /// Ends the answer with what its last page says, and passes all of it on.
  ///
  /// - Throws: `OutputError`.
  func finish(_ page: GroupAnswer) throws(OutputError) {
    switch form {
    case .rows(let writer): try writer.finish()
    case .document:
      json.endArray()
      json.member("conversations", page.conversationCount)
      json.member("count", page.count)
      json.members(of: page.answer)
      json.endObject()
      json.endLine()
      try output.write(json.takeBytes())
    case .lines: break
    }
    try output.flush()
  }
}

/// A conversation with its hits as a row of cells.
enum GroupRow {
  static let columns: [Column] = [
    Column("convId", audience: .programs, isIdentifier: true),
    Column("conversation", title: "Conversation", fit: .flexible(minimum: 10)),
    Column("count", title: "Hits", alignment: .trailing),
    Column("itemId", audience: .programs),
    Column("creationTime", title: "Time"),
    Column("creatorId", audience: .programs),
    Column("creatorName", title: "Author", fit: .flexible(minimum: 8)),
    Column("subject", audience: .programs),
    Column("snippet", audience: .programs),
    Column("text", title: "Text", fit: .wrapping(minimum: 24, lines: 3), audience: .people),
  ]

  static func cells(_ group: ConversationGroup) -> [Cell] {
    let hit = group.hit
    return [
      .text(group.convId),
      .text(group.conversation),
      Cell(group.count),
      .text(hit.itemId),
      .time(hit.creationTime),
      .text(hit.creatorId),
      .text(hit.creatorName),
      Cell(hit.subject),
      .passage(Passage(hit.snippet.text, marking: hit.snippet.marks)),
      .passage(HitRow.passage(of: hit)),
    ]
  }
}

extension JSONWriter {
  /// Writes a conversation with its hits as an object.
  fileprivate mutating func value(_ group: ConversationGroup) {
    object { json in
      json.member("convId", group.convId)
      json.member("conversation", group.conversation)
      json.member("count", group.count)
      json.key("hit")
      json.value(group.hit)
    }
  }
}
