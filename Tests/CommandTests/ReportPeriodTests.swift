import Foundation
import SQLite
import Testing

/// Periods, who and what a report is about, and what is kept of names, as a user meets them.
@Suite struct ReportPeriodTests {
  private func object(_ words: [String]) throws -> [String: Any] {
    try Tenant.place.run(["report"] + words + ["--format", "json"]).object()
  }

  private func totals(_ report: [String: Any]) throws -> [String: Int] {
    let blocks = try #require(report["blocks"] as? [[String: Any]])
    let rows = try #require(blocks.first { $0["name"] as? String == "totals" }?["rows"] as? [[Any]])
    return Dictionary(
      rows.map { ($0[0] as? String ?? "", $0[1] as? Int ?? -1) },
      uniquingKeysWith: { $1 }
    )
  }

  private func milliseconds(_ text: String) throws -> Int64 {
    Int64(try #require(ISO8601DateFormatter().date(from: text)).timeIntervalSince1970) * 1_000
  }

  @Test(arguments: [
    (["--month", "2026-10"], "2026-10", "2026-10-01", "2026-11-01"),
    (
      ["--from", "2026-10-05", "--to", "2026-10-07"], "2026-10-05..2026-10-07", "2026-10-05",
      "2026-10-08"
    ),
    (["--from", "2026-W40", "--to", "2026-W41"], "2026-W40..2026-W41", "2026-09-28", "2026-10-12"),
    (["--set", "period=2026-Q3"], "2026-Q3", "2026-07-01", "2026-10-01"),
    (["--week", "2026-W40", "--week-start", "sunday"], "2026-W40", "2026-09-27", "2026-10-04"),
  ])
  func everyWayToNameAPeriodCountsItsMessages(
    words: [String],
    name: String,
    from: String,
    to: String
  ) throws {
    let (from, to) = (try milliseconds("\(from)T00:00:00Z"), try milliseconds("\(to)T00:00:00Z"))
    let report = try object(["weekly-activity"] + words)
    let period = try #require(report["period"] as? [String: Any])
    #expect(period["name"] as? String == name)
    #expect(period["from"] as? Int64 == from && period["to"] as? Int64 == to)
    let messages = try Tenant.messages().filter { (from..<to).contains(Tenant.time($0)) }
    #expect(messages.count > 5)
    #expect(try totals(report)["messages"] == messages.count)
    #expect(try totals(report)["people"] == Set(messages.map { $0["creatorId"] as? String }).count)
  }

  @Test func aReportSaysWhatItWasMadeOf() throws {
    let report = try object(["weekly-activity", "--week", "2026-W46"])
    let revision = try Tenant.trawl("status", "--format", "json").object()["revision"] as? Int
    #expect(report["revision"] as? Int == revision)
    #expect((report["tzdata"] as? String)?.isEmpty == false)
    #expect(report["trawl"] as? String == "0.1.0")
    #expect((report["period"] as? [String: Any])?["partial"] as? Bool == false)
    let present = try object(["weekly-activity", "--week", "2026-W47"])
    #expect((present["period"] as? [String: Any])?["partial"] as? Bool == true)
  }

  @Test func theSameIndexGivesTheSameBytes() throws {
    for format in ["json", "markdown", "html", "csv"] {
      let words = ["report", "tenant", "--set", "period=2026", "--format", format]
      let first = try Tenant.place.run(words)
      #expect(first.status == 0)
      #expect(try Tenant.place.run(words).output == first.output)
    }
  }

  @Test func peopleAndConversationsGoByWhatTheyAreCalled() throws {
    let messages = try Tenant.messages()
    let byPerson = Dictionary(grouping: messages) { $0["creatorId"] as? String ?? "" }
    let person = try #require(byPerson.max { $0.value.count < $1.value.count })
    let report = try object(["person", "--set", "person=\(person.key)", "--set", "period=2026-11"])
    let blocks = try #require(report["blocks"] as? [[String: Any]])
    let life = try #require(blocks.first { $0["name"] as? String == "life" }?["rows"] as? [[Any]])
    #expect(life[0][0] as? Int == person.value.count)
    #expect((report["parameters"] as? [String: Any])?["person"] as? String == person.key)

    let topics = try Tenant.records("conversations").compactMap { place in
      (place["topic"] as? String).map { ($0, place["convId"] as? String ?? "") }
    }
    let (topic, id) = try #require(
      topics.first { topic in topics.count { $0.0 == topic.0 } == 1 && !topic.0.isEmpty }
    )
    let place = try object(["conversation", "--set", "conversation=\(topic)"])
    #expect((place["parameters"] as? [String: Any])?["conversation"] as? String == id)
  }

  @Test func aQueryIsAParameter() throws {
    let place = try Workplace()
    try place.write(
      "about.md",
      """
      ---
      title: About
      parameters:
        - about: query
        - period: period = 2026
      ---
      {{about}}: {{found.messages}}
      ```sql name=found
      SELECT count(*) AS messages, (SELECT count(*) FROM period_messages JOIN about_items USING (item)) AS recent
      FROM about_messages
      ```

      """
    )
    func run(_ query: String, _ more: String...) throws -> TrawlProcess.Result {
      let words = [
        "report", "about", "--set", "about=\(query)", "--reports-dir", place.folder.path,
      ]
      return try Tenant.place.run(words + more)
    }
    let query = "has:reply -is:edited"
    let found = try run(query, "--format", "csv", "--block", "found").csv()
    let counted = try Tenant.trawl("search", query, "--count").text
    #expect(Int(found[1][0]) == Int(counted.trimmingCharacters(in: .whitespacesAndNewlines)))
    let recent = try Tenant.trawl("search", "\(query) date:2026", "--count").text
    #expect(Int(found[1][1]) == Int(recent.trimmingCharacters(in: .whitespacesAndNewlines)))
    let wrong = try run("form:ana (")
    #expect(wrong.status == 2 && wrong.errors.contains("("))
    let coded = try run("somebody OR the", "--pseudonymise")
    #expect(coded.status == 0 && !coded.text.contains("somebody"))
    #expect(try run("somebody OR the").text.contains("somebody"))
  }

