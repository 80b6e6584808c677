import Testing

@testable import Output

@Suite struct TableTests {
  private let columns = [
    Column("when", title: "Time"),
    Column("who", title: "From", fit: .flexible(minimum: 6)),
    Column("text", title: "Message", fit: .wrapping(minimum: 20, lines: 2)),
    Column("likes", title: "Likes", alignment: .trailing),
    Column("id", audience: .programs, isIdentifier: true),
  ]

  private func table(
    _ rows: [[Cell]],
    width: Int = 60,
    isColoured: Bool = false,
    columns: [Column]? = nil,
    now: Int64? = nil
  ) throws -> String {
    let sink = MemorySink()
    let terminal = Terminal(columns: width, isColoured: isColoured)
    let writer = RowWriter(
      .table,
      columns: columns ?? self.columns,
      to: sink,
      style: OutputStyle(terminal: terminal, now: now)
    )
    for row in rows { try writer.write(row) }
    try writer.finish()
    return sink.text
  }

  private let rows: [[Cell]] = [
    [
      .time(1_521_019_560_000), .text("Ana 中文"),
      .passage(Passage("The Lisbon rollout starts on Monday, says everyone", marking: [4..<10])),
      .integer(12), .text("id-1"),
    ],
    [.null, .text("Ben"), .text("ok\u{1B}[2J\nnow"), .integer(3), .text("id-2")],
  ]

  @Test func columnsAreAlignedAndFit() throws {
    #expect(
      try table(rows) == """
        Time              From      Message                    Likes
        ────────────────  ────────  ─────────────────────────  ─────
        2018-03-14 09:26  Ana 中文  The [Lisbon] rollout          12
                                    starts on Monday, says e…
                          Ben       ok␛[2J now                     3
        Times in UTC.

        """
    )
  }

  @Test func colourMarksWhatMatchedAndNothingElse() throws {
    let text = try table(rows, isColoured: true)
    #expect(text.contains("The \u{1B}[1;4mLisbon\u{1B}[0m rollout"))
    let plain = text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(!plain.unicodeScalars.contains { Hostile.isDangerous($0) && $0 != "\n" })
  }

  @Test func agesStandBesideTheirTimesOrBelowThem() throws {
    let columns = [
      Column("when", title: "Time", showsAge: true),
      Column("text", title: "Message", fit: .wrapping(minimum: 10, lines: 3)),
    ]
    let rows: [[Cell]] = [[.time(1_521_019_560_000), .text("one two three four")]]
    let now: Int64 = 1_521_019_560_000 + 3 * 86_400_000
    #expect(
      try table(rows, columns: columns, now: now) == """
        Time                      Message
        ────────────────────────  ──────────────────
        2018-03-14 09:26 3 d ago  one two three four
        Times in UTC.

        """
    )
    #expect(
      try table(rows, width: 30, columns: columns, now: now) == """
        Time              Message
        ────────────────  ────────────
        2018-03-14 09:26  one two
        3 d ago           three four
        Times in UTC.

        """
    )
    // The age is an aside.
    #expect(
      try table(rows, isColoured: true, columns: columns, now: now)
        .contains("09:26\u{1B}[2m 3 d ago\u{1B}[0m  one")
    )
    // Without a moment to count to, or a wish for it, there is none.
    #expect(try !table(rows, columns: columns).contains("ago"))
    #expect(try !table(self.rows, now: now).contains("ago"))
  }

  @Test func textThatWasCutSaysSoOnce() {
    #expect(TerminalText.truncated("abc… def", to: 6) == "abc…")
    #expect(TerminalText.truncated("abc… def", to: 5) == "abc…")
  }

  @Test func everyLineFitsWhateverTheText() throws {
    let texts = Hostile.texts + Hostile.random(count: 300)
    let rows: [[Cell]] = zip(texts, texts.reversed()).map {
      [.time(0), .text($0), .text($0 + " " + $1), .integer(1), .null]
    }
    for width in [40, 60, 80, 133] {
      for line in try table(rows, width: width).split(separator: "\n") {
        #expect(TerminalText.width(of: String(line)) <= width, "\(line.debugDescription)")
        #expect(!line.unicodeScalars.contains(where: Hostile.isDangerous))
      }
    }
  }

  @Test func rowsBeyondTheHeldOnesAreCutToFit() throws {
    let columns = [Column("a"), Column("b")]
    var rows: [[Cell]] = Array(repeating: [.text("x"), .integer(1)], count: 600)
    rows.append([.text("much too long"), .integer(2)])
    let lines = try table(rows, columns: columns).split(separator: "\n")
    #expect(lines.count == 603)
    #expect(lines.last == "…  2")
  }

  @Test func noRowsPrintNothing() throws {
    #expect(try table([]).isEmpty)
  }

  @Test func flexibleColumnsGiveWayFirst() {
    let columns = [
      Column("a"), Column("b", fit: .flexible(minimum: 10)),
      Column("c", fit: .flexible(minimum: 5)),
    ]
    func widths(_ natural: [Int], _ available: Int) -> [Int] {
      TableLayout(natural: natural, columns: columns, available: available).widths
    }
    #expect(widths([20, 10, 10], 80) == [20, 10, 10])
    #expect(widths([20, 50, 10], 60) == [20, 26, 10])
    #expect(widths([20, 50, 40], 60) == [20, 18, 18])
    #expect(widths([20, 50, 40], 39) == [20, 10, 5])
    #expect(widths([20, 50, 40], 30) == [11, 10, 5])
    #expect(widths([20, 50, 40], 5) == [4, 4, 4])
    #expect(widths([1_000_000, 2_000_000, 1], 80).reduce(4, +) <= 80)
  }

  @Test func identifiersAreOneALine() throws {
    let sink = MemorySink()
    let writer = RowWriter(.ids, columns: columns, to: sink)
    for row in rows { try writer.write(row) }
    try writer.write([.null, .null, .null, .null, .text("a\nb")])
    try writer.finish()
    #expect(sink.text == "id-1\nid-2\na b\n")
  }
}
