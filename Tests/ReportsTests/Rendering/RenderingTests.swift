import Foundation
import Testing

@testable import Reports

@Suite struct RenderingTests {
  /// Texts such as anybody may write into a chat, and that a format could take for its own.
  static let hostile = [
    "a|b", "back\\|slash", "`code` ``", "line\nbreak\r\nand\ttab", "<script>alert(1)</script>",
    "[x](http://evil)", "https://evil.example www.evil.example a@b.example", "**bold** _it_ ~no~",
    "=HYPERLINK(\"http://evil\")", "  =1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "a,b",
    "say \"x\"",
    "مرحبا | عالم", "\u{202e}gnp.exe\u{2066}", "nul\0bell\u{7}esc\u{1b}[31m", "&lt;", "# h",
    "\u{2028}", "",
    "x\u{301}", "日本語", "\"", "\\",
  ]

  static let result = ReportResult(
    report: "demo",
    title: "Demo",
    parameters: [
      ReportArgument(name: "week", value: .text("2018-W12")),
      ReportArgument(name: "of", value: .text("a|b")),
    ],
    period: try? Period(
      week: "2018-W12",
      now: 0,
      in: TimeZone(identifier: "Europe/Berlin") ?? .gmt
    ),
    zone: TimeZone(identifier: "Europe/Berlin") ?? .gmt,
    notes: ["One | note."],
    parts: [
      .prose([.markdown("\nThere *were* "), .value(.integer(3), isTime: false), .markdown(".\n")]),
      .block(
        ReportBlock(
          name: "values",
          title: "Values",
          columns: ["text", "number", "creationTime"].map(ReportColumn.init),
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
          shownRows: 400,
          columns: [ReportColumn("text"), ReportColumn("count")],
          rows: hostile.map { [.text($0), .integer(1)] }
        )
      ),
      .block(
        ReportBlock(
          name: "long",
          title: "Long",
          shownRows: 2,
          columns: [ReportColumn("n")],
          rows: (1...5).map { [.integer($0)] }
        )
      ),
      .block(ReportBlock(name: "none", title: "None", columns: [ReportColumn("n")], rows: [])),
    ]
  )

  private var block: ReportBlock {
    get throws { try #require(Self.result.block(named: "hostile")) }
  }

  // MARK: JSON

  @Test func jsonGivesBackEveryValueOfEveryRow() throws {
    let json = JSONRenderer.render(Self.result)
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
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
    #expect(blocks.map { $0["name"] as? String } == Self.result.blocks.map(\.name))
    for (block, written) in zip(Self.result.blocks, blocks) {
      #expect(written["columns"] as? [String] == block.columns.map(\.name))
      let rows = try #require(written["rows"] as? [[Any]])
      #expect(rows.count == block.rows.count)
      for (row, writtenRow) in zip(block.rows, rows) {
        #expect(zip(row, writtenRow).allSatisfy { isSame($0, $1) })
      }
    }
    #expect(json.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0a })
  }

  private func isSame(_ value: ReportValue, _ written: Any) -> Bool {
    switch value {
    case .null: written is NSNull
    case .integer(let number): written as? Int64 == number
    case .real(let number): written as? Double == number
    case .text(let text): (written as? String)?.utf8.elementsEqual(text.utf8) ?? false
    }
  }

  // MARK: CSV

  @Test func rawCSVGivesBackEveryText() throws {
    let csv = CSVRenderer(raw: true).render(try block, of: Self.result)
    let expected = [["text", "count"]] + Self.hostile.map { [$0, "1"] }
    #expect(parsed(csv) == expected)
  }

  @Test func noCellOfPlainCSVRunsInASpreadsheet() throws {
    let cells = parsed(CSVRenderer().render(try block, of: Self.result)).dropFirst().map { $0[0] }
    for (cell, text) in zip(cells, Self.hostile) {
      let start = cell.unicodeScalars.drop { $0.properties.isWhitespace }.first
      #expect(start.map { !"=+-@＝＋－＠".unicodeScalars.contains($0) } ?? true)
      #expect(cell == text || cell == "'" + text)
    }
    #expect(cells.filter { $0.hasPrefix("'") }.count == 7)
  }

  @Test func timesOfCSVHaveTheirOffset() {
    let files = CSVRenderer().files(Self.result)
    #expect(files.map(\.name) == ["values.csv", "hostile.csv", "long.csv", "none.csv"])
    #expect(
      files[0].text == """
        text,number,creationTime\r
        a,-5,2018-03-19T09:00:00+01:00\r
        ,0.25,2018-03-25T03:00:00.007+02:00\r
        b,,\r

        """
    )
    #expect(files[3].text == "n\r\n")
  }

