internal import Foundation
internal import SQLite
internal import Text

/// Reads what is shown of an item, for the few that are shown.
final class HitReader {
  private let connection: Connection
  private let analyzer: Analyzer
  private var people: [Int64: (id: String, name: String)] = [:]
  private var conversations: [Int64: (id: String, name: String)] = [:]
  private var dataVersion: Int64?
  private static let cached = 10_000

  init(connection: Connection, analyzer: Analyzer) {
    self.connection = connection
    self.analyzer = analyzer
  }

  /// Forgets names if anyone has written to the index since they were read.
  func forgetChangedNames() throws {
    let version = try connection.integer("PRAGMA data_version")
    guard version != dataVersion else { return }
    dataVersion = version
    people.removeAll(keepingCapacity: true)
    conversations.removeAll(keepingCapacity: true)
  }

  /// The hit at a rowid, with the passage of it that `finder` chooses.
  func hit(at rowid: Int64, finder: PassageFinder) throws -> SearchHit? {
    let read = try connection.first(Self.sql, [.integer(rowid)]) { row in
      (
        hit: draft(row, finder: finder), conversation: row.integer(at: 2),
        person: row.integer(at: 3), files: row.integer(at: 9)
      )
    }
    guard let found = read else { return nil }
    var hit = found.hit
    (hit.convId, hit.conversation) = try conversationName(found.conversation)
    (hit.creatorId, hit.creatorName) = try personName(found.person)
    if found.files > 0 { hit.attachments = try attachments(of: rowid) }
    return hit
  }

  /// The API's id of an item.
  func itemID(at rowid: Int64) throws -> String {
    try connection.first("SELECT item_id FROM item_text WHERE id = ?", [.integer(rowid)]) {
      Self.wireText($0.value(at: 0))
    } ?? ""
  }

  /// The whole text of an item, cleaned for display; nil for what is no message.
  func wholeText(at rowid: Int64) throws -> String? {
    let sql = """
      SELECT plain_text(t.content, t.form) FROM item i JOIN item_text t ON t.id = i.id
      WHERE i.id = ? AND i.kind = 0
      """
    return try connection.first(sql, [.integer(rowid)]) { $0.text(at: 0) ?? "" }
  }

  private static let sql = """
    SELECT t.item_id, coalesce(i.created, i.id >> 3), i.conversation, i.creator, i.kind, i.state,
      i.gone, i.modified, i.likes, i.files, clean_text(t.subject), plain_text(t.content, t.form),
      (SELECT head_item_id FROM thread WHERE id = i.thread),
      (SELECT replies FROM thread WHERE head = i.id),
      (SELECT count(*) FROM flag WHERE item = i.id AND gone_run IS NULL),
      CASE WHEN i.kind <> 0 AND json_valid(t.extra) THEN t.extra END
    FROM item i JOIN item_text t ON t.id = i.id WHERE i.id = ?
    """

  private func draft(_ row: Row, finder: PassageFinder) -> SearchHit {
    let time = row.integer(at: 1)
    let kind = row.value(at: 4)
    let subject = row.text(at: 10)
    let snippet: Snippet =
      if kind == .integer(0) {
        row.withBytes(at: 11) { finder.snippet(of: $0, with: analyzer) }
      } else {
        Snippet(text: PlatformNote.text(ofType: Self.typeName(kind), details: row.text(at: 15)))
      }
    return SearchHit(
      itemId: Self.wireText(row.value(at: 0)),
      convId: "",
      creatorId: "",
      creationTime: time,
      modificationTime: row.optionalInteger(at: 7).map { time + $0 },
      type: Self.typeName(kind),
      state: [1: "CREATED", 2: "EDITED", 3: "DELETED"][row.integer(at: 5)],
      isGone: row.integer(at: 6) != 0,
      subject: subject?.isEmpty == true ? nil : subject,
      parentId: row.isNull(at: 12) ? nil : Self.wireText(row.value(at: 12)),
      creatorName: "",
      conversation: "",
      snippet: snippet,
      likes: Int(row.integer(at: 8)),
      flags: Int(row.integer(at: 14)),
      replies: Int(row.integer(at: 13)),
      attachments: []
    )
  }

