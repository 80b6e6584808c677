import Foundation
import Index
import SQLite
import Sandbox
import TestSupport
import Testing

@testable import Ingest

/// An export is the archive that was imported, as JSON, and an import of it makes an equal index.
@Suite struct ArchiveExportTests {
  let folder: TemporaryFolder
  private var database: String { folder.path("t.db") }

  init() throws { folder = try TemporaryFolder() }

  private func load(_ archive: String, into database: String) throws {
    _ = try ArchiveImport(paths: [archive], started: 1_000).run(into: database)
  }

  private func save(
    _ database: String,
    as name: String,
    known: Bool = false
  ) throws -> (path: String, summary: ArchiveExport.Summary) {
    let path = folder.path(name)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let export = try ArchiveExport(of: database, fields: known ? .known : .all)
    return (path, try export.write(to: path))
  }

  private func lines(_ path: String, _ kind: RecordKind) throws -> [[UInt8]] {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(kind.fileName)"))
    return data.split(separator: UInt8(ascii: "\n")).map { [UInt8]($0) }
  }

  /// Records by their id, or by all their text where they have none of their own.
  private func records(
    _ lines: [[UInt8]],
    by keys: [String]
  ) throws -> [String: JSONValue] {
    try Dictionary(
      lines.map { line in
        let value = try JSONValue(line)
        return (keys.map { value[$0]?.text ?? "" }.joined(separator: "|"), value)
      },
      uniquingKeysWith: { $1 }
    )
  }

  @Test(arguments: [3, 17])
  func whatWasImportedComesBack(seed: UInt64) throws {
    var plan = SyntheticTenant.Plan(items: 2_000, seed: seed)
    plan.odd = 0.1
    let archive = folder.path("archive")
    _ = try SyntheticTenant(plan: plan).write(to: archive)
    try load(archive, into: database)
    let saved = try save(database, as: "saved")
    let identities: [(RecordKind, [String])] = [
      (.users, ["userId"]), (.conversations, ["convId"]), (.items, ["itemId"]),
      (.flags, ["userId", "itemId"]), (.favorites, ["userId", "convId"]),
      (.pins, ["convId", "itemId"]),
    ]
    for (kind, keys) in identities {
      let source = try records(lines(archive, kind), by: keys)
      let copy = try records(lines(saved.path, kind), by: keys)
      #expect(copy.count == source.count, "\(kind)")
      #expect(saved.summary.records[kind] == copy.count)
      // What had to be mended cannot come back as it was, and neither can a deleted message's text.
      for (key, value) in source where copy[key] != value {
        let isMended = "\(value)".contains("65533") || value.isDeletedWithText
        #expect(isMended, "\(kind) \(key): \(value) became \(String(describing: copy[key]))")
      }
    }
  }

  @Test func anImportOfAnExportIsAnEqualIndex() throws {
    var plan = SyntheticTenant.Plan(items: 2_000, seed: 8)
    plan.odd = 0.1
    let archive = folder.path("archive")
    _ = try SyntheticTenant(plan: plan).write(to: archive)
    try load(archive, into: database)
    let first = try save(database, as: "first")
    let copy = folder.path("copy.db")
    try load(first.path, into: copy)
    let second = try save(copy, as: "second")
    for kind in RecordKind.allCases where kind != .labels {
      let before = try lines(first.path, kind).map { String(decoding: $0, as: UTF8.self) }
      let after = try lines(second.path, kind).map { String(decoding: $0, as: UTF8.self) }
      #expect(before.sorted() == after.sorted(), "\(kind)")
    }
    let again = try ArchiveImport(paths: [first.path], started: 2_000).run(into: database)
    #expect(again.items.inserted + again.items.updated + again.items.older == 0)
    #expect(again.others.values.allSatisfy { $0.inserted + $0.updated == 0 })
  }

