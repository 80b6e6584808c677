import Foundation
import Testing

/// `trawl search --facet` and `--group` over the tenant, against the archive's own lines.
@Suite struct FacetCommandTests {
  private func counts(_ item: (([String: Any]) -> String)) throws -> [String: Int] {
    try Tenant.messages().reduce(into: [:]) { $0[item($1), default: 0] += 1 }
  }

  @Test func countsAreThoseOfTheArchive() throws {
    let result = try Tenant.trawl(
      "search",
      "--facet",
      "person,conversation",
      "--facet",
      "month",
      "--facet-limit",
      "0",
      "-f",
      "csv"
    )
    #expect(result.status == 0)
    let rows = result.csv()
    #expect(rows[0] == ["facet", "id", "value", "count"])
    func found(_ facet: String) -> [String: Int] {
      Dictionary(rows.filter { $0[0] == facet }.map { ($0[1], Int($0[3]) ?? 0) }) { $0 + $1 }
    }
    #expect(found("person") == (try counts { $0["creatorId"] as? String ?? "" }))
    #expect(found("conversation") == (try counts { $0["convId"] as? String ?? "" }))
    let format = Date.ISO8601FormatStyle().year().month()
    #expect(
      found("month")
        == (try counts {
          Date(timeIntervalSince1970: Double(Tenant.time($0)) / 1000).formatted(format)
        })
    )
  }

  @Test(arguments: [
    "the", "release OR rollback", "is:liked -the", "has:file", "type:call OR type:system",
  ])
  func facetsThatPartSumUpToTheCount(query: String) throws {
    let count = try Tenant.trawl("search", query, "--count").lines.first.flatMap { Int($0) }
    let document = try Tenant.trawl(
      "search",
      query,
      "--facet",
      "person,conversation,month,type",
      "--facet-limit",
      "0",
      "--no-hits",
      "-f",
      "json"
    ).object()
    #expect(document["count"] as? Int == count && document["hits"] == nil)
    let facets = try #require(document["facets"] as? [[String: Any]])
    #expect(facets.map { $0["facet"] as? String } == ["person", "conversation", "month", "type"])
    for facet in facets {
      let values = try #require(facet["values"] as? [[String: Any]])
      #expect(values.reduce(0) { $0 + ($1["count"] as? Int ?? 0) } == count)
      #expect(facet["distinct"] as? Int == values.count)
    }
  }

  /// What a facet counts for a value, its key finds.
  @Test(arguments: [
    ("person", "from"), ("conversation", "in"), ("month", "during"), ("filetype", "ext"),
  ])
  func valuesAreValuesOfKeys(facet: String, key: String) throws {
    let rows = try Tenant.trawl("search", "the", "--facet", facet, "-f", "ndjson").objects()
    #expect(!rows.isEmpty && rows.count <= 10)
    for row in rows {
      let id = try #require(row["id"] as? String)
      let found = try Tenant.trawl("search", "the", "--\(key)", id, "--count").lines
      #expect(found == ["\(row["count"] as? Int ?? -1)"])
    }
  }

  @Test func tablesStandBelowTheHits() throws {
    let hits = try Tenant.trawl("search", "the", "-n", "2").text
    let both = try Tenant.trawl(
      "search",
      "the",
      "-n",
      "2",
      "--facet",
      "type,person",
      "--facet-limit",
      "3"
    )
    #expect(both.text.hasPrefix(hits + "\n"))
    let tables = both.text.dropFirst(hits.count)
    #expect(tables.contains("Type  Matches") && tables.contains("Person"))
    #expect(tables.contains(" more: --facet-limit 0\n"))
    let alone = try Tenant.trawl(
      "search",
      "the",
      "--no-hits",
      "--facet",
      "type,person",
      "--facet-limit",
      "3"
    )
    #expect("\n" + alone.text == tables)
    let json = try Tenant.trawl("search", "the", "-n", "2", "--facet", "type", "-f", "json")
      .object()
    #expect((json["hits"] as? [Any])?.count == 2 && (json["facets"] as? [Any])?.count == 1)
  }

  @Test func labelsAreThoseOfTheConversation() throws {
    let place = try Workplace()
    func item(_ id: String, _ conversation: String) -> String {
      #"{"itemId":"\#(id)","convId":"\#(conversation)","creatorId":"u","type":"TEXT","#
        + #""creationTime":1,"text":{"content":"x","contentType":"PLAIN"}}"# + "\n"
    }
    try place.write(
      "a/items.ndjson",
      item("1", "c1") + item("2", "c1") + item("3", "c2") + item("4", "c3")
    )
    try place.write(
      "a/labels.ndjson",
      #"{"userId":"u","labelId":"1","value":"Launch","convIds":["c1","c2"]}"# + "\n"
        + #"{"userId":"v","labelId":"2","value":"launch","convIds":["c1"]}"# + "\n"
        + #"{"userId":"u","labelId":"3","value":"Risk","convIds":["c2"]}"# + "\n"
    )
    #expect(try place.trawl("import", place.path("a")).status == 0)
    let rows = try place.trawl("search", "x", "--facet", "label", "-f", "csv").csv()
    #expect(
      rows.dropFirst() == [["label", "Launch", "Launch", "3"], ["label", "Risk", "Risk", "1"]]
    )
  }

  @Test func nothingToCountIsNothingFound() throws {
    for more in [[], ["--no-hits"], ["-f", "csv"]] {
      let result = try Tenant.place.run(["search", "xyzzyplugh", "--facet", "person"] + more)
      #expect(
        result.status == 1 && result.errors.hasPrefix("nothing found: nothing has \"xyzzyplugh\"")
      )
    }
  }

  @Test func conversationsHaveARowEach() throws {
    let expected = try counts { $0["convId"] as? String ?? "" }
    let rows = try Tenant.trawl("search", "--group", "conversation", "--all", "-f", "csv").csv()
    #expect(Dictionary(rows.dropFirst().map { ($0[0], Int($0[2]) ?? 0) }) { $0 + $1 } == expected)
    var seen: Set<String> = []
    let order = try Tenant.messages().compactMap { $0["convId"] as? String }.filter {
      seen.insert($0).inserted
    }
    #expect(rows.dropFirst().map { $0[0] } == order)
    let first = try Tenant.trawl(
      "search",
      "the",
      "--group",
      "conversation",
      "-n",
      "2",
      "-f",
      "json"
    ).object()
    let next = try #require(first["nextCursor"] as? String)
    let second = try Tenant.trawl(
      "search",
      "the",
      "--group",
      "conversation",
      "-n",
      "2",
      "-f",
      "ndjson",
      "--cursor",
      next
    )
    let all = try Tenant.trawl("search", "the", "--group", "conversation", "-n", "4", "-f", "ids")
      .lines
    let groups = try #require(first["groups"] as? [[String: Any]])
    #expect((groups + (try second.objects())).map { $0["convId"] as? String } == all)
    #expect((groups[0]["hit"] as? [String: Any])?["snippet"] is String)
    #expect(
      "\(first["count"] as? Int ?? 0)" == (try Tenant.trawl("search", "the", "--count").lines.first)
    )
    #expect(
      try Tenant.trawl("search", "the", "--group", "conversation").text.contains("Conversation")
    )
    #expect(try Tenant.trawl("search", "xyzzyplugh", "--group", "conversation").status == 1)
  }

  @Test(arguments: [
    (
      ["--facet", "colour"],
      "'--facet' must be person, conversation, month, type, label or filetype, not 'colour'"
    ),
    (
      ["--facet", "person,"],
      "'--facet' must be person, conversation, month, type, label or filetype, not 'person,'"
    ),
    (["--no-hits"], "'--no-hits' needs '--facet'"),
    (["--facet-limit", "3"], "'--facet-limit' needs '--facet'"),
    (["--facet", "type", "--count"], "'--count' and '--facet' exclude each other"),
    (["--facet", "type", "--group", "conversation"], "'--facet' and '--group' exclude each other"),
    (["--facet", "type", "-f", "ids"], "'--facet' and '--format ids' exclude each other"),
    (
      ["--group", "conversation", "--sort", "relevance"],
      "'--group' and '--sort relevance' exclude each other"
    ),
    (
      ["--batch", "-", "--group", "conversation"], "'--batch' and '--group' exclude each other"
    ),
  ])
  func badUsageIsSaid(words: [String], sentence: String) throws {
    let result = try Tenant.place.run(["search"] + words)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("trawl: \(sentence)"), "\(result.errors)")
  }
}
