import Foundation
import Testing

@Suite struct ImportCommandTests {
  private static func item(_ number: Int, _ text: String = "hello", time: Int? = nil) -> String {
    let time = time ?? 1_700_000_000_000 + number * 1000
    return #"{"itemId":"i\#(number)","convId":"c","creatorId":"u","type":"TEXT","#
      + #""creationTime":\#(time),"modificationTime":\#(time),"#
      + #""text":{"content":"\#(text) \#(number)","contentType":"PLAIN","state":"CREATED"}}"#
  }

  private static func lines(_ count: Int) -> String {
    (0..<count).map { item($0) + "\n" }.joined()
  }

  @Test func foldersAboveTheIndexAreMade() throws {
    let place = try Workplace()
    try place.write("items.ndjson", Self.lines(3))
    let database = place.path("new/deep/trawl.db")
    let result = try place.trawl("import", "--db", database, place.path("items.ndjson"))
    #expect(result.status == 0)
    #expect(FileManager.default.fileExists(atPath: database))
  }

  @Test func summaryIsOneLineWithTheCounts() throws {
    let place = try Workplace()
    try place.write("a/items.ndjson", Self.lines(1200))
    try place.write("a/users.ndjson", #"{"userId":"u","displayName":"Ana"}"# + "\n")
    let result = try place.trawl("import", place.path("a"))
    #expect(result.lines.count == 1)
    #expect(
      result.text.hasPrefix(
        "imported 1,200 items: 1,200 inserted, 0 updated, 0 unchanged, 0 older; 1 user; "
          + "0 lines set aside; "
      )
    )
    #expect(result.errors.isEmpty)
  }

  @Test func importingAgainChangesNothing() throws {
    let place = try Workplace()
    try place.write("items.ndjson", Self.lines(50))
    _ = try place.trawl("import", place.path("items.ndjson"))
    let before = try place.trawl("search", "--all", "--format", "ndjson").text
    let again = try place.trawl("import", "--format", "json", place.path("items.ndjson"))
    let counts = try #require(try again.object()["items"] as? [String: Any])
    #expect(counts["unchanged"] as? Int == 50)
    #expect(counts["inserted"] as? Int == 0)
    #expect(counts["updated"] as? Int == 0)
    #expect(try place.trawl("search", "--all", "--format", "ndjson").text == before)
  }

  @Test func laterVersionsReplaceAndOlderOnesAreSkipped() throws {
    let place = try Workplace()
    let old = Self.item(1, "old", time: 1_700_000_000_000)
    let new = old.replacing(
      #""modificationTime":1700000000000"#,
      with: #""modificationTime":1700000000001"#
    )
    .replacing("old 1", with: "new 1")
    _ = try place.trawl("import", "-", input: old + "\n")
    let later = try place.trawl("import", "--format", "json", "-", input: new + "\n")
    #expect((try later.object()["items"] as? [String: Any])?["updated"] as? Int == 1)
    let earlier = try place.trawl("import", "--format", "json", "-", input: old + "\n")
    let items = try #require(try earlier.object()["items"] as? [String: Any])
    #expect((items["skipped"] as? [String: Any])?["older"] as? Int == 1)
    #expect(try place.trawl("search", "old").status == 1)
    #expect(try place.trawl("search", "new").status == 0)
  }

  @Test func standardInputIsToldByItsFirstLine() throws {
    let place = try Workplace()
    #expect(try place.trawl("import", "-", input: Self.lines(5)).status == 0)
    let users = try place.trawl("import", "-", input: #"{"userId":"u","displayName":"Ana"}"# + "\n")
    #expect(users.text.contains("1 user;"))
    #expect(try place.trawl("search", "--from", "ana", "--count").text == "5\n")
  }

  @Test func badLinesAreNamedSetAsideAndCounted() throws {
    let place = try Workplace()
    let bad = (0..<25).map { "{\"itemId\": \"secret\u{1B}[31m \($0)\n" }.joined()
    try place.write("items.ndjson", Self.lines(2) + bad + Self.lines(4))
    let file = place.path("items.ndjson")
    let result = try place.trawl("import", "--format", "json", file)
    #expect(result.status == 3)
    let notes = result.errors.split(separator: "\n")
    #expect(notes.count == 21)
    for (index, note) in notes.prefix(20).enumerated() {
      #expect(note.hasPrefix("\(file):\(index + 3): not JSON"))
    }
    #expect(notes.last == "and 5 more")
    #expect(!result.errors.contains("secret"))
    let summary = try result.object()
    #expect(summary["quarantined"] as? Int == 25)
    #expect((summary["rejected"] as? [String: Int])?.values.reduce(0, +) == 25)
    #expect((summary["items"] as? [String: Any])?["inserted"] as? Int == 4)
    let counts = try place.trawl("status", "--format", "json").object()["counts"] as? [String: Int]
    #expect(counts?["quarantined"] == 25)
    #expect(counts?["items"] == 4)
  }

  @Test func strictImportStopsAtTheFirstBadLine() throws {
    let place = try Workplace()
    try place.write("items.ndjson", Self.item(1) + "\n[]\n" + Self.item(2) + "\n")
    let result = try place.trawl("import", "--strict", place.path("items.ndjson"))
    #expect(result.status == 3)
    #expect(result.errors.contains("items.ndjson:2: not a JSON object\n"))
    #expect(result.errors.contains("--strict"))
    let items = try #require(
      try place.trawl("status", "-f", "json").object()["counts"] as? [String: Int]
    )
    #expect(items["items"] == 1)
  }

  @Test(arguments: ["nothing-here", "empty"])
  func whatIsNoArchiveIsSaid(name: String) throws {
    let place = try Workplace()
    try place.write("empty/notes.txt", "x")
    let result = try place.trawl("import", place.path(name))
    #expect(result.status == 4)
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(!FileManager.default.fileExists(atPath: place.database))
  }

  @Test func missingPathIsBadUsage() throws {
    let result = try Workplace().trawl("import")
    #expect(result.status == 2)
    #expect(result.errors == "trawl: missing argument '<path>'\nSee 'trawl import --help'.\n")
  }

  /// Whenever the kill comes, the next import brings all: the index answers as if nothing had been.
  @Test(arguments: 0..<4)
  func killedImportIsCompletedByTheNext(round: Int) throws {
    let place = try Workplace()
    let archive = Tenant.place.path("archive")
    let binary = try TrawlProcess.binary()
    // Multiples of a fraction: moments spread over start, reading and writing, the same every run.
    let moment = UInt32(20_000 + (round * 61_803) % 200_000)
    _ = try TrawlProcess.run(
      [binary, "import", "--db", place.database, archive],
      killedAfter: moment
    )
    #expect(try place.trawl("import", archive).status == 0)
    #expect(try place.trawl("check").status == 0)
    let whole = try Tenant.trawl("search", "--all", "--format", "ndjson")
    #expect(whole.lines.count > 1000)
    #expect(try place.trawl("search", "--all", "--format", "ndjson").text == whole.text)
    let flagged = ["flagged", "--format", "ids"]
    #expect(try place.run(flagged).text == (try Tenant.place.run(flagged).text))
  }
}
