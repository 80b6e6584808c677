import Foundation
import Index
import SQLite
import Sandbox
import TestSupport
import Testing

@testable import Ingest

@Suite struct ArchiveImportTests {
  let folder: TemporaryFolder
  var database: String { folder.path + "/t.db" }

  init() throws { folder = try TemporaryFolder() }

  private func run(
    _ paths: [String]? = nil,
    into database: String? = nil,
    _ options: ArchiveImport.Options = .init()
  ) throws -> (ImportSummary, [RejectedLine]) {
    var rejected: [RejectedLine] = []
    let summary = try ArchiveImport(
      paths: paths ?? [folder.path],
      options: options,
      started: 1_000
    ).run(into: database ?? self.database, onRejected: { rejected.append($0) })
    return (summary, rejected)
  }

  private func item(_ id: String, _ text: String = "hello", at time: Int = 1_000) -> String {
    #"{"itemId":"\#(id)","convId":"c","type":"TEXT","creatorId":"u","creationTime":\#(time),"text":{"content":"\#(text)","contentType":"PLAIN"}}"#
  }

  @Test func aSyntheticTenantArrivesWholeAndOnlyOnce() throws {
    var plan = SyntheticTenant.Plan(items: 3_000, seed: 5)
    plan.odd = 0.05
    let archive = try TemporaryFolder()
    let made = try SyntheticTenant(plan: plan).write(to: archive.path)
    let (summary, rejected) = try run([archive.path])
    #expect(rejected == [])
    #expect(summary.items.inserted == made.items)
    #expect(summary.others[.users]?.inserted == made.users)
    #expect(summary.others[.flags]?.inserted == made.flags)
    let status = try IndexStatus(path: database)
    func count(_ name: String) -> Int64? { status.counts.first { $0.name == name }?.count }
    #expect(count("messages") == Int64(made.messages))
    #expect(count("replies") == Int64(made.replies))
    #expect(count("calls") == Int64(made.calls))
    #expect(count("pins") == Int64(made.pins))
    #expect(try IndexCheck(path: database).run().allSatisfy(\.passed))
    let (again, _) = try run([archive.path])
    #expect(again.items.unchanged == made.items)
    #expect(again.items.total == made.items)
    #expect(again.others.values.allSatisfy { $0.inserted + $0.updated == 0 })
    #expect(try IndexStatus(path: database).revision == status.revision)
  }