  @Test func urlsComeBackAsTheyWere() throws {
    let files = (0..<1_100).map { "file-\($0)" }
    let urls = files.enumerated().map { place, file in
      switch place {
      case 0: "https://a.example/\(file)?again=\(file)&x=file-"
      case 1: "https://a.example/other"
      case 2: "\(file)"
      case 3: "https://a.example/\(file)/\u{1}/ä"
      case 4: ""
      // More forms than are kept as forms.
      case 5..<1_080: "https://\(place * 7_919).example/\(file)"
      default: "https://a.example/\(file)"
      }
    }
    let lines = try zip(files, urls).enumerated().map { place, file in
      let file = try JSONSerialization.data(withJSONObject: [
        "fileId": file.0, "url": file.1, "deleteUrl": file.1 + "&delete",
      ])
      return
        #"{"itemId":"i\#(place)","convId":"c","type":"TEXT","creationTime":\#(place),"attachments":["#
        + String(decoding: file, as: UTF8.self) + "]}\n"
    }
    try folder.write("items.ndjson", lines.joined())
    try load(folder.path("items.ndjson"), into: database)
    let saved = try save(database, as: "saved")
    let before = try lines.map { try JSONValue($0) }
    #expect(try self.lines(saved.path, .items).map { try JSONValue($0) } == before)
    let reader = try Store.reader(at: database)
    let forms = try reader.integer("SELECT count(*) FROM url_form")
    #expect(forms == 1_000)
    let again = try ArchiveImport(paths: [saved.path], started: 2_000).run(into: database)
    #expect(again.items.inserted + again.items.updated == 0)
    #expect(try IndexCheck(path: database).run().allSatisfy(\.passed))
  }

  @Test func unknownFieldsAreLeftOutWhenAskedTo() throws {
    try folder.write(
      "items.ndjson",
      #"{"itemId":"a","convId":"c","type":"RTC","creatorId":"u","creationTime":1,"new":{"x":1},"#
        + #""rtc":{"type":"CALL","mood":2,"ended":{"duration":5,"x":1},"rtcParticipants":[{"userId":"u","y":[]},{}]},"#
        + #""attachments":[{"fileName":"a.pdf","scan":"clean"}]}"# + "\n"
        + #"{"itemId":"b","convId":"c","type":"TEXT","creationTime":2,"text":{"content":"hi","mood":1,"#
        + #""preview":{"title":"t","z":0},"formMetaData":{"k":"v"}}}"# + "\n"
    )
    try load(folder.path("items.ndjson"), into: database)
    let known = try save(database, as: "known", known: true)
    let saved = try lines(known.path, .items).map { try JSONValue($0) }
    #expect(
      try saved == [
        JSONValue(
          #"{"itemId":"a","convId":"c","type":"RTC","creatorId":"u","creationTime":1,"#
            + #""rtc":{"type":"CALL","ended":{"duration":5},"rtcParticipants":[{"userId":"u"},{}]},"#
            + #""attachments":[{"fileName":"a.pdf"}]}"#
        ),
        JSONValue(
          #"{"itemId":"b","convId":"c","type":"TEXT","creationTime":2,"text":{"content":"hi","#
            + #""preview":{"title":"t"},"formMetaData":{"k":"v"}}}"#
        ),
      ]
    )
  }

  @Test func whatIsGoneIsCountedAndLeftOut() throws {
    try folder.write(
      "items.ndjson",
      (1...3).map {
        #"{"itemId":"i\#($0)","convId":"c","type":"TEXT","creationTime":\#($0)}"# + "\n"
      }
      .joined()
    )
    try load(folder.path("items.ndjson"), into: database)
    try Connection(path: database, access: .readWrite).execute(
      "UPDATE item SET gone = 1 WHERE id = (SELECT id FROM item_text WHERE item_id = 'i2')"
    )
    let saved = try save(database, as: "saved")
    #expect(saved.summary.goneItems == 1)
    #expect(saved.summary.records[.items] == 2)
    #expect(try records(lines(saved.path, .items), by: ["itemId"]).keys.sorted() == ["i1", "i3"])
  }
}

extension JSONValue {
  /// Whether it is a deleted message that still brought text.
  fileprivate var isDeletedWithText: Bool {
    guard let text = self["text"], text["state"]?.text == "DELETED" else { return false }
    return ["content", "subject"].contains { text[$0]?.text?.isEmpty == false }
  }
}
