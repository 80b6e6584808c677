import Foundation
import SQLite
import Testing

@testable import Reports

@Suite struct ReportRunnerTests {
  private let now: Int64 = 1_521_800_000_000  // Friday 2018-03-23 10:13:20 UTC
  private let front = """
    ---
    title: T
    parameters:
      - week: week = this
      - least: integer = 2
      - word: text = it's
    ---

    """

  private func runner(
    _ index: SampleIndex,
    zone: String = "UTC",
    limit: Duration = .seconds(60)
  ) throws -> ReportRunner {
    ReportRunner(
      connection: index.connection,
      zone: try #require(TimeZone(identifier: zone)),
      now: now,
      limit: limit
    )
  }

  private func definition(_ sql: String, prose: String = "") throws -> ReportDefinition {
    try ReportDefinition(
      parsing: "\(front)\(prose)\n```sql name=a\n\(sql)\n```\n",
      name: "r",
      file: "r.md"
    )
  }

  private func rows(_ sql: String, _ arguments: [String: String] = [:]) throws -> [[ReportValue]] {
    try runner(SampleIndex()).run(definition(sql), arguments).blocks[0].rows
  }

  // MARK: What SQL sees

  @Test func parametersAreBoundAndNeverBecomeSQL() throws {
    #expect(
      try rows("SELECT :week, :least, :word") == [
        [.text("2018-W12"), .integer(2), .text("it's")]
      ]
    )
    let text = "x'); DROP TABLE item; --"
    #expect(try rows("SELECT :word", ["word": text]) == [[.text(text)]])
    #expect(try rows("SELECT :week", ["week": "last"]) == [[.text("2018-W11")]])
  }

  @Test func everyStorageClassComesOut() throws {
    #expect(
      try rows("SELECT NULL, -9223372036854775808, 0.5, 'a' || char(0) || 'b', x'00ff'") == [
        [.null, .integer(.min), .real(0.5), .text("a\0b"), .text("00ff")]
      ]
    )
  }

  @Test func localTimeIsThatOfTheZone() throws {
    let sql = """
      SELECT local_date(1521939599999), local_hour(1521939599999), local_weekday(1521939599999),
        local_hour(1521939600000), local_date(NULL), local_hour(-1), local_weekday(253402300800000)
      """
    let result = try runner(SampleIndex(), zone: "Europe/Berlin").run(definition(sql))
    // The last second before the clock is put forward, and the first after it.
    #expect(
      result.blocks[0].rows == [
        [.text("2018-03-25"), .integer(1), .integer(7), .integer(3), .null, .null, .null]
      ]
    )
  }

  @Test(arguments: ["Europe/Berlin", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Apia", "UTC"])
  func localTimeAgreesWithFoundationAtAnyTime(_ identifier: String) throws {
    let zone = try #require(TimeZone(identifier: identifier))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let index = try SampleIndex()
    try index.connection.defineLocalTime(in: zone)
    var random = SeededGenerator(state: 3)
    for _ in 0..<2_000 {
      let time = Int64.random(in: 0..<2_000_000_000_000, using: &random)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .weekday],
        from: Date(timeIntervalSince1970: Double(time) / 1_000)
      )
      let row = try index.connection.first(
        "SELECT local_date(?1), local_hour(?1), local_weekday(?1)",
        [.integer(time)]
      ) { row in (row.text(at: 0), row.integer(at: 1), row.integer(at: 2)) }
      let date = String(
        format: "%04d-%02d-%02d",
        parts.year ?? 0,
        parts.month ?? 0,
        parts.day ?? 0
      )
      #expect(row?.0 == date)
      #expect(row?.1 == parts.hour.map(Int64.init))
      #expect(row.map { $0.2 % 7 + 1 } == parts.weekday.map(Int64.init))
    }
  }

  @Test func thePeriodIsHalfOpenAndHasWholeDays() throws {
    let index = try SampleIndex()
    let week = try Period(week: "this", now: now, in: .gmt)
    let edges = [week.previous.from, week.from, week.to]
    let tenant = SampleTenant(seed: 5, count: 0, from: 0, to: 1, edges: edges)
    try index.fill(with: tenant)
    let result = try runner(index).run(
      definition(
        """
        SELECT (SELECT group_concat(creationTime) FROM period_items),
          (SELECT group_concat(creationTime) FROM previous_items),
          (SELECT count(*) FROM period_days), (SELECT min(startTime) FROM period_days),
          (SELECT max(endTime) FROM previous_days)
        """
      )
    )
    let (from, to, before) = (week.from, week.to, week.previous.from)
    #expect(
      result.blocks[0].rows == [
        [
          .text("\(from),\(from + 1),\(to - 1)"), .text("\(before),\(before + 1),\(from - 1)"),
          .integer(7), .integer(from), .integer(from),
        ]
      ]
    )
  }

  @Test(arguments: ["period", "previous"])
  func theTablesOfCountsAgreeWithAGroupingInSQL(_ prefix: String) throws {
    let index = try SampleIndex()
    let week = try Period(week: "this", now: now, in: .gmt)
    try index.fill(
      with: SampleTenant(seed: 8, count: 800, from: week.previous.from, to: week.to)
    )
    func rows(_ sql: String) throws -> [[ReportValue]] {
      try runner(index, zone: "America/New_York").run(definition(sql)).blocks[0].rows
    }
    let counts = "count(*), sum(reply), sum(likes), sum(files)"
    let people = "count(DISTINCT nullif(person, 0))"
    for (key, table, hasPeople) in [
      ("local_date(creationTime)", "by_day", true), ("conversation", "by_conversation", true),
      ("person", "by_person", false),
    ] {
      let grouped = try rows(
        """
        SELECT \(key), \(counts)\(hasPeople ? ", " + people : "")
        FROM \(prefix)_messages WHERE person > 0 OR \(hasPeople) GROUP BY 1 ORDER BY 1
        """
      )
      #expect(try rows("SELECT * FROM \(prefix)_\(table) ORDER BY 1") == grouped)
      #expect(grouped.count >= 5)
    }
  }

  @Test func theExamplesOfTheDocumentationRun() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/views.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let examples = text.components(separatedBy: "```sql\n").dropFirst().compactMap { part in
      part.components(separatedBy: "\n```").first
    }
    #expect(examples.count == 2)
    for sql in examples { _ = try rows(sql) }
  }

  /// The views' columns as `docs/views.md` lists them, against those they have.
  @Test func theDocumentedColumnsAreThere() throws {
    let index = try SampleIndex()
    for (view, columns) in [
      ("items", "item itemId conversation person type creationTime modificationTime state gone"),
      ("messages", "webhook question reply thread likes files replies subject text"),
      ("people", "person userId name emailAddress userType userState described"),
      ("conversations", "conversation convId type name topic creator creationTime participants"),
      ("likes", "item person firstRun"), ("flags", "item flagger conversation firstRun"),
      ("files", "item ordinal fileId fileName mimeType size"),
      ("calls", "item conversation person creationTime type duration attendees"),
      ("threads", "thread head replies"), ("period_days", "date startTime endTime"),
      ("period_likes", "item person firstRun"), ("previous_flags", "item flagger"),
      ("period_files", "item fileName"), ("previous_calls", "item duration"),
      ("previous_items", "item replies"), ("period_totals", "position metric value"),
      ("period_by_day", "date messages people replies likes files"),
      ("previous_by_conversation", "conversation messages people replies likes files"),
      ("period_by_person", "person messages replies likes files"),
    ] {
      let list = columns.split(separator: " ").joined(separator: ", ")
      _ = try runner(index).run(definition("SELECT \(list) FROM \(view)"))
    }
  }

  @Test func itemsMovedOutOfACrowdedMillisecondCountInTheirOwnTime() throws {
    let index = try SampleIndex()
    let week = try Period(week: "this", now: now, in: .gmt)
    try index.connection.execute(
      """
      UPDATE meta SET value = 5 WHERE key = 'max_displacement_ms';
      INSERT INTO item VALUES (\(week.to * 8 + 9), 1, 1, 0, 1, 0, 0, 0, NULL, \(week.to - 1), NULL, 0, 0);
      INSERT INTO item VALUES (\(week.to * 8 + 1), 1, 1, 0, 1, 0, 0, 0, NULL, NULL, NULL, 0, 0);
      INSERT INTO item VALUES (\(week.from * 8), 1, 1, 0, 1, 0, 0, 0, NULL, \(week.from - 1), NULL, 0, 0);
      """
    )
    let result = try runner(index).run(
      definition(
        """
        SELECT (SELECT group_concat(creationTime) FROM period_messages),
          (SELECT group_concat(creationTime) FROM previous_messages)
        """
      )
    )
    #expect(result.blocks[0].rows == [[.text("\(week.to - 1)"), .text("\(week.from - 1)")]])
  }

  @Test func allBlocksAreOfOneMoment() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "index.db").path
    let index = try SampleIndex(path: path)
    try index.connection.execute("PRAGMA journal_mode = WAL")
    let reader = try Connection.reading(path)
    try SampleIndex.registerStandIns(on: reader)
    // A writer that commits while the report runs, from within the report's own first block.
    try reader.define("write", arguments: 0) { _, result in
      try? index.connection.execute("INSERT INTO run(command, source, started) VALUES ('', '', 0)")
      result.set(Int64(index.connection.totalChanges > 0 ? 1 : 0))
    }
    let definition = try ReportDefinition(
      parsing: """
        ---
        title: T
        ---
        ```sql name=a
        SELECT count(*), write() FROM run
        ```
        ```sql name=b
        SELECT count(*) FROM run
        ```
        """,
      name: "r",
      file: "r.md"
    )
    let runner = ReportRunner(connection: reader, zone: .gmt, now: now)
    #expect(
      try runner.run(definition).blocks.map(\.rows) == [
        [[.integer(0), .integer(1)]], [[.integer(0)]],
      ]
    )
    #expect(try runner.run(definition).blocks[1].rows == [[.integer(1)]])
  }

  // MARK: What it may not do

  @Test(arguments: [
    "DELETE FROM item", "DROP TABLE item", "INSERT INTO run VALUES (1)",
    "UPDATE item SET likes = 1",
    "CREATE TEMP TABLE x(y)", "ATTACH ':memory:' AS x", "PRAGMA journal_mode = DELETE",
    "SELECT * FROM pragma_database_list", "SELECT load_extension('x')", "VACUUM INTO 'x'", "COMMIT",
    "WITH x AS (SELECT 1) DELETE FROM item", "SAVEPOINT x", "ANALYZE", "REINDEX", "DETACH main",
    "CREATE TRIGGER t AFTER INSERT ON item BEGIN SELECT 1; END", "BEGIN",
    "SELECT fts5(x'00')", "INSERT INTO item_fts(item_fts) VALUES ('optimize')",
  ])
  func whatDoesMoreThanReadIsRefused(_ sql: String) throws {
    let index = try SampleIndex()
    let error = #expect(throws: ReportError.self) { try runner(index).run(definition(sql)) }
    #expect(error?.description == "r.md:9: block 'a': a report may only read, and only with SELECT")
    // And the connection is as it was.
    try index.connection.execute("CREATE TEMP TABLE x(y)")
    #expect(try index.connection.integer("SELECT count(*) FROM temp.sqlite_schema") == 1)
    #expect(!index.connection.isInTransaction)
  }

  @Test func searchingTheFullTextIndexIsReading() throws {
    #expect(
      try rows("SELECT count(*) FROM item_fts WHERE item_fts MATCH '\"x\"'") == [[.integer(0)]]
    )
  }

  @Test func aReportThatTakesTooLongIsStopped() throws {
    let endless = """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n
      """
    let error = #expect(throws: ReportError.self) {
      try runner(SampleIndex(), limit: .milliseconds(20)).run(definition(endless))
    }
    #expect(
      error?.description == "r.md:9: block 'a': stopped, since the report took more than 0.02 s"
    )
  }

  // MARK: Errors

  struct Case: Sendable, CustomTestStringConvertible {
    var sql = "SELECT 1 AS one, 2 AS two"
    var prose = ""
    var arguments: [String: String] = [:]
    let sentence: String
    var testDescription: String { sentence }
  }

  @Test(arguments: [
    Case(sql: "SELEC 1", sentence: "r.md:9: block 'a': near \"SELEC\": syntax error"),
    Case(sql: "SELECT x", sentence: "r.md:9: block 'a': no such column: x"),
    Case(sql: "-- nothing", sentence: "r.md:9: block 'a': the statement is empty"),
    Case(
      sql: "SELECT 1; SELECT 2",
      sentence: "r.md:9: block 'a': more than one statement where one is expected"
    ),
    Case(
      sql: "SELECT :leest",
      sentence: "r.md:9: block 'a': its SQL has a parameter that the report does not; "
        + "it takes :week, :least and :word"
    ),
    Case(
      sql: "SELECT ?",
      sentence: "r.md:9: block 'a': its SQL has a parameter that the report does not; "
        + "it takes :week, :least and :word"
    ),
    Case(
      prose: "{{a.three}}",
      sentence: "r.md:8: '{{a.three}}' is no column; the block has one and two"
    ),
    Case(
      arguments: ["moon": "full"],
      sentence: "the report r takes no 'moon'; it takes week, least and word"
    ),
    Case(
      arguments: ["least": "few"],
      sentence: "'few' is no value for 'least', which is of kind integer"
    ),
    Case(
      arguments: ["week": "2018-W60"],
      sentence: "there is no week '2018-W60'; 2018 has weeks 01 to 52"
    ),
  ])
  func whatIsWrongIsSaidWithItsPlace(_ test: Case) throws {
    let index = try SampleIndex()
    var sentence = ""
    do {
      _ = try runner(index).run(
        definition(test.sql, prose: test.prose),
        test.arguments
      )
    } catch { sentence = "\(error)" }
    #expect(sentence == test.sentence)
    #expect(try index.connection.integer("SELECT count(*) FROM temp.sqlite_schema") == 0)
  }

  @Test func aParameterWithoutADefaultMustBeGiven() throws {
    let text = "---\ntitle: T\nparameters:\n- who: text\n---\n```sql name=a\nSELECT :who\n```"
    let definition = try ReportDefinition(parsing: text, name: "r", file: "r.md")
    let error = #expect(throws: ReportError.self) { try runner(SampleIndex()).run(definition) }
    #expect(error?.description == "the report r needs 'who', which is of kind text")
    #expect(
      try runner(SampleIndex()).run(definition, ["who": "ana"]).blocks[0].rows == [[.text("ana")]]
    )
  }

  // MARK: Prose and notes

  @Test func proseGetsItsValues() throws {
    let prose = """
      {{period.name}} {{period.first}} {{period.last}} {{timezone}} {{least}} {{word}}
      {{a.n}} {{a.two.n}} {{a.9.n}} {{a.two.aTime}}
      """
    let result = try runner(SampleIndex(), zone: "Europe/Berlin").run(
      definition(
        "SELECT 'one' AS k, 1 AS n, 0 AS aTime UNION ALL SELECT 'two', 2, 1521446400000",
        prose: prose
      )
    )
    let markdown = MarkdownRenderer.render(result)
    #expect(
      markdown.contains(
        """
        2018-W12 2018-03-19 2018-03-25 Europe/Berlin 2 it's
        1 2 – 2018-03-19 09:00
        """
      )
    )
  }

  @Test func aWeekThatIsNotOverSaysSo() throws {
    let definition = try definition("SELECT 1")
    let runner = try runner(SampleIndex())
    #expect(
      try runner.run(definition).notes
        == ["2018-W12 is not over yet: what is here is what has happened so far."]
    )
    #expect(try runner.run(definition, ["week": "last"]).notes.isEmpty)
  }
}
