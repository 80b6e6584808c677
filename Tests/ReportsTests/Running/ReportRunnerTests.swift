import Foundation
import Output
import SQLite
import Testing

@testable import Reports

@Suite struct ReportRunnerTests {
  @Test func parametersAreBoundAndNeverBecomeSQL() throws {
    let index = try SampleIndex()
    #expect(
      try index.rows("SELECT :week, :least, :word") == [
        [.text("2018-W12"), .integer(2), .text("it's")]
      ]
    )
    let text = "x'); DROP TABLE item; --"
    #expect(try index.rows("SELECT :word", ["word": text]) == [[.text(text)]])
    #expect(try index.rows("SELECT :week", ["week": "last"]) == [[.text("2018-W11")]])
  }

  @Test func everyStorageClassComesOut() throws {
    let sql = "SELECT NULL, -9223372036854775808, 0.5, 'a' || char(0) || 'b', x'00ff'"
    #expect(
      try SampleIndex().rows(sql) == [
        [.null, .integer(.min), .real(0.5), .text("a\0b"), .text("00ff")]
      ]
    )
  }

  @Test func columnsOfTimesHoldTimesAndNumbersKeepToTheRight() throws {
    let sql = "SELECT 7 AS creationTime, 7 AS n, 'x' AS k, NULL AS someTime, 'y' AS otherTime"
    let block = try SampleIndex().runner().run(SampleReport.definition(sql)).blocks[0]
    #expect(block.rows == [[.time(7), .integer(7), .text("x"), .null, .text("y")]])
    #expect(
      block.columns.map(\.alignment) == [.leading, .trailing, .leading, .leading, .leading]
    )
  }

  @Test func allBlocksAreOfOneMoment() throws {
    let index = try SampleIndex()
    // A writer that commits while the report runs, from within the report's own first block.
    try index.connection.define("write", arguments: 0) { _, result in
      let script = "INSERT INTO run(command, source, started) VALUES ('', '', 0)"
      let isWritten: Int64 = (try? index.write(script)) == nil ? 0 : 1
      result.set(isWritten)
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
    let runner = try index.runner()
    #expect(
      try runner.run(definition).blocks.map(\.rows) == [
        [[.integer(0), .integer(1)]], [[.integer(0)]],
      ]
    )
    #expect(try runner.run(definition).blocks[1].rows == [[.integer(1)]])
  }

  @Test func proseGetsItsValues() throws {
    let prose =
      "{{period.name}} {{period.first}} {{period.last}} {{timezone}} {{least}} {{word}} "
      + "{{a.n}} {{a.two.n}} {{a.9.n}} {{a.two.aTime}}"
    let result = try SampleIndex().runner(zone: "Europe/Berlin").run(
      SampleReport.definition(
        "SELECT 'one' AS k, 1 AS n, 0 AS aTime UNION ALL SELECT 'two', 2, 1521446400000",
        prose: prose
      )
    )
    let sink = MemorySink()
    try MarkdownRenderer.write(result, to: sink)
    #expect(
      sink.text.contains(
        "\n2018-W12 2018-03-19 2018-03-25 Europe/Berlin 2 it's 1 2 – 2018-03-19 09:00\n"
      )
    )
  }

  @Test func aWeekThatIsNotOverSaysSo() throws {
    let definition = try SampleReport.definition("SELECT 1")
    let week = try Period("this", now: SampleReport.now, in: .gmt)
    // The newest item: in the midst of the week, and at its last millisecond.
    for (last, isPartial) in [(SampleReport.now, true), (week.to - 1, false)] {
      let index = try SampleIndex(SampleTenant(seed: 1, count: 5, from: week.from, to: last))
      try index.write("UPDATE item SET id = \(last * 8) WHERE id = (SELECT max(id) FROM item)")
      let result = try index.runner().run(definition)
      #expect(result.header.isPartial == isPartial)
      #expect(
        result.notes
          == (isPartial
            ? ["2018-W12 is not covered to its end: the newest item is of 2018-03-23 10:13 UTC."]
            : [])
      )
      // What is said is what the index knows, whatever day it is.
      #expect(try index.runner(now: SampleReport.now + 1).run(definition) == result)
    }
  }
}
