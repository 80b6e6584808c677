import Testing

@testable import Output

@Suite struct CSVTests {
  @Test func everyTextReadsBackFromItsCell() {
    for text in Hostile.texts + Hostile.random(count: 3000) {
      let lines = parse(CSVText.cell("x") + "," + CSVText.cell(text, isRaw: true) + "\r\n")
      let kept = String(String.UnicodeScalarView(text.unicodeScalars.filter(isPlain)))
      let read = lines.first?.last ?? ""
      // Controls are replaced one for one; the rest is the same.
      #expect(read.unicodeScalars.count == text.unicodeScalars.count)
      let readKept = zip(read.unicodeScalars, text.unicodeScalars).filter { isPlain($1) }.map(\.0)
      #expect(readKept == Array(kept.unicodeScalars))
      #expect(lines.count == 1 && lines.first?.count == 2)
    }
  }

  @Test func noCellRunsAsAFormula() {
    for text in Hostile.texts + Hostile.random(count: 3000) {
      let read = parse(CSVText.cell(text) + ",x\r\n").first?.first ?? ""
      let start = read.unicodeScalars.first {
        !"\u{FEFF}\u{200B} \u{3000}".unicodeScalars.contains($0)
      }
      let starters = "=+-@\t\r\n＝＋－＠".unicodeScalars
      #expect(start.map { !starters.contains($0) } ?? true, "\(text.debugDescription)")
    }
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), (" =1", "\"' =1\""), ("\t1", "\"'\t1\""), ("\r1", "\"'\r1\""),
    ("＝1", "'＝1"), ("\u{FEFF}@x", "'\u{FEFF}@x"), ("a=1", "a=1"), ("a,b", "\"a,b\""),
    ("say \"x\"", "\"say \"\"x\"\"\""), ("a;b", "\"a;b\""), (" a", "\" a\""), ("a\nb", "\"a\nb\""),
    ("x\u{1B}[1m", "x␛[1m"), ("", ""), ("-", "'-"), ("'x", "\"'x\""),
  ])
  func textBecomesItsCell(text: String, expected: String) {
    let cell = CSVText.cell(text)
    // A neutralised cell is quoted too: its apostrophe begins it.
    #expect(cell == expected || cell == "\"\(expected)\"")
  }

  @Test func rowsFollowTheStandard() throws {
    let sink = MemorySink()
    let columns = [
      Column("a", title: "A"), Column("n"), Column("t"), Column("shown", audience: .people),
      Column("l", audience: .programs),
    ]
    let writer = RowWriter(
      .csv,
      columns: columns,
      to: sink,
      style: OutputStyle(zone: try Zone(identifier: "Asia/Tokyo"))
    )
    try writer.write([.text("-x"), .integer(-5), .time(0), .text("no"), .list(["p", "q"])])
    try writer.write([.null, .real(-1.5), .null, .null, .boolean(true)])
    try writer.finish()
    let expected =
      "a,n,t,l\r\n\"'-x\",-5,1970-01-01T09:00:00.000+09:00,\"p; q\"\r\n,-1.5,,true\r\n"
    #expect(sink.text == expected)
  }

  @Test func emptySingleCellIsStillALine() throws {
    let sink = MemorySink()
    let writer = RowWriter(.csv, columns: [Column("a")], to: sink)
    try writer.write([.null])
    try writer.finish()
    #expect(sink.text == "a\r\n\"\"\r\n")
  }

  @Test func rawLeavesFormulas() throws {
    let sink = MemorySink()
    let writer = RowWriter(
      .csv,
      columns: [Column("a")],
      to: sink,
      style: OutputStyle(isRaw: true)
    )
    try writer.write([.text("=1+1")])
    try writer.finish()
    #expect(sink.text == "a\r\n=1+1\r\n")
  }

  private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xA0 || (0x20..<0x7F).contains(scalar.value)
      || ["\t", "\r", "\n"].contains(scalar)
  }

  /// A reader of RFC 4180, written from the standard.
  private func parse(_ text: String) -> [[String]] {
    var lines: [[String]] = []
    var line: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if isQuoted {
        if scalar == "\"", index + 1 < scalars.count, scalars[index + 1] == "\"" {
          cell.append("\"")
          index += 1
        } else if scalar == "\"" {
          isQuoted = false
        } else {
          cell.append(scalar)
        }
      } else if scalar == "\"", cell.isEmpty {
        isQuoted = true
      } else if scalar == "," {
        line.append(String(cell))
        cell = .init()
      } else if scalar == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" {
        line.append(String(cell))
        lines.append(line)
        (line, cell) = ([], .init())
        index += 1
      } else {
        cell.append(scalar)
      }
      index += 1
    }
    return lines
  }
}
