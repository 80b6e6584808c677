import Foundation
import Testing

@Suite struct ReportCommandTests {
  private static let week = ["report", "weekly-activity", "--week", "2026-W46"]

  private func blocks(_ result: TrawlProcess.Result) throws -> [String: [[Any]]] {
    let blocks = try #require(try result.object()["blocks"] as? [[String: Any]])
    return Dictionary(
      blocks.map { ($0["name"] as? String ?? "", $0["rows"] as? [[Any]] ?? []) },
      uniquingKeysWith: { $1 }
    )
  }

  @Test func figuresAreThoseOfTheArchive() throws {
    // 2026-11-09 to 2026-11-15 in UTC.
    let week = try Tenant.messages().filter {
      (1_794_182_400_000..<1_794_787_200_000).contains(Tenant.time($0))
    }
    let blocks = try blocks(try Tenant.place.run(Self.week + ["--format", "json"]))
    let totals = Dictionary(
      try #require(blocks["totals"]).map { ($0[0] as? String ?? "", $0[1] as? Int) },
      uniquingKeysWith: { $1 }
    )
    #expect(week.count > 10)
    #expect(totals["messages"] == week.count)
    #expect(totals["people"] == Set(week.map { $0["creatorId"] as? String }).count)
    #expect(totals["conversations"] == Set(week.map { $0["convId"] as? String }).count)
    #expect(totals["replies"] == week.filter { Tenant.text($0)["parentId"] != nil }.count)
    #expect(blocks["days"]?.count == 7)
  }

  @Test func runIsTheSameAsTheNameAlone() throws {
    let short = try Tenant.place.run(Self.week)
    var words = Self.week
    words.insert("run", at: 1)
    #expect(try Tenant.place.run(words).text == short.text)
    #expect(try Tenant.place.run(Self.week + ["--format", "md"]).text == short.text)
    #expect(short.text.hasPrefix("# Weekly activity\n"))
    let set = try Tenant.trawl("report", "weekly-activity", "--set", "period=2026-W46")
    #expect(set.text == short.text)
  }

