import SQLite

@testable import Index

/// An index in memory with the schema's own tables and views.
///
/// Rows are written as the schema says, not by the index's writer, and texts are not analysed.
struct SampleIndex {
  let connection: Connection

  /// Takes every piece of text for no token: these tests do not search.
  private final class NoTokens: FTS5Tokenizer {
    func tokenize(
      _ text: UnsafeBufferPointer<UInt8>,
      isQuery: Bool,
      into sink: FTS5TokenSink
    ) -> Int32 { 0 }
  }

  init(path: String = ":memory:") throws {
    connection = try Connection(path: path, access: .create)
    try Self.registerStandIns(on: connection)
    try connection.execute(Schema.script)
    try connection.execute("INSERT INTO meta VALUES ('max_displacement_ms', 0)")
  }

  /// The functions and the tokenizer that the schema names, doing as little as they can.
  static func registerStandIns(on connection: Connection) throws {
    try connection.register(NoTokens(), as: "trawl")
    for (name, count) in [("clean_text", 1), ("plain_text", 2), ("scope_terms", 10)] {
      try connection.define(name, arguments: count) { arguments, result in
        if let text = arguments.text(0) { result.set(text) }
      }
    }
  }

  func fill(with tenant: SampleTenant) throws {
    try connection.transaction {
      for person in 1...tenant.people {
        try connection.run(
          "INSERT INTO user(id, user_id, display_name, described) VALUES (?, ?, ?, 1)",
          [
            .integer(Int64(person)), .text(SampleTenant.personID(person)),
            .text("Person \(person)"),
          ]
        )
      }
      for conversation in 1...tenant.conversations {
        try connection.run(
          "INSERT INTO conversation(id, conv_id, topic, described) VALUES (?, ?, ?, 1)",
          [
            .integer(Int64(conversation)), .text(SampleTenant.conversationID(conversation)),
            .text("Topic \(conversation)"),
          ]
        )
      }
      for item in tenant.items { try insert(item, of: tenant) }
    }
  }

  private func insert(_ item: SampleTenant.Item, of tenant: SampleTenant) throws {
    let thread = try item.parent.map { parent in
      let head = tenant.items[parent].id
      try connection.run(
        "INSERT OR IGNORE INTO thread(id, head_item_id, head) VALUES (?1, ?1, ?1)",
        [.integer(head)]
      )
      return head
    }
    try connection.run(
      """
      INSERT INTO item(id, conversation, creator, kind, state, webhook, gone, question, thread,
        likes, files) VALUES (?, ?, ?, ?, ?, 0, ?, 0, ?, ?, ?)
      """,
      [
        .integer(item.id), .integer(Int64(item.conversation)), .integer(Int64(item.person)),
        .integer(Int64(item.kind)), .integer(item.isDeleted ? 3 : 1),
        .integer(item.isGone ? 1 : 0), .optional(thread), .integer(Int64(item.likers.count)),
        .integer(Int64(item.files)),
      ]
    )
    try connection.run(
      "INSERT INTO item_text(id, item_id, form, content) VALUES (?, ?, 0, ?)",
      [.integer(item.id), .text(SampleTenant.itemID(item)), .text(item.text)]
    )
    for liker in item.likers {
      try connection.run(
        "INSERT INTO item_like(item, user, ordinal, first_run) VALUES (?, ?, 0, 1)",
        [.integer(item.id), .integer(Int64(liker))]
      )
    }
    for flagger in item.flaggers {
      try connection.run(
        "INSERT INTO flag(item_id, user, conversation, item, first_run) VALUES (?, ?, ?, ?, 1)",
        [
          .text(SampleTenant.itemID(item)), .integer(Int64(flagger)),
          .integer(Int64(item.conversation)), .integer(item.id),
        ]
      )
    }
  }
}
