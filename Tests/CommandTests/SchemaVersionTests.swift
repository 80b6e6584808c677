import Foundation
import Testing

/// Every document says by which version of its shape it is to be read.
@Suite struct SchemaVersionTests {
  @Test(
    arguments: [
      ["search"], ["search", "--count"], ["search", "--explain"], ["flagged"],
      ["flagged", "--group", "author"], ["status"], ["check"], ["query", "list"],
      ["query", "run", "escalations"], ["report", "list"], ["report", "weekly-activity"],
      ["accounts", "list"], ["search", "--scope", "CONVERSATIONS"],
      ["search", "--facet", "person"], ["search", "--group", "conversation"],
      ["search", "--scope", "ALL", "a"],
    ]
  )
  func documentHasAVersion(words: [String]) throws {
    let result = try Tenant.place.run(words + ["--format", "json"])
    #expect(try result.object()["schemaVersion"] as? Int == 1, "\(result.errors)")
  }

  @Test func summariesOfWritesHaveOneToo() throws {
    let place = try Workplace()
    let imported = try place.trawl("import", Tenant.place.path("archive"), "--format", "json")
    #expect(try imported.object()["schemaVersion"] as? Int == 1)
    let exported = try place.trawl("export", place.path("out"), "--format", "json")
    #expect(try exported.object()["schemaVersion"] as? Int == 1)
  }

  @Test(arguments: [["search"], ["flagged"], ["query", "list"], ["report", "list"]])
  func lineIsARowAndNoMore(words: [String]) throws {
    let rows = try Tenant.place.run(words + ["--format", "ndjson"]).objects()
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { $0["schemaVersion"] == nil })
  }
}
