import Output
import SQLite
import Testing

@testable import Reports

/// What a report may not do, and what is said of it.
@Suite struct ReportErrorTests {
  @Test(arguments: [
    "DELETE FROM item", "DROP TABLE item", "INSERT INTO run VALUES (1)",
    "UPDATE item SET likes = 1",
    "CREATE TEMP TABLE x(y)", "ATTACH ':memory:' AS x", "PRAGMA journal_mode = DELETE",
    "SELECT * FROM pragma_database_list", "SELECT load_extension('x')", "VACUUM INTO 'x'", "COMMIT",
    "WITH x AS (SELECT 1) DELETE FROM item", "SAVEPOINT x", "ANALYZE", "REINDEX", "DETACH main",
    "CREATE TRIGGER t AFTER INSERT ON item BEGIN SELECT 1; END", "BEGIN",
    "SELECT fts5(x'00')", "INSERT INTO item_fts(item_fts) VALUES ('optimize')",
    "DELETE FROM period_totals",
  ])
  func whatDoesMoreThanReadIsRefused(_ sql: String) throws {
    let index = try SampleIndex()
    let error = #expect(throws: ReportError.self) { try index.rows(sql) }
    #expect(error?.description == "r.md:9: block 'a': a report may only read, and only with SELECT")
    // And the connection is as it was.
    try index.connection.execute("CREATE TEMP TABLE x(y)")
    #expect(try index.connection.integer("SELECT count(*) FROM temp.sqlite_schema") == 1)
    #expect(!index.connection.isInTransaction)
  }

  @Test func aReportThatTakesTooLongIsStopped() throws {
    let endless = """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n
      """
    let index = try SampleIndex()
    let error = #expect(throws: ReportError.self) {
      try index.runner(limit: .milliseconds(20)).run(SampleReport.definition(endless))
    }
    #expect(
      error?.description == "r.md:9: block 'a': stopped, since the report took more than 0.02 s"
    )
  }

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
      let definition = try SampleReport.definition(test.sql, prose: test.prose)
      _ = try index.runner().run(definition, test.arguments)
    } catch { sentence = "\(error)" }
    #expect(sentence == test.sentence)
    #expect(try index.connection.integer("SELECT count(*) FROM temp.sqlite_schema") == 0)
  }

  @Test func aParameterWithoutADefaultMustBeGiven() throws {
    let text = "---\ntitle: T\nparameters:\n- who: text\n---\n```sql name=a\nSELECT :who\n```"
    let definition = try ReportDefinition(parsing: text, name: "r", file: "r.md")
    let runner = try SampleIndex().runner()
    let error = #expect(throws: ReportError.self) { try runner.run(definition) }
    #expect(error?.description == "the report r needs 'who', which is of kind text")
    #expect(try runner.run(definition, ["who": "ana"]).blocks[0].rows == [[.text("ana")]])
  }

  @Test func aReportThatTakesNothingSaysSo() throws {
    let text = "---\ntitle: T\n---\n```sql name=a\nSELECT :who\n```"
    let definition = try ReportDefinition(parsing: text, name: "r", file: "r.md")
    let runner = try SampleIndex().runner()
    let unknown = #expect(throws: ReportError.self) { try runner.run(definition, ["who": "ana"]) }
    #expect(unknown?.description == "the report r takes no 'who'; it takes nothing")
    let unbound = #expect(throws: ReportError.self) { try runner.run(definition) }
    #expect(
      unbound?.description
        == "r.md:4: block 'a': its SQL has a parameter that the report does not; "
        + "it takes nothing"
    )
  }
}