  /// A reader of RFC 4180, written from its grammar.
  private func parsed(_ csv: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var bytes = csv.utf8.makeIterator()
    var pending = bytes.next()
    while let byte = pending {
      pending = bytes.next()
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && pending == byte:
        cell.append(byte)
        pending = bytes.next()
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
      case UInt8(ascii: "\r") where !isQuoted:
        #expect(pending == UInt8(ascii: "\n"))
        pending = bytes.next()
        rows.append(row + [String(decoding: cell, as: UTF8.self)])
        row = []
        cell = []
      default: cell.append(byte)
      }
    }
    #expect(cell.isEmpty && row.isEmpty && !isQuoted)
    return rows
  }

  // MARK: Markdown

  @Test func markdownOpensWithWhatWhenAndWhere() {
    let markdown = MarkdownRenderer.render(Self.result)
    #expect(
      markdown.hasPrefix(
        """
        # Demo

        2018-W12, 2018-03-19 to 2018-03-25 · Europe/Berlin · of: a\\|b

        > One \\| note.

        There *were* 3.

        ## Values

        | text | number | creationTime |
        | --- | ---: | --- |
        | a | -5 | 2018-03-19 09:00 |
        | – | 0.25 | 2018-03-25 03:00 |
        | b | – | – |

        ## Hostile

        """
      )
    )
    #expect(
      markdown.hasSuffix(
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

  /// A table's line is parted at its pipes, and then Markdown's escapes are undone.
  @Test func everyTextOfAMarkdownTableStaysInItsCell() throws {
    let lines = MarkdownRenderer.render(Self.result).split(separator: "\n")
    let heading = try #require(lines.firstIndex(of: "## Hostile"))
    let rows = lines[(heading + 3)...].prefix(Self.hostile.count)
    for (line, text) in zip(rows, Self.hostile) {
      let cells = cells(of: line)
      #expect(cells.count == 2)
      #expect(cells.last == "1")
      let visible = text.unicodeScalars.filter { $0.value > 0x20 && !isSeparatorOrDirection($0) }
      let shown = (cells.first ?? "").unicodeScalars.filter {
        $0.value > 0x20 && !isSeparatorOrDirection($0)
      }
      #expect(String(String.UnicodeScalarView(shown)) == String(String.UnicodeScalarView(visible)))
    }
  }

  @Test(arguments: ["`*_[]<>&|~#!@", "http://a https://a", "www.a", "{{x}}"])
  func whatMarkdownWouldReadIsEscaped(_ text: String) {
    let escaped = Escaping.markdown(text)
    for mark in "`*_[]<>&|~#!@{}" {
      #expect(escaped.replacing("\\\(mark)", with: "").contains(mark) == false)
    }
    #expect(!escaped.contains("p://") && !escaped.contains("s://") && !escaped.contains("www."))
  }

  private func isSeparatorOrDirection(_ scalar: Unicode.Scalar) -> Bool {
    (0x2028...0x202e).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// The cells of a table's line with their escapes undone.
  private func cells(of line: Substring) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\\" where !isEscaped:
        isEscaped = true
        continue
      case "|" where !isEscaped:
        cells.append(cell.trimmingCharacters(in: .whitespaces))
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
      isEscaped = false
    }
    return Array(cells.dropFirst())
  }
}