  private func attachments(of rowid: Int64) throws -> [SearchHit.Attachment] {
    let sql = """
      SELECT file_id, clean_text(name), clean_text(mime_type), size
      FROM attachment WHERE item = ? ORDER BY ordinal
      """
    return try connection.rows(sql, [.integer(rowid)]) { row in
      SearchHit.Attachment(
        fileId: row.text(at: 0),
        fileName: row.text(at: 1),
        mimeType: row.text(at: 2),
        size: row.optionalInteger(at: 3)
      )
    }
  }

  func personName(_ id: Int64) throws -> (id: String, name: String) {
    if let known = people[id] { return known }
    if people.count > Self.cached { people.removeAll() }
    let sql = "SELECT userId, clean_text(name) FROM people WHERE person = ?"
    let found = try connection.first(sql, [.integer(id)], Self.named) ?? ("", "")
    people[id] = found
    return found
  }

  func conversationName(_ id: Int64) throws -> (id: String, name: String) {
    if let known = conversations[id] { return known }
    if conversations.count > Self.cached { conversations.removeAll() }
    let sql = "SELECT convId, clean_text(name) FROM conversations WHERE conversation = ?"
    let found = try connection.first(sql, [.integer(id)], Self.named) ?? ("", "")
    conversations[id] = found
    return found
  }

  private static func named(_ row: Row) -> (id: String, name: String) {
    (row.text(at: 0) ?? "", row.text(at: 1) ?? "")
  }

  private static func typeName(_ kind: Value) -> String {
    switch kind {
    case .integer(0): "TEXT"
    case .integer(1): "SYSTEM"
    case .integer(2): "RTC"
    case .text(let name): name
    default: ""
    }
  }

  /// An id as the API writes it: 16 bytes are a UUID.
  static func wireText(_ value: Value) -> String {
    switch value {
    case .text(let text): return text
    case .blob(let bytes):
      return String(unsafeUninitializedCapacity: bytes.count * 2 + 4) { text in
        var end = 0
        for (place, byte) in bytes.enumerated() {
          if [4, 6, 8, 10].contains(place) {
            text[end] = UInt8(ascii: "-")
            end += 1
          }
          for digit in [byte >> 4, byte & 15] {
            text[end] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
            end += 1
          }
        }
        return end
      }
    default: return ""
    }
  }
}

/// What is shown in place of a text for what the platform itself notes.
enum PlatformNote {
  private struct Details: Decodable {
    let system: System?
    let rtc: Call?

    struct System: Decodable {
      let type: String?
      let oldTopic: String?
      let newTopic: String?
    }

    struct Call: Decodable {
      let type: String?
      let ended: Ended?
    }

    struct Ended: Decodable {
      let duration: Double?
      let maxNumberOfAttendees: Double?
    }
  }

  /// One line of what an item without a text says, cleaned for display.
  ///
  /// - Parameters:
  ///   - type: The item's type.
  ///   - details: The JSON of its remaining fields.
  /// - Returns: The line.
  static func text(ofType type: String, details: String?) -> String {
    let details = details.flatMap {
      try? JSONDecoder().decode(Details.self, from: Data($0.utf8))
    }
    let text: String
    if let system = details?.system {
      let topics = [system.oldTopic, system.newTopic].compactMap { $0 }.joined(separator: " → ")
      text = [system.type ?? type, topics].filter { !$0.isEmpty }.joined(separator: ": ")
    } else if let call = details?.rtc {
      let length = (call.ended?.duration).map { "\(whole($0 / 60_000)) min" }
      let people = (call.ended?.maxNumberOfAttendees).map { "\(whole($0)) people" }
      let facts = [length, people].compactMap { $0 }.joined(separator: ", ")
      text = [call.type ?? type, facts].filter { !$0.isEmpty }.joined(separator: ": ")
    } else {
      text = type
    }
    return TextCleaning.clean(text).replacing("\n", with: " ")
  }
  /// A number from outside, which may be anything, as a count.
  private static func whole(_ number: Double) -> Int {
    Int(min(max(number.rounded(), 0), 1e9))
  }
}
