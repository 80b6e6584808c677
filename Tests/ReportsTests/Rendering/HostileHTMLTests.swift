import Foundation
import Output
import TestSupport
import Testing

@testable import Reports

/// Hostile texts in every place a text can come to: they show as they are, and are nothing else.
@Suite struct HostileHTMLTests {
  private static let pieces = [
    "<script>alert(1)</script>", "</title>", "</style>", "</svg>", "]]>", "<!--", "-->", "&amp;",
    "&",
    "\"", "'", "`", "|", "*x*", "[a](javascript:alert(1))", "![p](http://evil/p.png)",
    "<http://evil>", "http://evil.example", "onload=x", "\u{1B}[31m", "\u{0}", "\u{FFFE}",
    "\u{202E}",
    "\u{2066}", "<\u{301}", "\"\u{301} onload=x", "مرحبا", "שלום", "\n\n# h", "\r\n- x", "{{a}}",
    "𝒳",
    "👩‍👩‍👧", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "~~~", "```sql", " ",
  ]

  private static func text(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in random.pick(pieces) }.joined()
  }

  private static func number(_ random: inout SeededGenerator) -> Cell {
    random.pick([
      .integer(0), .integer(-3), .integer(7), .integer(.max), .integer(.min), .real(0.25),
      .real(1e300),
      .real(-1e308), .real(.infinity), .real(.nan), .real(.leastNonzeroMagnitude), .null,
      .integer(1200),
    ])
  }

  private static func blocks(_ random: inout SeededGenerator) -> [ReportBlock] {
    Presentation.allCases.enumerated().map { index, presentation in
      let rows: [[Cell]] = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        let second = presentation == .heatmap ? Cell.text(text(&random)) : number(&random)
        return [
          random.oneIn(4) ? number(&random) : .text(text(&random)), second, number(&random),
          number(&random), .text(text(&random)),
        ]
      }
      let names =
        presentation == .number
        ? ["metric", "value", "previous", "change", text(&random)]
        : [
          random.pick(["weekday", "hour", text(&random)]), text(&random),
          random.pick(["replyDuration", "fileBytes", "answeredShare", text(&random)]),
          text(&random),
          text(&random),
        ]
      return ReportBlock(
        name: "block\(index)",
        title: text(&random),
        presentation: presentation,
        columns: names,
        rows: rows
      )
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>) func anyTextAnywhereIsNothingButText(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let (title, note, parameter) = (
      Self.text(&random), Self.text(&random), Self.text(&random)
    )
    let value = Self.text(&random)
    let result = try RenderedReport.result(
      Self.blocks(&random),
      title: title,
      parameters: [ReportArgument(name: "who", value: .text(parameter))],
      notes: [note],
      prose: [.markdown("Before "), .value(.text(value)), .markdown(" after")]
    )
    let html = try RenderedReport.html(result)
    let document = try Element.document(html)
    #expect(document.all("script").isEmpty && document.all("img").isEmpty)
    #expect(document.all("style").count == 1)
    for element in document.all {
      #expect(element.attributes.keys.allSatisfy { $0 != "style" && !$0.hasPrefix("on") })
      #expect(element.attributes["href"].map { $0.hasPrefix("#") } ?? true)
    }
    #expect(try document.first("h1").text == shown(title))
    #expect(document.all("p", class: "note").map(\.text) == [shown(note)])
    // A value in prose is one paragraph with nothing in it, and reads as it is.
    let prose = try #require(document.all("div", class: "prose").first)
    #expect(prose.children.map(\.name) == ["p"])
    #expect(prose.all.count == 2)
    let text = prose.text.replacing("\u{2068}", with: "").replacing("\u{2069}", with: "")
    #expect(folded(text) == folded("Before \(shown(value)) after"))
  }

  /// A text as a page shows it: on one line, and without what no document may hold.
  private func shown(_ text: String) -> String {
    TerminalText.safe(text).replacing("\u{FFFE}", with: "\u{FFFD}")
  }

  /// Markdown folds spaces.
  private func folded(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  @Test func proseLinksNowhereButToTheWebAMailAddressOrThePage() throws {
    let html = ProseHTML.markup(
      of: """
        # Heading
        [a](https://example.org) [b](mailto:a@example.org) [c](#days) [d](javascript:alert(1))
        [e](file:///etc/passwd) [f](DATA:text/html,x) ![g](https://example.org/p.png) <b>h</b>
        www.example.org ~~i~~

        | j | k |
        | --- | ---: |
        | 1 | 2 |
        """
    )
    let document = try Element.document("<div>\(html)</div>")
    #expect(
      document.all("a").map { $0.attributes["href"] }
        == ["https://example.org", "mailto:a@example.org", "#days"]
    )
    #expect(document.all("img").isEmpty && document.all("b").isEmpty && document.all("h1").isEmpty)
    #expect(document.all("h2").map(\.text) == ["Heading"])
    #expect(document.all("del").map(\.text) == ["i"])
    #expect(document.all("td").map(\.text) == ["1", "2"])
    #expect(document.text.contains("d\ne f g h"))
  }
}
