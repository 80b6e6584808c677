import Testing

@testable import Reports

@Suite struct ReportDefinitionTests {
  private let text = """
    ---
    title: Weekly activity: all of it
    # For the team lead.
    description: Who, where and how much
    parameters:
      - week: week = last
      - least: integer = -3

      - from: text
    ---

    In {{period.name}} ({{ timezone }}) there were {{totals.messages.value}}.

    ```sql name=totals show=number title="In short: a = b"
    SELECT 'messages' AS metric,

      1 AS value
    ```

    Then {{days.date}}, but not \\{{this}} nor { {this}.
    ````sh
    ```sql
    echo {{least}}
    ````
    ~~~ sql rows=7   name=days
    SELECT 'x' AS date -- ```
    ~~~
    Last words for {{from}}.
    """

  @Test(arguments: ["\n", "\r\n"])
  func aFileIsReadWhole(lineBreak: String) throws {
    let report = try ReportDefinition(
      parsing: "\u{feff}" + text.replacing("\n", with: lineBreak),
      name: "activity",
      file: "reports/activity.md"
    )
    #expect(report.title == "Weekly activity: all of it")
    #expect(report.summary == "Who, where and how much")
    #expect(
      report.parameters == [
        ReportParameter(name: "week", kind: .week, defaultValue: "last"),
        ReportParameter(name: "least", kind: .integer, defaultValue: "-3"),
        ReportParameter(name: "from", kind: .text, defaultValue: nil),
      ]
    )
    #expect(
      report.blocks == [
        BlockDefinition(
          name: "totals",
          title: "In short: a = b",
          presentation: .number,
          shownRows: 50,
          group: nil,
          sql: "SELECT 'messages' AS metric,\n\n  1 AS value",
          line: 14
        ),
        BlockDefinition(
          name: "days",
          title: "days",
          presentation: .table,
          shownRows: 7,
          group: nil,
          sql: "SELECT 'x' AS date -- ```",
          line: 25
        ),
      ]
    )
  }

  @Test func proseKeepsItsPlaceAndItsValues() throws {
    let report = try ReportDefinition(parsing: text, name: "activity", file: "activity.md")
    let shapes = report.parts.map { part in
      switch part {
      case .block(let block): "[\(block.name)]"
      case .prose(let prose):
        prose.pieces.map { piece in
          switch piece {
          case .markdown(let markdown): markdown
          case .value(let reference): "<\(reference.source) \(reference.line)>"
          }
        }.joined()
      }
    }
    #expect(
      shapes == [
        """

        In <periodName 12> (<timezone 12>) there were \
        <cell(block: "totals", key: Optional("messages"), column: "value") 12>.


        """,
        "[totals]",
        """

        Then <cell(block: "days", key: nil, column: "date") 20>, but not {{this}} nor { {this}.
        ````sh
        ```sql
        echo <parameter("least") 23>
        ````

        """,
        "[days]",
        "Last words for <parameter(\"from\") 28>.\n",
      ]
    )
  }
}
