import Output
import Search

/// A conversation as a row of cells, as wide scopes find them.
enum ConversationRow {
  static let columns: [Column] = [
    Column("convId", audience: .programs, isIdentifier: true),
    Column("conversation", title: "Conversation", fit: .flexible(minimum: 20)),
    Column("type", title: "Type"),
    Column("participants", title: "People"),
    Column("lastItemTime", title: "Last item", showsAge: true),
  ]

  static func cells(_ hit: ConversationHit) -> [Cell] {
    [
      .text(hit.convId), .text(hit.name), Cell(hit.type), Cell(hit.participants),
      hit.lastItemTime.map(Cell.time) ?? .null,
    ]
  }
}

/// A person as a row of cells.
enum PersonRow {
  static let columns: [Column] = [
    Column("userId", audience: .programs, isIdentifier: true),
    Column("name", title: "Person", fit: .flexible(minimum: 20)),
    Column("emailAddress", title: "E-mail"),
    Column("lastItemTime", title: "Last item", showsAge: true),
  ]

  static func cells(_ hit: PersonHit) -> [Cell] {
    [
      .text(hit.userId), .text(hit.name), Cell(hit.emailAddress),
      hit.lastItemTime.map(Cell.time) ?? .null,
    ]
  }
}

/// Rows of several kinds in one table: those of messages with a kind before them.
enum MixedRow {
  static let columns = [Column("kind", audience: .programs)] + HitRow.columns

  static func cells(_ hit: SearchHit) -> [Cell] { [.text("message")] + HitRow.cells(hit) }

  static func cells(_ hit: ConversationHit) -> [Cell] {
    cells([
      "kind": .text("conversation"), "convId": .text(hit.convId), "conversation": .text(hit.name),
      "type": Cell(hit.type), "modificationTime": hit.lastItemTime.map(Cell.time) ?? .null,
    ])
  }

  static func cells(_ hit: PersonHit) -> [Cell] {
    cells([
      "kind": .text("person"), "creatorId": .text(hit.userId), "creatorName": .text(hit.name),
      "modificationTime": hit.lastItemTime.map(Cell.time) ?? .null,
    ])
  }

  private static func cells(_ known: [String: Cell]) -> [Cell] {
    columns.map { known[$0.name] ?? .null }
  }
}

extension JSONWriter {
  /// Writes a conversation as an object.
  mutating func value(_ hit: ConversationHit, kind: String? = nil) {
    object { json in
      if let kind { json.member("kind", kind) }
      json.member("convId", hit.convId)
      json.member("conversation", hit.name)
      json.member("type", hit.type)
      json.member("participants", hit.participants)
      json.member("lastItemTime", hit.lastItemTime)
    }
  }

  /// Writes a person as an object.
  mutating func value(_ hit: PersonHit, kind: String? = nil) {
    object { json in
      if let kind { json.member("kind", kind) }
      json.member("userId", hit.userId)
      json.member("name", hit.name)
      json.member("emailAddress", hit.emailAddress)
      json.member("lastItemTime", hit.lastItemTime)
    }
  }
}
