import Foundation
import SQLite
import Testing

/// `status`, `check` and `sandbox`.
@Suite struct IndexCommandTests {
  @Test func statusCountsWhatTheArchiveHolds() throws {
    let status = try Tenant.trawl("status", "--format", "json").object()
    let counts = try #require(status["counts"] as? [String: Int])
    let items = try Tenant.records("items")
    #expect(counts["items"] == items.count)
    #expect(counts["messages"] == (try Tenant.messages().count))
    #expect(counts["people"] == (try Tenant.records("users").count))
    #expect(counts["conversations"] == (try Tenant.records("conversations").count))
    #expect(counts["calls"] == items.filter { $0["type"] as? String == "RTC" }.count)
    #expect(status["earliest"] as? Int64 == items.map(Tenant.time).min())
    #expect(status["latest"] as? Int64 == items.map(Tenant.time).max())
    let text = try Tenant.trawl("status").text
    #expect(text.contains("\nmessages       ") && text.contains(Tenant.place.database))
  }

  @Test func checkOfAWholeIndexPasses() throws {
    let result = try Tenant.trawl("check")
    #expect(result.status == 0)
    #expect(result.lines.allSatisfy { $0.hasSuffix("  ok") })
    let json = try Tenant.trawl("check", "--format", "json").object()
    #expect(json["passed"] as? Bool == true)
    #expect((json["checks"] as? [Any])?.count == result.lines.count)
  }

  @Test func checkFindsDamageAndRepairMendsIt() throws {
    let place = try Workplace()
    _ = try place.trawl("import", Tenant.place.path("archive"))
    do {
      let connection = try Connection(path: place.database, access: .readWrite)
      try connection.execute(
        "UPDATE quarter_hourly SET messages = messages + 1 WHERE quarter % 3 = 0"
      )
      try connection.execute("DELETE FROM item_fts_data WHERE id > 1000")
    }
    let broken = try place.trawl("check")
    #expect(broken.status == 1)
    #expect(broken.text.contains("rows of quarter_hourly that a recount makes otherwise"))
    #expect(broken.lines.contains { $0.hasPrefix("full text") && !$0.hasSuffix("  ok") })
    #expect(try place.trawl("check", "--format", "json").object()["passed"] as? Bool == false)
    let repaired = try place.trawl("check", "--repair")
    #expect(repaired.status == 0)
    let found = try place.trawl("search", "the", "--all", "-f", "ids").text
    #expect(found == (try Tenant.trawl("search", "the", "--all", "-f", "ids").text))
  }

  @Test(arguments: [
    ["status"], ["check"], ["search", "x"], ["flagged"], ["report", "weekly-activity"],
  ])
  func missingIndexIsSaidWithTheRemedy(command: [String]) throws {
    let place = try Workplace()
    let result = try place.run(command)
    #expect(result.status == 4)
    #expect(
      result.errors == "trawl: there is no index at \(place.database); "
        + "make one with 'trawl import' or name another with --db\n"
    )
    // To look for something makes nothing.
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder.path) == [])
  }

  @Test(arguments: [["status"], ["check"], ["search", "x"], ["import", "-"]])
  func otherFilesAreLeftAlone(command: [String]) throws {
    let place = try Workplace()
    let text = String(repeating: "not a database\n", count: 100)
    try place.write("trawl.db", text)
    let result = try place.run(command)
    #expect(result.status == 4)
    #expect(result.errors.contains("is not a Trawl index"))
    #expect(try place.read("trawl.db") == text)
  }

  @Test func sandboxIsTheSameForTheSameSeed() throws {
    let place = try Workplace()
    for (name, seed) in [("a", "5"), ("b", "5"), ("c", "6")] {
      let made = try place.trawl(
        "sandbox",
        "--write",
        place.path("deep/\(name)"),
        "--items",
        "200",
        "--seed",
        seed,
        "--users",
        "20"
      )
      #expect(made.text.hasPrefix("wrote \(place.path("deep/\(name)")): 200 items, 20 users, "))
    }
    #expect(try place.read("deep/a/items.ndjson") == (try place.read("deep/b/items.ndjson")))
    #expect(try place.read("deep/a/items.ndjson") != (try place.read("deep/c/items.ndjson")))
  }

  @Test func sandboxWritesOverNothing() throws {
    let place = try Workplace()
    try place.write("full/mine", "x")
    let words = ["sandbox", "--items", "100", "--write", place.path("full")]
    let refused = try place.run(words)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("is not empty"))
    #expect(try place.run(words + ["--force"]).status == 0)
    #expect(try place.read("full/mine") == "x")
    #expect(try place.trawl("sandbox").status == 2)
  }
}
