import Foundation
import Testing

/// `trawl show` over the tenant, against the archive's own lines.
@Suite struct ShowCommandTests {
  /// A conversation of seven messages, one of them a reply, liked, flagged and edited.
  private static func conversation() throws -> Workplace {
    func item(_ number: Int, _ text: String, _ more: String = "") -> String {
      #"{"itemId":"m-\#(number)","convId":"c","creatorId":"u\#(number % 2)","type":"TEXT","#
        + #""creationTime":\#(1_772_600_000_000 + number * 60_000),"modificationTime":1772700000000,"#
        + #""text":{"content":"\#(text)","contentType":"PLAIN"\#(more)}}"#
    }
    let long = (1...40).map { "word\($0)" }.joined(separator: " ")
    return try Workplace(
      items: [
        item(1, "first"), item(2, #"one\ntwo\nthree\nfour\nfive\nsix"#), item(3, "third"),
        item(
          4,
          #"ship \u001b[31mit\n\n\#(long)\nlast line"#,
          #","state":"EDITED","subject":"Plan","parentId":"m-1","likedUserIds":["u0","u1"]"#
        ),
        item(5, "", #","state":"DELETED","parentId":"m-1""#), item(6, "sixth"), item(7, "seventh"),
      ],
      users: [
        #"{"userId":"u0","displayName":"Ana Silva"}"#,
        #"{"userId":"u1","displayName":"Bo\u001b[2J Lind"}"#,
      ],
      conversations: [#"{"convId":"c","type":"GROUP","topic":"Lisbon rollout"}"#],
      flags: [#"{"userId":"u1","itemId":"m-4","convId":"c"}"#]
    )
  }

  @Test func anItemIsReadableWhole() throws {
    let result = try Self.conversation().trawl("show", "m-4", "--context", "2")
    #expect(result.status == 0)
    let words = (1...40).map { "word\($0)" }.joined(separator: " ")
    let expected = """
        2026-03-04 04:55  Ana Silva
          one
          two
          three
          four
          …
        2026-03-04 04:56  Bo[2J Lind
          third
      > 2026-03-04 04:57  Ana Silva
          Plan
          ship [31mit

          \(words)
          last line

          in        Lisbon rollout  (c)
          item      m-4
          edited    2026-03-05 08:40
          reply to  m-1, see --thread
          likes     2: Ana Silva, Bo[2J Lind
      """
    #expect(result.text.hasPrefix(expected), "\(result.text)")
    #expect(result.text.contains("    flag      Bo[2J Lind, seen first 2"))
    #expect(result.text.contains("\n  2026-03-04 04:59  Ana Silva\n    sixth\n"))
    #expect(!result.text.contains("\u{1B}") && !result.text.contains("first\n"))
    #expect(result.text.hasSuffix("\n\nTimes in UTC.\n"))
  }

  @Test func aThreadIsShownInOrderWithTheItemMarked() throws {
    let place = try Self.conversation()
    let result = try place.trawl("show", "--thread", "m-4", "--timezone", "Asia/Tokyo")
    let headings = result.lines.filter { $0.hasPrefix("  2026") || $0.hasPrefix("> 2026") }
    #expect(
      headings == [
        "  2026-03-04 13:54  Bo[2J Lind  (head)", "> 2026-03-04 13:57  Ana Silva",
        "  2026-03-04 13:58  Bo[2J Lind  (deleted)",
      ]
    )
    #expect(result.text.hasSuffix("Times in Asia/Tokyo.\n"))
  }

  @Test(arguments: ["json", "ndjson", "csv", "ids"])
  func formatsAgree(format: String) throws {
    let result = try Self.conversation().trawl("show", "m-4", "-f", format)
    let expected = ["m-1", "m-2", "m-3", "m-4", "m-6", "m-7"]
    switch format {
    case "json":
      let document = try result.object()
      #expect(document["schemaVersion"] as? Int == 1 && document["timezone"] as? String == "UTC")
      let shown = try #require((document["items"] as? [[String: Any]])?.first)
      let around = ["before", "after"].map { (shown[$0] as? [[String: Any]] ?? []).map(Tenant.id) }
      let item = try #require(shown["item"] as? [String: Any])
      #expect(around[0] + [Tenant.id(item)] + around[1] == expected)
      #expect((item["likedBy"] as? [[String: String]])?.map { $0["userId"] } == ["u0", "u1"])
      #expect((item["flaggedBy"] as? [[String: Any]])?.first?["firstSeen"] is Int64)
      #expect((item["text"] as? String)?.hasSuffix("\nlast line") == true)
    case "ndjson":
      let rows = try result.objects()
      #expect(rows.map(Tenant.id) == expected)
      #expect(
        rows.map { $0["place"] as? String } == [
          "before", "before", "before", "item", "after", "after",
        ]
      )
      #expect(Set(rows.map { $0["asked"] as? String }) == ["m-4"])
    case "csv":
      let rows = result.csv()
      #expect(
        rows.dropFirst().map { $0[2] } == expected && rows[0].prefix(2) == ["asked", "place"]
      )
    default: #expect(result.lines == expected)
    }
  }

  @Test func everyItemOfTheTenantIsShownWhole() throws {
    let items = try Tenant.records("items")
    let ids = items.map(Tenant.id).joined(separator: "\n") + "\n"
    let result = try Tenant.trawl("show", "-", "--context", "0", "-f", "ndjson", input: ids)
    #expect(result.status == 0)
    let rows = try result.objects()
    #expect(rows.map(Tenant.id) == items.map(Tenant.id))
    for (row, item) in zip(rows, items) {
      #expect(
        (row["likedBy"] as? [Any])?.count
          == (Tenant.text(item)["likedUserIds"] as? [Any] ?? []).count
      )
      #expect(row["parentId"] as? String == Tenant.text(item)["parentId"] as? String)
      let isPlain = Tenant.text(item)["contentType"] as? String != "RICH"
      if isPlain, let content = Tenant.text(item)["content"] as? String,
        Tenant.text(item)["state"] as? String != "DELETED"
      {
        #expect(row["text"] as? String == content)
      }
    }
  }

