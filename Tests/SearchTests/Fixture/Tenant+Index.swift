import Foundation
import SQLite

@testable import Index

/// An index file in a folder of its own, which goes when this does.
final class TemporaryIndex {
  let path: String

  init(_ tenant: Tenant) throws {
    let folder = URL.temporaryDirectory.appending(path: "trawl-search-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "index.db").path
    try tenant.write(to: path)
  }

  deinit {
    try? FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent())
  }
}

extension Tenant {
  /// Writes an index file with these records, rows as the schema describes them.
  func write(to path: String) throws {
    let connection = try Store.writer(at: path, tokenizer: IndexTokenizer())
    try connection.transaction {
      try connection.run(
        "INSERT INTO run(id, command, source, started) VALUES (1, 'test', 'test', 1000)"
      )
      try writeDirectory(to: connection)
      try writeItems(to: connection)
      try connection.execute(
        """
        INSERT INTO item_fts(rowid, subject, content, terms)
        SELECT id, subject, content, terms FROM indexed_item ORDER BY id
        """
      )
    }
  }

  private func writeDirectory(to connection: Connection) throws {
    for (place, person) in people.enumerated() {
      try connection.run(
        """
        INSERT INTO user(id, user_id, display_name, email, described, name_key)
        VALUES (?, ?, ?, ?, 1, ?)
        """,
        [
          .integer(Int64(place + 1)), .text(person.id), .text(person.name),
          .optional(person.email), .text(Self.nameKey(person.name)),
        ]
      )
    }
    for (place, conversation) in conversations.enumerated() {
      try connection.run(
        """
        INSERT INTO conversation(id, conv_id, type, topic, described, name_key)
        VALUES (?, ?, ?, ?, 1, ?)
        """,
        [
          .integer(Int64(place + 1)), .text(conversation.id), .text(conversation.type),
          .optional(conversation.topic), .optional(conversation.topic.map(Self.nameKey)),
        ]
      )
      for (ordinal, person) in conversation.participants.enumerated() {
        try connection.run(
          "INSERT INTO participant(conversation, user, ordinal) VALUES (?, ?, ?)",
          [.integer(Int64(place + 1)), .integer(Int64(person + 1)), .integer(Int64(ordinal))]
        )
      }
    }
    for place in favorites {
      try connection.run(
        "INSERT INTO favorite(user, conversation) VALUES (1, ?)",
        [.integer(Int64(place + 1))]
      )
    }
  }

  private static func nameKey(_ name: String) -> String {
    name.lowercased().replacing("ü", with: "u")
  }

  private func writeItems(to connection: Connection) throws {
    var taken: Set<Int64> = []
    var rowids: [String: Int64] = [:]
    var displacement: Int64 = 0
    for item in items {
      var rowid = item.time * 8
      while !taken.insert(rowid).inserted { rowid += 1 }
      rowids[item.id] = rowid
      displacement = max(displacement, rowid / 8 - item.time)
    }
    try connection.run(
      "UPDATE meta SET value = ? WHERE key = 'max_displacement_ms'",
      [.integer(displacement)]
    )
    var threads: [String: Int64] = [:]
    for parent in items.compactMap(\.parent) where threads[parent] == nil {
      threads[parent] = Int64(threads.count + 1)
      let replies = items.count { $0.parent == parent && $0.isMessage }
      try connection.run(
        "INSERT INTO thread(id, head_item_id, head, replies) VALUES (?, ?, ?, ?)",
        [
          .integer(Int64(threads.count)), WireID(parent).value, .optional(rowids[parent]),
          .integer(Int64(replies)),
        ]
      )
    }
    for item in items {
      guard let rowid = rowids[item.id] else { continue }
      try write(item, at: rowid, thread: item.parent.flatMap { threads[$0] }, to: connection)
    }
    for flag in flags {
      try connection.run(
        "INSERT INTO flag(item_id, user, conversation, item, first_run, gone_run) VALUES (?,?,?,?,1,?)",
        [
          WireID(flag.item).value, .integer(Int64(flag.person + 1)),
          .integer(Int64(flag.conversation + 1)), .optional(rowids[flag.item]),
          flag.isGone ? 1 : .null,
        ]
      )
    }
    for place in pins {
      try connection.run(
        "INSERT INTO pin(item_id, conversation, item, user, first_run) VALUES (?, ?, ?, 1, 1)",
        [
          WireID(items[place].id).value, .integer(Int64(items[place].conversation + 1)),
          .optional(rowids[items[place].id]),
        ]
      )
    }
  }

  private func write(
    _ item: Item,
    at rowid: Int64,
    thread: Int64?,
    to connection: Connection
  ) throws {
    let kind: Value = item.type == "TEXT" ? 0 : item.type == "SYSTEM" ? 1 : 2
    try connection.run(
      """
      INSERT INTO item(id, conversation, creator, kind, state, webhook, gone, question, thread,
        created, modified, likes, files) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
      """,
      [
        .integer(rowid), .integer(Int64(item.conversation + 1)),
        .integer(Int64(item.creator + 1)), kind, .integer(Int64(item.state)),
        item.isWebhook ? 1 : 0, item.isGone ? 1 : 0,
        item.content?.contains("?") == true ? 1 : 0, .optional(thread),
        rowid / 8 == item.time ? .null : .integer(item.time), .integer(Int64(item.likes.count)),
        .integer(Int64(item.files.count)),
      ]
    )
    try connection.run(
      "INSERT INTO item_text(id, item_id, form, subject, content, extra) VALUES (?, ?, 1, ?, ?, ?)",
      [
        .integer(rowid), WireID(item.id).value, .optional(item.subject), .optional(item.content),
        item.type == "RTC"
          ? #"{"rtc":{"type":"CONFERENCE","ended":{"duration":720000}}}"# : .null,
      ]
    )
    try connection.run(
      "INSERT INTO item_key(item_id, item) VALUES (?, ?)",
      [WireID(item.id).value, .integer(rowid)]
    )
    for (ordinal, person) in item.likes.enumerated() {
      try connection.run(
        "INSERT INTO item_like(item, user, ordinal, first_run) VALUES (?, ?, ?, 1)",
        [.integer(rowid), .integer(Int64(person + 1)), .integer(Int64(ordinal))]
      )
    }
    for (ordinal, name) in item.files.enumerated() {
      try connection.run(
        "INSERT INTO attachment(item, ordinal, file_id, name, size, creator) VALUES (?, ?, ?, ?, 9, 0)",
        [.integer(rowid), .integer(Int64(ordinal)), .text("f\(ordinal)"), .text(name)]
      )
    }
  }
}
