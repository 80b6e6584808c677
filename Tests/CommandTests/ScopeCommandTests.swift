import Foundation
import Testing

/// Scopes, filter files and the platform's own shape, as a user has them.
@Suite struct ScopeCommandTests {
  @Test func theOptionSaysTheSameAsTheKey() throws {
    for (scope, word) in [
      ("files", "pdf"), ("SENT_BY", try author()), ("conversations", "release"), ("ALL", "release"),
    ] {
      let option = try Tenant.trawl("search", word, "--scope", scope, "-f", "ndjson")
      let key = try Tenant.trawl("search", "scope:\(scope)", word, "-f", "ndjson")
      #expect(option.status == key.status && option.status < 2, "\(scope)")
      #expect(option.text == key.text, "\(scope)")
    }
    let two = try Tenant.trawl("search", "scope:files x", "--scope", "members")
    #expect(two.status == 2)
    #expect(two.errors.contains("scope:files stands in the query, and the scope is to be members"))
  }

  private func author() throws -> String {
    try #require(Tenant.records("items").first?["creatorId"] as? String)
  }

  @Test func conversationsAreRowsInEveryFormat() throws {
    let words = ["search", "--scope", "conversations", "release", "-f"]
    let document = try Tenant.place.run(words + ["json"]).object()
    let rows = try #require(document["conversations"] as? [[String: Any]])
    #expect(!rows.isEmpty && document["hits"] == nil)
    let ids = rows.compactMap { $0["convId"] as? String }
    #expect(try Tenant.place.run(words + ["ids"]).lines == ids)
    let lines = try Tenant.place.run(words + ["ndjson"]).objects()
    #expect(
      lines.allSatisfy { $0["kind"] as? String == "conversation" } && lines.count == ids.count
    )
    #expect(try Tenant.place.run(words + ["csv"]).csv().count == ids.count + 1)
    let all = try Tenant.place.run(words + ["ids", "--all"]).lines
    let count = try Tenant.trawl("search", "--scope", "conversations", "release", "--count")
    #expect(count.text == "\(all.count)\n" && all.starts(with: ids))
    let refused = try Tenant.trawl("search", "--scope", "conversations", "x", "--has", "file")
    #expect(
      refused.status == 2 && refused.errors.contains("means nothing with scope:conversations")
    )
  }

  @Test func kindsStandSideBySideWithAll() throws {
    let lines = try Tenant.trawl("search", "--scope", "all", "release", "-n", "5", "-f", "ndjson")
      .objects()
    let kinds = lines.compactMap { $0["kind"] as? String }
    #expect(kinds.count == lines.count && Set(kinds).isSuperset(of: ["message", "conversation"]))
    let document = try Tenant.trawl("search", "--scope", "all", "release", "-n", "5", "-f", "json")
      .object()
    #expect((document["hits"] as? [Any])?.count == kinds.filter { $0 == "message" }.count)
    #expect(document["people"] is [Any] && document["conversations"] is [Any])
  }

  @Test func thePlatformsShapeHasEveryHit() throws {
    let result = try Tenant.trawl("search", "release", "--all", "-f", "circuit").object()
    let found = try #require(result["matchingConversations"] as? [[String: Any]])
    let items = found.flatMap { $0["itemIds"] as? [String] ?? [] }
    #expect(Set(items) == Set(try Tenant.trawl("search", "release", "--all", "-f", "ids").lines))
    #expect(Set(found.compactMap { $0["convId"] as? String }).count == found.count)
  }

  @Test func conditionsComeFromAFile() throws {
    let place = try Workplace()
    let json =
      #"{"connector": "OR", "conditions": [{"target": "CONVERSATION_TYPE", "values": ["DIRECT"]}, "#
      + #"{"target": "CONVERSATION_TYPE", "values": ["GROUP"]}]}"#
    try place.write("filter.json", json)
    let path = place.path("filter.json")
    let file = try Tenant.trawl("search", "--scope", "filter", "--filter-file", path, "--count")
    let keys = try Tenant.trawl("search", "kind:direct OR kind:group", "--count")
    #expect(file.status == 0 && file.text == keys.text)
    try place.write("filter.json", "{")
    let wrong = try Tenant.trawl("search", "--filter-file", path)
    #expect(wrong.status == 2)
    #expect(
      wrong.errors
        == "trawl: the filter in '\(path)' is wrong: the document: it is not a JSON object\n"
    )
    #expect(try Tenant.trawl("search", "--filter-file", "/nowhere").status == 4)
  }

  @Test func savedQueriesTakeSettings() throws {
    let place = try Workplace()
    try place.write("open.query", "parameter: n = 3\nquery: is:thread replies:>={{n}}\nformat: ids")
    let folder = ["--queries-dir", place.path("")]
    let run = try Tenant.place.run(["query", "run", "open", "--set", "n=2"] + folder)
    let search = try Tenant.trawl("search", "is:thread replies:>=2", "-f", "ids")
    #expect(run.status == 0 && run.text == search.text)
    #expect(try Tenant.place.run(["search", "@open", "--set", "n=2"] + folder).text == search.text)
    let wrong = try Tenant.place.run(["search", "@open", "--set", "m=2"] + folder)
    #expect(wrong.status == 2 && wrong.errors.contains("it has no parameter 'm'; it has n"))
    #expect(try Tenant.trawl("search", "x", "--set", "n=2").status == 2)
    #expect(try Tenant.trawl("search", "x", "--set", "n").status == 2)
  }

  @Test func aBatchTakesEveryOption() throws {
    let result = try Tenant.trawl(
      "search",
      "--batch",
      "-",
      "-n",
      "2",
      "--count",
      "--facet",
      "month",
      "--explain",
      input: "release\nscope:conversations release\n"
    )
    #expect(result.status == 0)
    let answers = try result.objects()
    let count = try Tenant.trawl("search", "release", "--count").text
    #expect((answers[0]["total"] as? Int).map { "\($0)\n" } == count)
    #expect((answers[0]["hits"] as? [Any])?.count == 2 && answers[0]["facets"] is [Any])
    #expect((answers[0]["explanation"] as? [String: Any])?["driver"] as? String == "by postings")
    #expect((answers[1]["conversations"] as? [Any])?.isEmpty == false)
    let all = try Tenant.trawl("search", "--batch", "-", "--all", input: "release\n").objects()
    #expect((all[0]["hits"] as? [Any])?.count == answers[0]["total"] as? Int)
  }
}
