import Foundation
import Index
import Ingest
import SQLite
import TestSupport
import Text

/// An index file in a folder of its own, which goes when this does.
final class TemporaryIndex {
  let path: String
  private let folder: TemporaryFolder

  /// Imports the records as an archive, then adds what no archive says: what has gone, and accounts.
  init(_ tenant: Tenant, languages: Languages? = nil) throws {
    folder = try TemporaryFolder()
    path = folder.path("index.db")
    let archive = folder.url.appending(path: "archive")
    try FileManager.default.createDirectory(at: archive, withIntermediateDirectories: true)
    for (name, records) in tenant.archive {
      let lines = try records.map { record in
        try JSONSerialization.data(withJSONObject: record, options: .sortedKeys) + Data("\n".utf8)
      }
      try lines.reduce(Data(), +).write(to: archive.appending(path: "\(name).ndjson"))
    }
    var options = ArchiveImport.Options()
    options.languages = languages
    let summary = try ArchiveImport(paths: [archive.path], options: options, started: 1000)
      .run(into: path)
    guard summary.rejectedCount == 0, summary.items.inserted == tenant.items.count else {
      throw CocoaError(.fileReadCorruptFile)
    }
    try tenant.addWhatNoArchiveSays(to: path)
  }
}

extension Tenant {
  /// The records of an archive's files, in the API's shapes.
  fileprivate var archive: [String: [[String: Any]]] {
    [
      "users": people.map { person in
        ["userId": person.id, "displayName": person.name].merging(
          person.email.map { ["emailAddress": $0] } ?? [:],
          uniquingKeysWith: { $1 }
        )
      },
      "conversations": conversations.map { conversation in
        let always: [String: Any] = [
          "convId": conversation.id, "type": conversation.type,
          "participants": conversation.participants.map { people[$0].id },
        ]
        return always.merging(
          conversation.topic.map { ["topic": $0] } ?? [:],
          uniquingKeysWith: { $1 }
        )
      },
      "items": items.map(record),
      "flags": flags.map { flag in
        [
          "userId": people[flag.person].id, "itemId": flag.item,
          "convId": conversations[flag.conversation].id,
        ]
      },
      "favorites": favorites.map { place in
        ["userId": people[0].id, "convId": conversations[place].id]
      },
      "labels": labels.map { label in
        [
          "userId": people[label.person].id, "labelId": label.id, "value": label.value,
          "convIds": label.conversations.map { conversations[$0].id },
        ]
      },
      "pins": pins.map { place in
        ["convId": conversations[items[place].conversation].id, "itemId": items[place].id]
      },
    ]
  }

  private func record(of item: Item) -> [String: Any] {
    var record: [String: Any] = [
      "itemId": item.id, "convId": conversations[item.conversation].id, "type": item.type,
      "creatorId": people[item.creator].id, "creationTime": item.time,
      "modificationTime": item.time,
    ]
    if item.type == "RTC" {
      record["rtc"] = ["type": "CONFERENCE", "ended": ["duration": 720_000]] as [String: Any]
    }
    guard item.type == "TEXT" else { return record }
    var text: [String: Any] = [
      "contentType": "PLAIN", "state": ["", "CREATED", "EDITED", "DELETED"][item.state],
      "likedUserIds": item.likes.map { people[$0].id },
    ]
    if let content = item.content { text["content"] = content }
    if let subject = item.subject { text["subject"] = subject }
    if let parent = item.parent { text["parentId"] = parent }
    if item.isWebhook { text["isWebhookMessage"] = true }
    record["text"] = text
    if !item.files.isEmpty {
      record["attachments"] = item.files.enumerated().map { ordinal, name in
        let (size, type) = Tenant.facts(ofFile: name)
        return ["fileId": "f\(ordinal)", "fileName": name, "size": size, "mimeType": type]
          as [String: Any]
      }
    }
    return record
  }

  fileprivate func addWhatNoArchiveSays(to path: String) throws {
    let connection = try Connection(path: path, access: .readWrite)
    for account in accounts {
      try connection.run(
        """
        INSERT INTO account(name, base_url, credentials, scopes, user, configured)
        SELECT ?, 'https://example.com', '{}', '', id, 1 FROM user WHERE user_id = ?
        """,
        [.text(account.name), .text(people[account.person].id)]
      )
      for place in account.conversations {
        try connection.run(
          """
          INSERT INTO account_conversation(account, conversation, is_member, first_run)
          SELECT a.id, c.id, 1, 1 FROM account a, conversation c WHERE a.name = ? AND c.conv_id = ?
          """,
          [.text(account.name), .text(conversations[place].id)]
        )
      }
    }
    for item in items where item.isGone {
      try connection.run(
        "UPDATE item SET gone = 1 WHERE id = (SELECT id FROM item_text WHERE item_id = ?)",
        [Self.key(of: item.id)]
      )
    }
    for flag in flags where flag.isGone {
      try connection.run(
        """
        UPDATE flag SET gone_run = 1
        WHERE item_id = ? AND user = (SELECT id FROM user WHERE user_id = ?)
        """,
        [Self.key(of: flag.item), .text(people[flag.person].id)]
      )
    }
    try connection.execute(
      """
      UPDATE thread SET replies = (SELECT count(*) FROM item i WHERE i.thread = thread.id
        AND i.kind = 0 AND i.state <> 3 AND i.gone = 0)
      """
    )
  }

  /// An id as the index keeps it: a UUID as its 16 bytes.
  private static func key(of id: String) -> Value {
    guard let uuid = UUID(uuidString: id) else { return .text(id) }
    return .blob(withUnsafeBytes(of: uuid.uuid) { Array($0) })
  }
}
