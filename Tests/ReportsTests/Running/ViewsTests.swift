import Chronology
import Foundation
import Index
import Output
import SQLite
import TestSupport
import Testing

@testable import Reports

/// What `docs/views.md` promises.
@Suite struct ViewsTests {
  private func thisWeek() throws -> Period {
    try Period("this", now: SampleReport.now, in: .gmt)
  }

  @Test func localTimeIsThatOfTheZone() throws {
    let sql = """
      SELECT local_date(1521939599999), local_hour(1521939599999), local_weekday(1521939599999),
        local_hour(1521939600000), local_date(NULL), local_hour(-1), local_weekday(253402300800000)
      """
    // The last second before the clock is put forward, and the first after it.
    #expect(
      try SampleIndex().rows(sql, zone: "Europe/Berlin") == [
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
    var random = SeededGenerator(seed: 3)
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
      let date = [(parts.year, 4), (parts.month, 2), (parts.day, 2)]
        .map { ($0 ?? 0).padded($1) }.joined(separator: "-")
      #expect(row?.0 == date)
      #expect(row?.1 == parts.hour.map(Int64.init))
      #expect(row.map { $0.2 % 7 + 1 } == parts.weekday.map(Int64.init))
    }
  }

  @Test func thePeriodIsHalfOpenAndHasWholeDays() throws {
    let week = try thisWeek()
    let (from, to, before) = (week.from, week.to, week.previous.from)
    let index = try SampleIndex(SampleTenant(seed: 5, count: 0, edges: [before, from, to]))
    let rows = try index.rows(
      """
      SELECT (SELECT group_concat(creationTime) FROM period_items),
        (SELECT group_concat(creationTime) FROM previous_items),
        (SELECT count(*) FROM period_days), (SELECT min(startTime) FROM period_days),
        (SELECT max(endTime) FROM previous_days)
      """
    )
    #expect(
      rows == [
        [
          .text("\(from),\(from + 1),\(to - 1)"), .text("\(before),\(before + 1),\(from - 1)"),
          .integer(7), .integer(from), .integer(from),
        ]
      ]
    )
  }

  @Test(arguments: ["period", "previous"])
  func theTablesOfCountsAgreeWithAGroupingInSQL(_ prefix: String) throws {
    let week = try thisWeek()
    let index = try SampleIndex(
      SampleTenant(seed: 8, count: 800, from: week.previous.from, to: week.to)
    )
    let people = "count(DISTINCT nullif(person, 0)), "
    for (key, table, people) in [
      ("local_date(creationTime)", "by_day", people), ("conversation", "by_conversation", people),
      ("person", "by_person", ""),
    ] {
      let grouped = try index.rows(
        """
        SELECT \(key), count(*), \(people) sum(reply), sum(likes), sum(files)
        FROM \(prefix)_messages WHERE person > 0 OR '\(table)' <> 'by_person'
        GROUP BY 1 ORDER BY 1
        """,
        zone: "America/New_York"
      )
      let wrote = people.isEmpty ? "" : "people, "
      let key = table.dropFirst("by_".count)
      let table = try index.rows(
        "SELECT \(key == "day" ? "date" : key), messages, \(wrote) replies, likes, files FROM \(prefix)_\(table) ORDER BY 1",
        zone: "America/New_York"
      )
      #expect(table == grouped)
      #expect(table.count >= 5)
    }
  }

  @Test func itemsMovedOutOfACrowdedMillisecondCountInTheirOwnTime() throws {
    let index = try SampleIndex()
    let week = try thisWeek()
    let rest = "1, 1, 0, 1, 0, 0, 0, NULL"
    try index.write(
      """
      UPDATE meta SET value = 5 WHERE key = 'max_displacement_ms';
      INSERT INTO item VALUES (\(week.to * 8 + 9), \(rest), \(week.to - 1), NULL, 0, 0);
      INSERT INTO item VALUES (\(week.to * 8 + 1), \(rest), NULL, NULL, 0, 0);
      INSERT INTO item VALUES (\(week.from * 8), \(rest), \(week.from - 1), NULL, 0, 0);
      """
    )
    try IndexRepair(path: index.path).run()
    let rows = try index.rows(
      """
      SELECT (SELECT group_concat(creationTime) FROM period_messages),
        (SELECT group_concat(creationTime) FROM previous_messages),
        (SELECT messages FROM period_by_day ORDER BY date DESC),
        (SELECT messages FROM previous_by_day ORDER BY date DESC)
      """
    )
    #expect(
      rows == [[.text("\(week.to - 1)"), .text("\(week.from - 1)"), .integer(1), .integer(1)]]
    )
  }

  @Test func theDocumentedColumnsAreThereInTheirOrder() throws {
    let index = try SampleIndex()
    let views = [
      ("people", "person userId name emailAddress userType userState described firstMessageTime"),
      (
        "conversations",
        "conversation convId type name topic creator creationTime modificationTime participants "
          + "described"
      ),
      ("likes", "item person firstRun firstSeen lastSeen"),
      ("flags", "item flagger conversation firstRun firstSeen lastSeen"),
      ("past_likes", "item person firstSeen goneAfter goneBefore"),
      ("past_flags", "item flagger conversation firstSeen goneAfter goneBefore"),
      ("gone_items", "item conversation goneAfter goneBefore"),
      (
        "coverage",
        "conversation completeFrom newest backfilledAt verifiedAt gaps pending lostSince"
      ),
      ("files", "item ordinal fileId fileName ending mimeType size"),
      ("calls", "item conversation person creationTime type duration attendees"),
      ("threads", "thread head replies"),
      ("period_likes", "item person firstRun firstSeen lastSeen"),
      ("period_flags", "item flagger conversation firstRun firstSeen lastSeen"),
      ("period_files", "item ordinal fileId fileName ending mimeType size"),
      ("previous_calls", "item conversation person creationTime type duration attendees"),
      ("period_days", "date startTime endTime"), ("period_totals", "position metric value"),
      ("period_by_day", "date messages people replies likes files calls"),
      ("period_by_hour", "weekday hour messages replies likes files calls"),
      ("period_by_week", "week date messages people replies likes files calls"),
      ("period_by_month", "month date messages people replies likes files calls"),
      ("period_trend", "name date messages replies likes files calls"),
      ("period_most_liked", "position item likes"),
      ("period_by_ending", "ending files authors totalBytes"),
      ("previous_by_conversation", "conversation messages people replies likes files calls"),
      ("period_by_person", "person messages replies likes files calls"),
      ("period_new_people", "person firstMessageTime"), ("previous_silent_people", "person"),
      ("members", "conversation person"),
      (
        "runs",
        "run command startTime endTime inserted updated unchanged skipped quarantined settled"
      ),
      ("quarter_hours", "startTime messages replies likes files calls"),
      ("daily_by_conversation", "day date conversation messages replies likes files calls"),
      ("daily_by_person", "day date person messages replies likes files calls"),
    ]
    let ofItems = ["items", "messages", "period_items", "previous_messages"]
    for (view, columns) in views + ofItems.map({ ($0, Self.itemColumns) }) {
      let definition = try SampleReport.definition("SELECT * FROM \(view)")
      let block = try index.runner().run(definition).blocks[0]
      #expect(block.columns.map(\.name) == columns.split(separator: " ").map(String.init))
    }
  }

  private static let itemColumns = """
    item itemId conversation person type creationTime modificationTime state gone webhook question \
    thread reply likes files replies subject text
    """

  @Test func theExamplesOfTheDocumentationRun() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/views.md"), encoding: .utf8)
    let examples = text.components(separatedBy: "```sql\n").dropFirst().compactMap { part in
      part.components(separatedBy: "\n```").first
    }
    #expect(examples.count == 3)
    let index = try SampleIndex()
    for sql in examples { _ = try index.rows(sql) }
    // The whole report that docs/reports.md shows.
    let page = try String(contentsOf: root.appending(path: "docs/reports.md"), encoding: .utf8)
    let sample = try #require(page.components(separatedBy: "````markdown\n").dropFirst().first)
    let report = try ReportDefinition(
      parsing: sample.components(separatedBy: "\n````")[0],
      name: "loud",
      file: "docs/reports.md"
    )
    _ = try index.runner().run(report)
  }
}
