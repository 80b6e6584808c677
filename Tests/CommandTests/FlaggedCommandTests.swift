import Foundation
import Testing

/// `trawl flagged` over the tenant, against the archive's own flags.
@Suite struct FlaggedCommandTests {
  /// Flags on items that exist, as "userId itemId", with their item.
  private func flags() throws -> [(userId: String, item: [String: Any])] {
    let items = Dictionary(
      try Tenant.records("items").map { (Tenant.id($0), $0) },
      uniquingKeysWith: { $1 }
    )
    return try Tenant.records("flags").compactMap { flag in
      items[Tenant.id(flag)].map { (flag["userId"] as? String ?? "", $0) }
    }
  }

  private func keys(_ flags: [(userId: String, item: [String: Any])]) -> [String] {
    flags.map { "\($0.userId) \(Tenant.id($0.item))" }.sorted()
  }

  private func keys(_ rows: [[String: Any]]) -> [String] {
    rows.map { "\($0["flaggerId"] as? String ?? "") \(Tenant.id($0))" }.sorted()
  }

  @Test func everyFlagIsListedNewestItemFirst() throws {
    let rows = try Tenant.trawl("flagged", "--format", "ndjson").objects()
    #expect(keys(rows) == keys(try flags()))
    let times = rows.map(Tenant.time)
    #expect(times == times.sorted(by: >))
  }

  @Test func filtersNarrow() throws {
    let all = try flags()
    let flagger = try #require(all.first?.userId)
    let rows = try Tenant.trawl("flagged", "--flagger", flagger, "-f", "ndjson").objects()
    #expect(keys(rows) == keys(all.filter { $0.userId == flagger }))

    let author = try #require(all.first?.item["creatorId"] as? String)
    for option in ["--author", "--from"] {
      let rows = try Tenant.trawl("flagged", option, author, "-f", "ndjson").objects()
      #expect(keys(rows) == keys(all.filter { $0.item["creatorId"] as? String == author }))
    }
    let conversation = try #require(all.first?.item["convId"] as? String)
    for option in ["--conversation", "--in"] {
      let rows = try Tenant.trawl("flagged", option, conversation, "-f", "ndjson").objects()
      #expect(keys(rows) == keys(all.filter { $0.item["convId"] as? String == conversation }))
    }
    // 2026-11-01T00:00Z.
    let november: Int64 = 1_793_491_200_000
    let before = try Tenant.trawl("flagged", "--before", "2026-11", "-f", "ndjson").objects()
    #expect(keys(before) == keys(all.filter { Tenant.time($0.item) < november }))
    let after = try Tenant.trawl("flagged", "--after", "2026-10", "-f", "ndjson").objects()
    #expect(keys(after) == keys(all.filter { Tenant.time($0.item) >= november }))
  }

  /// Ages count from the moment of the run, so this makes items of its own, around it.
  @Test func olderThanCountsFromNow() throws {
    let now = Int64(Date().timeIntervalSince1970 * 1000)
    let items = [1, 13, 15, 400].map { days in
      #"{"itemId":"d\#(days)","convId":"c","creatorId":"u","type":"TEXT","#
        + #""creationTime":\#(now - Int64(days) * 86_400_000),"#
        + #""text":{"content":"x","contentType":"PLAIN","state":"CREATED"}}"#
    }
    let flags = [1, 13, 15, 400].map { #"{"userId":"f","itemId":"d\#($0)","convId":"c"}"# }
    let place = try Workplace(items: items, flags: flags)
    #expect(
      try place.trawl("flagged", "--older-than", "14d", "-f", "ids").lines == ["d15", "d400"]
    )
    #expect(try place.trawl("flagged", "--older-than", "100w", "-f", "ids").status == 1)
    let table = try place.trawl("flagged").text
    #expect(table.contains("24 h ") && table.contains("400 d "))
    let ages = try place.trawl("flagged", "-f", "ndjson").objects().map { row in
      (row["ageMilliseconds"] as? Int64 ?? 0) / 86_400_000
    }
    #expect(ages == [1, 13, 15, 400])
  }

  @Test(arguments: ["flagger", "conversation", "author"])
  func groupsHoldTheSameFlags(by: String) throws {
    let document = try Tenant.trawl("flagged", "--group", by, "--format", "json").object()
    let groups = try #require(document["groups"] as? [[String: Any]])
    let lists = groups.map { $0["flags"] as? [[String: Any]] ?? [] }
    #expect(keys(lists.flatMap(\.self)) == keys(try flags()))
    #expect(lists.map(\.count) == lists.map(\.count).sorted(by: >))
    let field = ["flagger": "flaggerId", "conversation": "convId", "author": "creatorId"][by] ?? ""
    for (group, list) in zip(groups, lists) {
      #expect(Set(list.map { $0[field] as? String }) == [group["id"] as? String])
    }
    let rows = try Tenant.trawl("flagged", "--group", by, "--format", "csv").csv()
    #expect(rows[0][0] == "group")
    #expect(rows.count == (try flags().count) + 1)
    let table = try Tenant.trawl("flagged", "--group", by).text
    for group in groups { #expect(table.contains("\(group["name"] as? String ?? ""): ")) }
  }

  @Test func limitSaysThatThereIsMore() throws {
    let result = try Tenant.trawl("flagged", "--limit", "2", "--format", "csv")
    #expect(result.csv().count == 3)
    #expect(result.errors.contains("there are more flags"))
    let all = try flags().count
    let whole = try Tenant.trawl("flagged", "--limit", "\(all)", "--format", "json").object()
    #expect(whole["complete"] as? Bool == true)
  }

  @Test func whoseFlagsTheseAreIsSaid() throws {
    let people = Set(try flags().map(\.userId))
    let known =
      try Tenant.trawl("flagged", "--format", "json").object()["flagsOf"] as? [[String: Any]]
    #expect(Set(known?.compactMap { $0["userId"] as? String } ?? []) == people)
    #expect(try Tenant.trawl("flagged").errors.contains("flags of \(people.count) people"))
  }

  @Test func noFlagsAreNothingFound() throws {
    let place = try Workplace(items: [], users: [#"{"userId":"u","displayName":"Ana"}"#])
    let result = try place.trawl("flagged")
    #expect(result.status == 1)
    #expect(result.text.isEmpty)
    #expect(result.errors.contains("the index holds nobody's flags"))
  }
}