  @Test func badLinesAreNamedSetAsideAndDoNotStopTheRest() throws {
    try folder.write(
      "items.ndjson",
      "\(item("a"))\n{\"itemId\":\n\n[1]\n{\"text\":{}}\n\(item("b"))\r\n\(item("c"))"
    )
    try folder.write("users.ndjson", "{\"userId\":\"u\",\"displayName\":\"Uma\"}\nnonsense\n")
    let (summary, rejected) = try run()
    #expect(summary.items.inserted == 3)
    #expect(
      rejected.map { "\(URL(fileURLWithPath: $0.source).lastPathComponent):\($0.line)" } == [
        "users.ndjson:2", "items.ndjson:2", "items.ndjson:4", "items.ndjson:5",
      ]
    )
    #expect(summary.isPartial)
    let reader = try Store.reader(at: database)
    let kept = try reader.rows("SELECT CAST(bytes AS TEXT) FROM quarantine ORDER BY id") {
      $0.text(at: 0)
    }
    #expect(kept == ["nonsense", "{\"itemId\":", "[1]", "{\"text\":{}}"])
    // The same bad lines again are known already.
    #expect(try run().0.newlyQuarantined == 0)
    #expect(try reader.integer("SELECT count(*) FROM quarantine") == 4)
  }

  @Test func aStrictImportStopsAtTheFirstBadLine() throws {
    try folder.write("users.ndjson", "{\"userId\":\"u\"}\nnonsense\n{\"userId\":\"v\"}\n")
    try folder.write("items.ndjson", item("a"))
    var options = ArchiveImport.Options()
    options.isStrict = true
    let (summary, rejected) = try run(nil, into: nil, options)
    #expect(summary.stoppedAtBadLine)
    #expect(rejected.count == 1)
    #expect(summary.others[.users]?.inserted == 1)
    #expect(summary.items.total == 0)
  }

  @Test func aStrictImportTakesTheItemsBeforeTheBadLineOnly() throws {
    try folder.write("items.ndjson", "\(item("a"))\n\(item("b"))\nnonsense\n\(item("c"))\n")
    var options = ArchiveImport.Options()
    options.isStrict = true
    let (summary, rejected) = try run(nil, into: nil, options)
    #expect(summary.items.inserted == 2)
    #expect(rejected.map(\.line) == [3])
  }

  @Test func whatItemsMentionAndNoFileDescribesGetsAPlaceholder() throws {
    try folder.write("items.ndjson", item("a"))
    _ = try run()
    let reader = try Store.reader(at: database)
    #expect(try reader.text("SELECT name FROM people") == "u")
    #expect(try reader.integer("SELECT described FROM conversations") == 0)
    try folder.write("users.ndjson", "{\"userId\":\"u\",\"displayName\":\"Uma\"}")
    #expect(try run().0.others[.users]?.inserted == 1)
    #expect(try reader.text("SELECT name FROM people") == "Uma")
  }

  @Test func filesOfAnyNameAreKnownByTheirFirstLine() throws {
    let records = [
      "x1": item("a"), "x2": #"{"userId":"u","displayName":"Uma"}"#,
      "x3": #"{"userId":"u","itemId":"a","convId":"c"}"#,
      "x4": #"{"convId":"c","type":"GROUP","topic":"T","participants":["u"]}"#,
      "x5": #"{"userId":"u","labelId":"l","value":"V","convIds":["c"]}"#,
      "x6": #"{"userId":"u","convId":"c"}"#,
      "x7": #"{"convId":"c","itemId":"a","pinnedTime":5,"userId":"u"}"#,
    ]
    for (name, line) in records { try folder.write(name, "\n  \n" + line) }
    _ = try run(records.keys.sorted().map { "\(folder.path)/\($0)" })
    let counts = try IndexStatus(path: database).counts
    for name in ["items", "people", "flags", "conversations", "labels", "favorites", "pins"] {
      #expect(counts.first { $0.name == name }?.count == 1, "\(name)")
    }
    #expect(try IndexCheck(path: database).run().allSatisfy(\.passed))
  }

  @Test func smallCommitsMakeTheSameIndex() throws {
    let archive = try TemporaryFolder()
    _ = try SyntheticTenant(plan: .init(items: 1_500, seed: 9)).write(to: archive.path)
    _ = try run([archive.path])
    var options = ArchiveImport.Options()
    options.commitSize = 1
    let other = folder.path + "/other.db"
    _ = try run([archive.path], into: other, options)
    let sql = "SELECT itemId, likes, files, replies, text FROM items ORDER BY itemId"
    func rows(_ path: String) throws -> [String] {
      try Store.reader(at: path).rows(sql) { row in
        (0..<5).map { row.text(at: $0) ?? "" }.joined(separator: "|")
      }
    }
    #expect(try rows(database) == rows(other))
    #expect(try IndexCheck(path: other).run().allSatisfy(\.passed))
  }

  @Test func whatIsNoArchiveIsNamed() throws {
    #expect(throws: ArchiveError.missing(path: "/no/such")) { try run(["/no/such"]) }
    #expect(throws: ArchiveError.noArchive(path: folder.path)) { try run() }
    try folder.write("odd", "{\"a\":1}\n")
    let odd = folder.path + "/odd"
    #expect(throws: ArchiveError.unknownKind(path: odd)) { try run([odd]) }
  }

  @Test func anEmptyFileIsAnEmptyArchive() throws {
    try folder.write("items.ndjson", "")
    #expect(try run().0.items.total == 0)
    #expect(try IndexStatus(path: database).earliest == nil)
  }
}