  @Test func idsComeFromASearch() throws {
    let place = try Self.conversation()
    let result = try shell(
      "trawl search --db '\(place.database)' sixth -f ids | "
        + "trawl show --db '\(place.database)' - --context 0 -f ids"
    )
    #expect(result.lines == ["m-6"] && result.status == 0)
    let none = try place.trawl("show", "-", input: "\n\n")
    #expect(none.status == 1 && none.errors == "nothing to show: standard input has no ids\n")
  }

  @Test func threadsGoOnWithTheirCursor() throws {
    let place = try Self.conversation()
    let first = try place.trawl("show", "--thread", "m-4", "-n", "2", "-f", "ids")
    #expect(first.lines == ["m-1", "m-4"])
    let cursor = try #require(first.errors.split(separator: " ").last?.dropLast())
    let rest = try place.trawl("show", "--thread", "m-4", "--cursor", String(cursor), "-f", "ids")
    #expect(rest.lines == ["m-5"] && rest.errors.isEmpty)
    let json = try place.trawl("show", "--thread", "m-4", "-n", "2", "-f", "json").object()
    let thread = (json["items"] as? [[String: Any]])?.first?["thread"] as? [String: Any]
    #expect(thread?["nextCursor"] as? String == String(cursor))
    #expect(thread?["count"] as? Int == 3 && thread?["headId"] as? String == "m-1")
  }

  @Test(arguments: [
    ("c", "no item has the id 'c'; it is the conversation 'Lisbon rollout': trawl search --in c"),
    ("u0", "no item has the id 'u0'; it is Ana Silva: trawl search --from u0"),
    (
      "m-99",
      "no item has the id 'm-99'; 'trawl search WORDS --format ids' prints the ids of what it finds"
    ),
  ])
  func anUnknownIdIsExplained(id: String, sentence: String) throws {
    let place = try Self.conversation()
    for more in [[], ["--thread"]] {
      let result = try place.run(["show", id] + more)
      #expect(result.status == 1 && result.text.isEmpty)
      #expect(result.errors == sentence + "\n")
    }
    let both = try place.trawl("show", id, "m-1", "-f", "ids", "--context", "0")
    #expect(both.status == 3 && both.lines == ["m-1"])
  }

  @Test(arguments: [
    (["show"], "missing argument '<item>'"),
    (["show", ""], "'<item>' must be an item's id, such as 'search --format ids' prints, not ''"),
    (["show", "a\u{1B}b"], "'<item>' must be an item's id, such as 'search --format ids' prints"),
    (["show", "-x"], "unknown option '-x'"),
    (["show", "a", "--thread", "--context", "2"], "'--thread' and '--context' exclude each other"),
    (["show", "a", "--limit", "2"], "'--limit' needs '--thread'"),
    (["show", "a", "--cursor", "x"], "'--cursor' needs '--thread'"),
    (["show", "m-1", "--thread", "--cursor", "x"], "this is no cursor of an answer"),
  ])
  func badUsageIsSaid(words: [String], sentence: String) throws {
    let result = try Self.conversation().run(words)
    #expect(result.status == 2)
    #expect(result.errors.contains(sentence), "\(result.errors)")
  }
}
