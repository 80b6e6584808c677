import Foundation
import Testing

/// `trawl search` over the tenant, against the archive's own lines.
@Suite struct SearchCommandTests {
  @Test func emptyQueryListsTheNewestMessages() throws {
    let expected = try Tenant.messages().prefix(20).map(Tenant.id)
    #expect(try Tenant.trawl("search", "--format", "ids").lines == Array(expected))
    let oldest = try Tenant.trawl("search", "--sort", "oldest", "-n", "3", "--format", "ids").lines
    #expect(oldest == (try Tenant.messages().suffix(3).reversed().map(Tenant.id)))
  }

  @Test func allGivesEveryMessageOnceInOrder() throws {
    let expected = try Tenant.messages().map(Tenant.id)
    #expect(try Tenant.trawl("search", "--all", "--format", "ids").lines == expected)
  }

  @Test(arguments: ["newest", "oldest", "relevance"])
  func pagesFollowOneAnother(order: String) throws {
    let words = ["search", "the", "--sort", order, "--format", "json", "-n"]
    let whole = try Tenant.place.run(words + ["60"]).object()["hits"] as? [[String: Any]]
    var pages: [[String: Any]] = []
    var cursor: String?
    repeat {
      let page = try Tenant.place.run(words + ["20"] + (cursor.map { ["--cursor", $0] } ?? []))
      pages += try #require(try page.object()["hits"] as? [[String: Any]])
      cursor = try page.object()["nextCursor"] as? String
    } while cursor != nil && pages.count < 60
    #expect(pages.map(Tenant.id) == whole?.map(Tenant.id))
    #expect(Set(pages.map(Tenant.id)).count == pages.count)
  }

  @Test func hintLeadsToTheNextPage() throws {
    let first = try Tenant.trawl("search", "-n", "2", "--format", "ids")
    let cursor = try #require(first.errors.split(separator: " ").last?.dropLast())
    let second = try Tenant.trawl(
      "search",
      "-n",
      "2",
      "--format",
      "ids",
      "--cursor",
      String(cursor)
    )
    #expect(first.lines + second.lines == (try Tenant.messages().prefix(4).map(Tenant.id)))
  }