  @Test func csvHasTheRowsOfJSON() throws {
    let blocks = try blocks(try Tenant.place.run(Self.week + ["--format", "json"]))
    let place = try Workplace()
    let folder = place.path("week/deep")
    let written = try Tenant.place.run(Self.week + ["--format", "csv", "-o", folder])
    #expect(written.status == 0)
    #expect(written.text.isEmpty)
    let stream = try Tenant.place.run(Self.week + ["--format", "csv"]).text
    for (name, rows) in blocks {
      let file = try place.read("week/deep/\(name).csv")
      let alone = try Tenant.place.run(Self.week + ["--format", "csv", "--block", name])
      #expect(alone.text == file)
      #expect(alone.csv().count == rows.count + 1)
      #expect(stream.contains("# \(name)\r\n\(file)"))
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(Set(names) == Set(blocks.keys.map { "\($0).csv" } + ["_header.csv"]))
    let header = try place.read("week/deep/_header.csv")
    #expect(header.contains("\r\nPeriod,\"2026-W46, 2026-11-09 to 2026-11-15\"\r\n"))
  }

  @Test func filesSayTheirFormatAndAppearWhole() throws {
    let place = try Workplace()
    let starts = [
      ("a.md", "# Weekly"), ("a.json", "{"), ("a.txt", "# Weekly"), ("a.html", "<!DOCTYPE html>"),
    ]
    for (name, start) in starts {
      #expect(try Tenant.place.run(Self.week + ["-o", place.path(name)]).status == 0)
      #expect(try place.read(name).hasPrefix(start))
    }
    let csv = Self.week + ["--block", "days", "-o", place.path("days.csv")]
    #expect(try Tenant.place.run(csv).status == 0)
    #expect(try place.read("days.csv").hasPrefix("date,"))
    // Nothing but the files: no half-written one beside them.
    let names = try FileManager.default.contentsOfDirectory(atPath: place.folder.path)
    #expect(Set(names) == ["a.md", "a.json", "a.txt", "a.html", "days.csv"])
  }

  @Test func folderNamedForOneFileTakesIt() throws {
    let place = try Workplace()
    _ = try Tenant.place.run(Self.week + ["-o", place.folder.path])
    #expect(try place.read("weekly-activity.md").hasPrefix("# Weekly"))
  }

  @Test func severalBlocksDoNotReplaceAFile() throws {
    let place = try Workplace()
    try place.write("taken", "mine")
    let result = try Tenant.place.run(Self.week + ["--format", "csv", "-o", place.path("taken")])
    #expect(result.status == 2)
    #expect(try place.read("taken") == "mine")
  }

  @Test(arguments: [
    (["report", "nope"], "there is no report 'nope'; there are conversation, coverage,"),
    (["report", "weekly-activity", "--week", "2018-W60"], "there is no week '2018-W60'"),
    (["report", "weekly-activity", "--week", "soon"], "'soon' is no week"),
    (["report", "weekly-activity", "--set", "x=1"], "the report weekly-activity takes no 'x'"),
    (["report", "weekly-activity", "--set", "x"], "'--set' must be a parameter and its value"),
    (["report", "weekly-activity", "--block", "x"], "the report weekly-activity has no block 'x'"),
    (["report", "weekly-activity", "--raw"], "'--raw' needs '--format csv'"),
    (["report"], "'trawl report' needs a command: list, show, run or diff"),
    (
      ["report", "weekly-activity", "--week", "last", "--set", "period=this"],
      "the period is given twice: by an option, and by --set period=…"
    ),
    (["report", "weekly-activity", "--week", "last", "--month", "last"], "'--week' and '--month'"),
    (
      ["report", "weekly-activity", "--week", "2026-03"], "'2026-03' is a period, but not one week"
    ),
    (["report", "weekly-activity", "--to", "2026-03"], "'--to' needs '--from'"),
    (
      ["report", "weekly-activity", "--last", "4"], "'--last' must be days, weeks, months or years"
    ),
    (["report", "weekly-activity", "--all-weeks"], "'--all-weeks' needs '--output'"),
    (
      ["report", "weekly-activity", "--all-weeks", "--last", "3d", "-o", "x"],
      "there is no whole week in "
    ),
    (["report", "coverage", "--week", "last"], "the report coverage is about no period"),
    (["report", "conversation"], "the report conversation needs 'conversation'"),
    (
      ["report", "person", "--set", "person=nobody at all"], "no person is known as 'nobody at all'"
    ),
  ])
  func badUsageIsSaid(words: [String], sentence: String) throws {
    let result = try Tenant.place.run(words)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("trawl: \(sentence)"), "\(result.errors)")
  }

  @Test func reportOfOnesOwnIsAFile() throws {
    let place = try Workplace()
    let definition = """
      ---
      title: How many
      description: Messages in all
      parameters:
        - least: integer = 0
      ---

      ```sql name=all
      SELECT count(*) AS messages FROM messages WHERE likes >= :least
      ```

      """
    try place.write("mine.md", definition)
    let folder = ["--reports-dir", place.folder.path]
    let words = ["report", "mine", "--format", "csv", "--block", "all"] + folder
    #expect(try Tenant.place.run(words).csv()[1] == ["\(try Tenant.messages().count)"])
    let liked = try Tenant.messages().filter { Tenant.text($0)["likedUserIds"] != nil }
    #expect(try Tenant.place.run(words + ["--set", "least=1"]).csv()[1] == ["\(liked.count)"])
    let shown = try Tenant.place.run(["report", "show", "mine"] + folder).text
    #expect(
      shown.contains("parameter least: integer, default 0") && shown.contains("FROM messages")
    )
    let list = try Tenant.place.run(["report", "list", "-f", "ids"] + folder)
    let shipped = [
      "conversation", "coverage", "flags", "likes", "person", "responsiveness", "tenant",
      "weekly-activity",
    ]
    #expect(list.lines == (shipped + ["mine"]).sorted())

    // A file that is wrong is named, and hides nothing.
    try place.write("bad.md", "no front matter")
    let partial = try Tenant.place.run(["report", "list", "-f", "ids"] + folder)
    #expect(partial.status == 3)
    #expect(partial.lines == (shipped + ["mine"]).sorted())
    #expect(partial.errors.contains("bad.md:1: "))
    let bad = try Tenant.place.run(["report", "bad"] + folder)
    #expect(bad.status == 2)
    try place.write(
      "writes.md",
      definition.replacing("SELECT count(*) AS messages", with: "DELETE")
    )
    #expect(try Tenant.place.run(["report", "writes"] + folder).status == 2)
  }
}