  @Test func allWeeksAreFilesOfTheirOwn() throws {
    let place = try Workplace()
    let words = [
      "report", "weekly-activity", "--all-weeks", "--from", "2026-W40", "--to", "2026-W43",
    ]
    let year = words + ["-o", place.path("weeks/{period}.json")]
    #expect(try Tenant.place.run(year).status == 0)
    for week in 40...43 {
      let alone = try Tenant.place.run([
        "report", "weekly-activity", "--week", "2026-W\(week)", "--format", "json",
      ])
      #expect(try place.read("weeks/2026-W\(week).json") == alone.text)
    }
    // A week that is cut off is none, and CSV has a folder a week.
    let cut = [
      "report", "weekly-activity", "--all-weeks", "--from", "2026-09-29", "--to", "2026-10-12",
      "--format", "csv", "-o", place.path("csv"),
    ]
    #expect(try Tenant.place.run(cut).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path("csv"))
    #expect(names == ["2026-W41"])
    #expect(try place.read("csv/2026-W41/days.csv").hasPrefix("date,"))
  }

  @Test func numbersAreVerifiedAgainstTheItems() throws {
    let place = try Workplace()
    try FileManager.default.copyItem(atPath: Tenant.place.database, toPath: place.database)
    for words in [["tenant", "--set", "period=2026"], ["weekly-activity", "--week", "2026-W46"]] {
      let right = try place.run(["report"] + words + ["--verify"])
      #expect(right.status == 0 && right.text.contains("equals a count of the items"))
    }
    try Connection(path: place.database, access: .readWrite).execute(
      """
      UPDATE daily_person SET counts = (SELECT counts FROM daily_person WHERE day = 20690)
      WHERE day = (SELECT max(day) FROM daily_person WHERE day < 20700)
      """
    )
    let wrong = try place.run(["report", "tenant", "--set", "period=2026", "--verify"])
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("block 'totals', messages, value: counted "))
    #expect(wrong.errors.contains("rows of daily_person that a recount makes otherwise"))
  }

  @Test func twoReportsAreCompared() throws {
    let place = try Workplace()
    for week in ["2026-W45", "2026-W46"] {
      let words = ["report", "weekly-activity", "--week", week, "-o", place.path("\(week).json")]
      #expect(try Tenant.place.run(words).status == 0)
    }
    let (old, new) = (place.path("2026-W45.json"), place.path("2026-W46.json"))
    let same = try place.run(["report", "diff", old, old, "--format", "json"])
    #expect(same.status == 1)
    #expect((try same.object()["changes"] as? [Any])?.isEmpty == true)
    let diff = try place.run(["report", "diff", old, new, "--format", "json"])
    #expect(diff.status == 0)
    let changes = try #require(try diff.object()["changes"] as? [[String: Any]])
    #expect(changes.contains { $0["column"] as? String == "period" })
    let messages = try #require(
      changes.first { $0["row"] as? String == "messages" && $0["column"] as? String == "value" }
    )
    let before = try #require(messages["before"] as? Int)
    let after = try #require(messages["after"] as? Int)
    #expect(messages["difference"] as? Int == after - before)
    try place.write("x.json", "{}")
    let bad = try place.run(["report", "diff", place.path("x.json"), new])
    #expect(bad.status == 2 && bad.errors.contains("'\(place.path("x.json"))' is no report"))
    #expect(try place.run(["report", "diff", old, place.path("none")]).status == 4)
  }

  @Test func namesAndTextsStayOutWhereTheyAreToStayOut() throws {
    let week = ["report", "weekly-activity", "--set", "period=2026-Q4"]
    let plain = try Tenant.place.run(week + ["--format", "json"]).text
    let coded = try Tenant.place.run(week + ["--format", "json", "--pseudonymise"]).text
    #expect(coded.contains("\"pseudonymised\": true") && coded.contains("\"Person "))
    var found = 0
    for user in try Tenant.records("users") {
      for key in ["userId", "displayName", "emailAddress"] {
        guard let name = user[key] as? String, name.count > 3 else { continue }
        if plain.contains(name) { found += 1 }
        #expect(!coded.contains(name), "\(name)")
      }
    }
    #expect(found > 10)
    for place in try Tenant.records("conversations") {
      if let topic = place["topic"] as? String, topic.count > 3 { #expect(!coded.contains(topic)) }
    }
    for message in try Tenant.messages() { #expect(!coded.contains(Tenant.id(message))) }
  }

  @Test func smallGroupsAreLeftOutAndSaidToBe() throws {
    let report = try object(["weekly-activity", "--month", "2026-10", "--min-group", "4"])
    let blocks = try #require(report["blocks"] as? [[String: Any]])
    func rows(_ name: String) throws -> [[Any]] {
      try #require(blocks.first { $0["name"] as? String == name }?["rows"] as? [[Any]])
    }
    #expect(try rows("people").isEmpty && rows("liked").isEmpty)
    #expect(try rows("totals").count == 8)
    let conversations = try rows("conversations")
    #expect(!conversations.isEmpty && conversations.allSatisfy { ($0[4] as? Int ?? 0) >= 4 })
    let notes = try #require(report["notes"] as? [String])
    #expect(notes.contains { $0.hasPrefix("People: ") && $0.contains("fewer than 4 people") })
    #expect((report["privacy"] as? [String: Any])?["minGroup"] as? Int == 4)
  }
}
