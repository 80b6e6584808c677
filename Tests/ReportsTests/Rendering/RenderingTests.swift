import Foundation
import Output
import Testing

@testable import Reports

/// One result in three formats.
///
/// How a text is made harmless is `Output`'s, and tested there.
@Suite struct RenderingTests {
  private let hostile = [
    "a|b", "back\\|slash", "`code` ``", "line\nbreak", "<script>alert(1)</script>",
    "=HYPERLINK(\"http://evil\")", "+1", "a,b", "say \"x\"", "مرحبا | عالم", "\u{1b}[31m", "",
  ]

  private func result() throws -> ReportResult {
    let zone = try Zone(identifier: "Europe/Berlin")
    let week = try Period("2018-W12", now: 0, in: zone.timeZone)
    return ReportResult(
      report: "demo",
      title: "Demo",
      parameters: [
        ReportArgument(name: "week", value: .text("2018-W12")),
        ReportArgument(name: "of", value: .text("a|b")),
      ],
      period: week,
      zone: zone,
      notes: ["One | note."],
      parts: [
        .prose([.markdown("\nThere *were* "), .value(.text("*3*")), .markdown(".\n\n")]),
        .block(
          ReportBlock(
            name: "values",
            title: "Values",
            columns: ["text", "number", "creationTime"],
            rows: [
              [.text("a"), .integer(-5), .integer(1_521_446_400_000)],
              [.null, .real(0.25), .integer(1_521_939_600_007)],
              [.text("b"), .null, .null],
            ]
          )
        ),
        .block(
          ReportBlock(
            name: "hostile",
            title: "Hostile",
            columns: ["text", "count"],
            rows: hostile.map { [.text($0), .integer(1)] }
          )
        ),
        .block(
          ReportBlock(
            name: "long",
            title: "Long",
            shownRows: 2,
            columns: ["n"],
            rows: (1...5).map { [.integer($0)] }
          )
        ),
        .block(ReportBlock(name: "none", title: "None", columns: ["n"], rows: [])),
      ]
    )
  }

  // MARK: JSON

  @Test func jsonGivesBackEveryValueOfEveryRow() throws {
    let result = try result()
    let sink = MemorySink()
    try JSONRenderer.write(result, to: sink)
    let object = try JSONSerialization.jsonObject(with: Data(sink.bytes))
    let document = try #require(object as? [String: Any])
    #expect(document["schemaVersion"] as? Int == 1)
    #expect(document["report"] as? String == "demo")
    #expect(document["title"] as? String == "Demo")
    #expect(document["timezone"] as? String == "Europe/Berlin")
    #expect(document["notes"] as? [String] == ["One | note."])
    #expect(document["parameters"] as? [String: String] == ["week": "2018-W12", "of": "a|b"])
    let period = try #require(document["period"] as? [String: Any])
    #expect(period["first"] as? String == "2018-03-19")
    #expect(period["last"] as? String == "2018-03-25")
    #expect(period["from"] as? Int == 1_521_414_000_000)
    #expect(period["to"] as? Int == 1_522_015_200_000)
    let blocks = try #require(document["blocks"] as? [[String: Any]])
    #expect(blocks.map { $0["name"] as? String } == result.blocks.map(\.name))
    for (block, written) in zip(result.blocks, blocks) {
      #expect(written["columns"] as? [String] == block.columns.map(\.name))
      let rows = try #require(written["rows"] as? [[Any]])
      #expect(rows.count == block.rows.count)
      for (row, writtenRow) in zip(block.rows, rows) {
        #expect(row.count == writtenRow.count)
        #expect(zip(row, writtenRow).allSatisfy { isSame($0, $1) })
      }
    }
  }

  /// A row stands on one line, so that a file can be read, searched and compared by lines.
  @Test func jsonHasALineForEachRow() throws {
    let sink = MemorySink()
    try JSONRenderer.write(try result(), to: sink)
    #expect(sink.text.contains("\n        [\"a\", -5, 1521446400000],\n"))
  }

  private func isSame(_ cell: Cell, _ written: Any) -> Bool {
    switch cell {
    case .null: written is NSNull
    case .integer(let number), .time(let number): written as? Int64 == number
    case .real(let number): written as? Double == number
    case .text(let text): (written as? String)?.utf8.elementsEqual(text.utf8) ?? false
    default: false
    }
  }

  // MARK: CSV

  @Test func csvHasAllRowsAndTimesWithTheirOffset() throws {
    let result = try result()
    let files = try result.blocks.map { block in
      let sink = MemorySink()
      try CSVRenderer.write(block, of: result, to: sink)
      return (CSVRenderer.fileName(of: block), sink.text)
    }
    #expect(files.map(\.0) == ["values.csv", "hostile.csv", "long.csv", "none.csv"])
    #expect(
      files[0].1 == """
        text,number,creationTime\r
        a,-5,2018-03-19T09:00:00.000+01:00\r
        ,0.25,2018-03-25T03:00:00.007+02:00\r
        b,,\r

        """
    )
    #expect(files[2].1 == "n\r\n1\r\n2\r\n3\r\n4\r\n5\r\n")
    #expect(files[3].1 == "n\r\n")
  }

  @Test func formulasAreHarmlessUnlessRawIsAskedFor() throws {
    let result = try result()
    let block = try #require(result.block(named: "hostile"))
    func lines(isRaw: Bool) throws -> [Substring] {
      let sink = MemorySink()
      try CSVRenderer.write(block, of: result, to: sink, isRaw: isRaw)
      return sink.text.split(separator: "\r\n")
    }
    #expect(try lines(isRaw: false).contains("\"'+1\",1"))
    #expect(try lines(isRaw: true).contains("+1,1"))
  }

  // MARK: Markdown

  @Test func markdownSaysWhatWhenAndWhere() throws {
    let sink = MemorySink()
    try MarkdownRenderer.write(try result(), to: sink)
    #expect(
      sink.text.hasPrefix(
        """
        # Demo

        - Period: 2018-W12, 2018-03-19 to 2018-03-25
        - Time zone: Europe/Berlin
        - of: a\\|b

        > One \\| note.

        There *were* \\*3\\*.

        ## Values

        | text | number | creationTime |
        | --- | ---: | --- |
        | a | -5 | 2018-03-19T09:00:00.000+01:00 |
        |  | 0.25 | 2018-03-25T03:00:00.007+02:00 |
        | b |  |  |

        ## Hostile

        """
      )
    )
    #expect(
      sink.text.hasSuffix(
        """
        ## Long

        | n |
        | ---: |
        | 1 |
        | 2 |

        And 3 more rows; CSV and JSON have all.

        ## None

        None.

        """
      )
    )
  }

  @Test func everyRowOfAMarkdownTableIsOneLineOfItsCells() throws {
    let sink = MemorySink()
    try MarkdownRenderer.write(try result(), to: sink)
    let lines = sink.text.split(separator: "\n")
    let heading = try #require(lines.firstIndex(of: "## Hostile"))
    let rows = lines[(heading + 3)...].prefix(hostile.count)
    for row in rows {
      #expect(row.hasPrefix("| ") && row.hasSuffix(" | 1 |"))
      #expect(row.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" } == 3)
      #expect(!row.contains("<script"))
    }
  }
}