  @Test func rowsCarryTheNamesOfTheAPI() throws {
    let message = try #require(
      try Tenant.messages().first { item in
        Tenant.text(item)["likedUserIds"] != nil && Tenant.text(item)["parentId"] != nil
      }
    )
    let result = try Tenant.trawl("search", "--id", Tenant.id(message), "--format", "ndjson")
    let hit = try #require(try result.objects().first)
    for name in ["itemId", "convId", "creatorId", "type"] {
      #expect(hit[name] as? String == message[name] as? String)
    }
    for name in ["creationTime", "modificationTime"] {
      #expect(hit[name] as? Int64 == (message[name] as? NSNumber)?.int64Value)
    }
    let likes = Tenant.text(message)["likedUserIds"] as? [Any]
    #expect(hit["likes"] as? Int == likes?.count)
    #expect(hit["parentId"] as? String == Tenant.text(message)["parentId"] as? String)
    let author = try Tenant.records("users").first {
      $0["userId"] as? String == message["creatorId"] as? String
    }
    #expect(hit["creatorName"] as? String == author?["displayName"] as? String)
    #expect(
      hit["snippet"] is String && hit["conversation"] is String && hit["attachments"] is [Any]
    )
  }

  @Test func marksShowTheMatch() throws {
    let hits = try Tenant.trawl("search", "release", "--format", "ndjson").objects()
    for hit in hits {
      let scalars = Array(try #require(hit["snippet"] as? String).unicodeScalars)
      for mark in try #require(hit["snippetMarks"] as? [[Int]]) {
        let word = String(String.UnicodeScalarView(scalars[mark[0]..<mark[1]]))
        #expect(word.lowercased() == "release")
      }
    }
    #expect(try Tenant.trawl("search", "release").text.lowercased().contains("[release]"))
    let markdown = try Tenant.trawl("search", "release", "--format", "markdown").text
    #expect(markdown.lowercased().contains("**release**"))
  }

  @Test(arguments: ["json", "ndjson", "csv", "ids"])
  func formatsAgree(format: String) throws {
    let result = try Tenant.trawl("search", "--is", "liked", "-n", "30", "--format", format)
    let found: [String] =
      switch format {
      case "json":
        try #require(try result.object()["hits"] as? [[String: Any]]).map(Tenant.id)
      case "ndjson": try result.objects().map(Tenant.id)
      case "csv": result.csv().dropFirst().map { $0[0] }
      default: result.lines
      }
    let expected = try Tenant.messages().filter { item in
      (Tenant.text(item)["likedUserIds"] as? [Any])?.isEmpty == false
    }
    #expect(found == expected.prefix(30).map(Tenant.id))
  }

  @Test func csvHasOneRowAHitAndAllColumns() throws {
    let rows = try Tenant.trawl("search", "--all", "--format", "csv").csv()
    #expect(rows.count == (try Tenant.messages().count) + 1)
    #expect(Set(rows.map(\.count)) == [16])
  }

  @Test func countIsExactInEveryFormat() throws {
    let count = try Tenant.messages().filter { Tenant.text($0)["parentId"] != nil }.count
    let words = ["search", "is:reply", "--count"]
    #expect(try Tenant.place.run(words).text == "\(count)\n")
    #expect(try Tenant.place.run(words + ["-f", "json"]).object()["count"] as? Int == count)
    #expect(try Tenant.place.run(words + ["-f", "csv"]).csv() == [["count"], ["\(count)"]])
  }

  @Test(arguments: [
    (["--has", "file"], "has:file"),
    (["--kind", "community", "--kind", "group"], "kind:community kind:group"),
    (["--likes", ">1", "--is", "reply"], "likes:>1 is:reply"),
    (["--before", "2026-11", "--after", "2026-09-01"], "before:2026-11 after:2026-09-01"),
    (["--type", "call"], "type:call"),
    (["--subject", "release 4"], "subject:\"release 4\""),
    (["--conversation", "General", "the"], "the in:General"),
  ])
  func optionsAreKeysOfTheQuery(options: [String], query: String) throws {
    let format = ["--all", "--format", "ids"]
    let byOptions = try Tenant.place.run(["search"] + options + format)
    #expect(byOptions.status == 0)
    #expect(byOptions.text == (try Tenant.place.run(["search", query] + format).text))
  }

  /// A value is a value, whatever it looks like.
  @Test(arguments: ["x\" OR the", "a) OR (b", "the OR a"])
  func valuesOfOptionsCannotBreakOut(value: String) throws {
    let result = try Tenant.trawl("search", "--subject=\(value)", "--count")
    #expect(result.text == "0\n" || result.status == 2)
  }

  @Test func wordsWithADashAreWordsOfTheQuery() throws {
    let all = try #require(Int(try Tenant.trawl("search", "--count").lines[0]))
    let with = try #require(Int(try Tenant.trawl("search", "the", "--count").lines[0]))
    let without = try #require(Int(try Tenant.trawl("search", "-the", "--count").lines[0]))
    #expect(with > 0 && without > 0)
    #expect(with + without == all)
  }

  @Test func nothingFoundIsSaidWithItsCause() throws {
    let result = try Tenant.trawl("search", "xyzzyplugh")
    #expect(result.status == 1)
    #expect(result.text.isEmpty)
    #expect(result.errors == "nothing found: nothing has \"xyzzyplugh\"\n")
    let json = try Tenant.trawl("search", "xyzzyplugh", "--format", "json")
    #expect(json.status == 1)
    #expect((try json.object()["hits"] as? [Any])?.isEmpty == true)
    #expect(try json.object()["emptyCause"] is [String: Any])
    #expect(try Tenant.trawl("search", "xyzzyplugh", "--count").status == 1)
  }

  @Test func explanationIsForPeopleAndPrograms() throws {
    let words = ["search", "--explain", "a (b OR c) -d", "--is", "liked"]
    let lines = try Tenant.place.run(words).lines
    #expect(lines.first?.hasPrefix("read as ") == true)
    #expect(lines[0].contains("(not (word \"d\"))") && lines[0].contains("(is liked)"))
    #expect(lines.contains("driver   by postings"))
    let document = try Tenant.place.run(words + ["--format", "json"]).object()
    #expect(
      document["schemaVersion"] as? Int == 1 && document["driver"] as? String == "by postings"
    )
    let parts = (document["tree"] as? [String: Any])?["and"] as? [[String: Any]] ?? []
    // Options narrow the query as a whole.
    #expect(parts.last?["key"] as? String == "is" && parts.last?["value"] as? String == "liked")
    #expect((parts.first?["and"] as? [[String: Any]])?.first?["word"] as? String == "a")
  }

  @Test func errorsPointAtThePlace() throws {
    let result = try Tenant.trawl("search", "hello form:ana")
    #expect(result.status == 2)
    #expect(
      result.errors == """
        trawl: 'form:' is not a key; did you mean 'from:'?
          hello form:ana
                ^^^^^

        """
    )
  }

  @Test func ambiguousNamesAreListedWithTheirIds() throws {
    let place = try Workplace(
      items: [],
      users: [
        #"{"userId":"u1","displayName":"Ana Silva","emailAddress":"as@x.example"}"#,
        #"{"userId":"u2","displayName":"Ana Sousa"}"#,
      ]
    )
    for words in [
      ["search", "from:ana"], ["search", "--from", "ana"], ["flagged", "--author", "ana"],
    ] {
      let result = try place.run(words)
      #expect(result.status == 2)
      #expect(
        result.errors == """
          trawl: 'ana' could be any of these; name one by its id:
            Ana Silva  as@x.example  u1
            Ana Sousa  u2

          """
      )
    }
  }

  @Test(arguments: [
    (["--limit", "0"], "'--limit' must be a whole number of 1 or more, not '0'"),
    (
      ["--sort", "best"], "'--sort' must be newest, oldest, relevance, likes or replies, not 'best'"
    ),
    (["--all", "--limit", "3"], "'--all' and '--limit' exclude each other"),
    (["--count", "--cursor", "x"], "'--count' and '--cursor' exclude each other"),
    (["--batch", "-", "x"], "'--batch' and '<query>' exclude each other"),
    (["--batch", "-", "--format", "csv"], "'--batch' and '--format csv' exclude each other"),
    (["--raw"], "'--raw' needs '--format csv'"),
    (["--form", "x"], "unknown option '--form'"),
    (["--likes", "many"], "'likes:' needs a number, not 'many'"),
    (["--cursor", "x"], "this is no cursor of an answer"),
    (["--from", "nobody-at-all"], "no person is known as 'nobody-at-all'"),
    (["--queries-dir", "/nowhere"], "'--queries-dir' names no folder: '/nowhere'"),
  ])
  func badUsageIsSaid(words: [String], sentence: String) throws {
    let result = try Tenant.place.run(["search"] + words)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("trawl: \(sentence)"), "\(result.errors)")
    #expect(result.text.isEmpty)
  }

  @Test func foreignCursorIsRefused() throws {
    let page = try Tenant.trawl("search", "the", "-n", "1", "--format", "json").object()
    let cursor = try #require(page["nextCursor"] as? String)
    let result = try Tenant.trawl("search", "release", "--cursor", cursor)
    #expect(result.status == 2)
    #expect(result.errors == "trawl: the cursor belongs to another query or order\n")
  }

  @Test func zoneIsOneForFilteringAndShowing() throws {
    let place = try Workplace(items: [
      // 2026-03-04T23:30Z: the fifth in Tokyo.
      #"{"itemId":"i","convId":"c","creatorId":"u","type":"TEXT","creationTime":1772667000000,"#
        + #""text":{"content":"late","contentType":"PLAIN","state":"CREATED"}}"#
    ])
    let tokyo = ["TRAWL_TIMEZONE": "Asia/Tokyo"]
    #expect(try place.trawl("search", "on:2026-03-05", "--count").text == "0\n")
    #expect(try place.trawl("search", "on:2026-03-05", "--count", environment: tokyo).text == "1\n")
    let table = try place.trawl("search", "late", environment: tokyo).text
    #expect(table.contains("2026-03-05 08:30") && table.contains("Times in Asia/Tokyo."))
    let json = try place.trawl("search", "late", "-f", "json", "--timezone", "Asia/Tokyo").object()
    #expect(json["timezone"] as? String == "Asia/Tokyo")
  }
}
