import Testing

@testable import Output

@Suite struct MarkdownTests {
  @Test func everyRowKeepsItsCells() throws {
    let texts = Hostile.texts + Hostile.random(count: 2000)
    let sink = MemorySink()
    let writer = RowWriter(.markdown, columns: [Column("a"), Column("b")], to: sink)
    for text in texts { try writer.write([.text(text), .text("end")]) }
    try writer.finish()
    let lines = sink.text.split(separator: "\n").dropFirst(2)
    #expect(lines.count == texts.count)
    for (line, text) in zip(lines, texts) {
      let cells = cells(of: String(line))
      #expect(cells.count == 2, "\(line)")
      #expect(cells.last == " end ")
      let expected = TerminalText.safe(text).unicodeScalars.filter { $0 != " " }
      #expect(shown(cells.first ?? "") == Array(expected), "\(line)")
    }
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("a\\|b", "a\\\\\\|b"), ("`x`", "\\`x\\`"), ("<b>&lt;", "&lt;b&gt;&amp;lt;"),
    ("a & b &c", "a & b &c"), ("snake_case _em_", "snake_case \\_em\\_"), ("a\nb", "a b"),
    ("http://x/a_b?c=1&d=2", "http://x/a_b?c=1&d=2"), ("# h", "\\# h"), ("- l", "\\- l"),
    ("12. l", "12\\. l"), ("3.5", "3\\.5"), ("a. b", "a. b"), ("[x](y)", "\\[x\\](y)"),
    ("שלום", "\u{2068}שלום\u{2069}"), ("~~x~~", "\\~\\~x\\~\\~"), ("", ""),
  ])
  func textIsShownAsItIs(text: String, expected: String) {
    #expect(MarkdownText.escaped(text) == expected)
  }

  @Test func tableHasItsRules() throws {
    let sink = MemorySink()
    let columns = [
      Column("name", title: "Who|what"), Column("count", title: "Count", alignment: .trailing),
      Column("raw", audience: .programs), Column("passage"), Column("when"),
    ]
    let writer = RowWriter(.markdown, columns: columns, to: sink)
    let passage = Passage("big *win* now", marking: [4..<10])
    try writer.write([.text("Ana"), .integer(3), .text("no"), .passage(passage), .time(0)])
    try writer.write([.null, .null, .null, .list(["a|b", "c"]), .boolean(false)])
    try writer.finish()
    #expect(
      sink.text == """
        | Who\\|what | Count | passage | when |
        | --- | ---: | --- | --- |
        | Ana | 3 | big **\\*win\\*** now | 1970-01-01T00:00:00.000+00:00 |
        |  |  | a\\|b, c | no |

        """
    )
  }

  /// The cells of a table's line: parted by pipes that no backslash escapes.
  ///
  /// All by scalars: a pipe with a combining mark after it is another `Character`, but still a pipe.
  private func cells(of line: String) -> [String] {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars.dropFirst() {
      if scalar == "|", !isEscaped {
        cells.append(String(cell))
        cell = .init()
        continue
      }
      isEscaped = scalar == "\\" && !isEscaped
      cell.append(scalar)
    }
    return cells
  }

  /// What Markdown shows, without spaces and isolates.
  private func shown(_ markdown: String) -> [Unicode.Scalar] {
    let entities = ["&lt;": "<", "&gt;": ">", "&amp;": "&"]
    var rest = Array(markdown.unicodeScalars)[...]
    var text: [Unicode.Scalar] = []
    while let scalar = rest.popFirst() {
      if scalar == "\\", let next = rest.popFirst() {
        text.append(next)
      } else if scalar == "&", let end = rest.firstIndex(of: ";"),
        let plain = entities["&" + String(String.UnicodeScalarView(rest[...end]))]
      {
        text += plain.unicodeScalars
        rest = rest[(end + 1)...]
      } else {
        text.append(scalar)
      }
    }
    return text.filter { !" \u{2068}\u{2069}".unicodeScalars.contains($0) }
  }
}
