import Output
import Testing

@testable import Reports

/// Blocks as people read them, in Markdown and before any format.
@Suite struct ReadableTests {
  private let text = ReadableText(zone: .utc)

  private func markdown(_ block: ReportBlock) throws -> [Substring] {
    try RenderedReport.markdown(try RenderedReport.result([block])).split(separator: "\n")
      .filter { $0.hasPrefix("|") }
  }

  @Test func figuresHaveTheirChanges() throws {
    let block = RenderedReport.block(
      .number,
      ["metric", "value", "previous"],
      [
        [.text("messages"), .integer(5430), .integer(5609)],
        [.text("calls"), .integer(4), .integer(0)],
        [.text("replyDuration"), .integer(7_980_000), .integer(6_000_000)],
        [.text("answeredShare"), .real(0.625), .real(0.5)], [.text("new"), .integer(1), .null],
      ]
    )
    #expect(
      try markdown(block) == [
        "| figure | value | previous | change | changeShare |",
        "| --- | ---: | ---: | ---: | ---: |",
        "| messages | 5430 | 5609 | -179 | -3.2 % |", "| calls | 4 | 0 | 4 |  |",
        "| replyDuration | 2 h 13 min | 1 h 40 min | 33 min | 33 % |",
        "| answeredShare | 62.5 % | 50 % | 12.5 % |  |", "| new | 1 |  |  |  |",
      ]
    )
    let changes = Figure.all(of: block, text).map(\.change)
    #expect(
      changes == ["-179 (-3.2 %)", "+4", "+33 min (+33 %)", "+12.5 points", nil]
    )
  }

  @Test func previousFollowsFromTheChange() {
    let block = RenderedReport.block(
      .number,
      ["metric", "value", "change"],
      [
        [.text("messages"), .integer(10), .integer(-2)],
        [.text("people"), .integer(3), .integer(0)],
      ]
    )
    let figures = Figure.all(of: block, text)
    #expect(figures.map(\.previous) == [12, 3])
    #expect(figures.map(\.change) == ["-2 (-16.7 %)", "±0"])
  }

  @Test func oneRowIsAFigureAColumn() throws {
    let block = RenderedReport.block(
      .number,
      ["messages", "busiest", "likedShare"],
      [[.integer(3), .text("General"), .real(0.1)]]
    )
    #expect(
      try markdown(block) == [
        "| figure | value |", "| --- | ---: |", "| messages | 3 |", "| busiest | General |",
        "| likedShare | 10 % |",
      ]
    )
  }

  @Test func aHeatMapIsAGrid() throws {
    let block = RenderedReport.block(
      .heatmap,
      ["team", "date", "messages"],
      [
        [.text("b|c"), .text("2018-03-20"), .integer(2)],
        [.text("a"), .text("2018-03-19"), .integer(1)],
        [.text("a"), .text("2018-03-20"), .null],
      ]
    )
    #expect(
      try markdown(block) == [
        "| team | 2018-03-19 | 2018-03-20 |", "| --- | ---: | ---: |", "| b\\|c |  | 2 |",
        "| a | 1 |  |",
      ]
    )
  }

  @Test func aGridTooWideToReadStaysRows() throws {
    let rows: [[Cell]] = (0..<100).map { [.text("r\($0)"), .text("c\($0)"), .integer(1)] }
    let lines = try markdown(RenderedReport.block(.heatmap, ["a", "b", "n"], rows))
    #expect(lines.count == 52 && lines[0] == "| a | b | n |")
  }

  @Test func timeLinesAreWholeAndNamesAreCut() throws {
    let days: [[Cell]] = (1...28).map {
      [.text("2018-02-\($0 < 10 ? "0" : "")\($0)"), .integer(1)]
    }
    #expect(
      try markdown(RenderedReport.block(.bar, ["date", "n"], days, shownRows: 5)).count == 30
    )
    let names: [[Cell]] = (1...28).map { [.text("name \($0)"), .integer(1)] }
    #expect(
      try markdown(RenderedReport.block(.bar, ["name", "n"], names, shownRows: 5)).count == 7
    )
  }

  @Test func quantitiesAreForPeopleAndNumbersForPrograms() throws {
    let block = RenderedReport.block(
      .table,
      ["replyDuration", "size", "likedShare", "creationTime", "n"],
      [[.integer(90_000), .integer(3_400_000), .real(0.125), .integer(0), .integer(1)]]
    )
    let result = try RenderedReport.result(
      [block],
      prose: [.markdown("In "), .value(block.rows[0][0])]
    )
    let text = try RenderedReport.markdown(result)
    #expect(text.contains("\nIn 1 min 30 s\n"))
    #expect(text.contains("| 1 min 30 s | 3.4 MB | 12.5 % | 1970-01-01T01:00:00.000+01:00 | 1 |"))
    let (json, csv) = (MemorySink(), MemorySink())
    try JSONRenderer.write(result, to: json)
    try CSVRenderer.write(block, of: result, to: csv)
    #expect(json.text.contains("[90000, 3400000, 0.125, 0, 1]"))
    #expect(csv.text.hasSuffix("\r\n90000,3400000,0.125,1970-01-01T01:00:00.000+01:00,1\r\n"))
  }

  struct Misfit: Sendable {
    let presentation: Presentation
    let columns: [String]
    let row: [Cell]
  }

  @Test(
    arguments: [
      Misfit(presentation: .bar, columns: ["name", "text"], row: [.text("a"), .text("b")]),
      Misfit(presentation: .line, columns: ["n"], row: [.integer(1)]),
      Misfit(
        presentation: .stacked,
        columns: ["name"] + (1...9).map { "n\($0)" },
        row: [.text("a")] + (1...9).map { .integer($0) }
      ),
      Misfit(presentation: .heatmap, columns: ["a", "n"], row: [.text("a"), .integer(1)]),
      Misfit(
        presentation: .heatmap,
        columns: ["a", "b", "c"],
        row: [.text("a"), .text("b"), .text("c")]
      ),
      Misfit(presentation: .number, columns: ["a", "n"], row: [.text("a"), .integer(1)]),
    ]
  )
  func whatDoesNotFitIsATable(_ misfit: Misfit) throws {
    let block = RenderedReport.block(misfit.presentation, misfit.columns, [misfit.row, misfit.row])
    #expect(block.unmetNeed != nil)
    #expect(try markdown(block).count == 4)
    let document = try RenderedReport.document(block)
    #expect(document.all("svg").isEmpty && document.all("tr").count == 3)
  }

  @Test func theRunSaysWhereColumnsDoNotFitAndWhatIsNeeded() throws {
    let cases = [
      ("bar", "a column of numbers after the first"),
      ("line", "1 to 8 columns of numbers after the first"),
      ("stacked", "1 to 8 columns of numbers after the first"),
      ("heatmap", "two columns that place a field and a third of numbers"),
      ("number", "a column 'value' after the first, or one row"),
    ]
    let index = try SampleIndex()
    for (show, needs) in cases {
      let definition = try ReportDefinition(
        parsing: """
          ---
          title: T
          ---
          ```sql name=a show=\(show)
          SELECT 'x' AS name, 'y' AS other UNION ALL SELECT 'z', 'w'
          ```
          """,
        name: "r",
        file: "r.md"
      )
      let error = #expect(throws: ReportError.self) { try index.runner().run(definition) }
      #expect(error?.description == "r.md:4: block 'a': show=\(show) needs \(needs)")
    }
  }

  @Test(
    arguments: [
      (5430, "5\u{202F}430"), (-1_234_567, "-1\u{202F}234\u{202F}567"), (0, "0"), (999, "999"),
      (1234.5, "1\u{202F}234.5"), (0.1 + 0.2, "0.3"), (2.0 / 3, "0.667"),
      (0.000_012_3, "0.0000123"),
      (1e20, "1e+20"), (-0.0001, "-0.0001"), (99.999, "100"), (.infinity, "–"),
    ] as [(Double, String)]
  )
  func numbersAreGroupedAndRounded(number: Double, text: String) {
    #expect(NumberText.rounded(number) == text)
  }

  @Test func valuesAtEvenStepsAreKnownByTheirForm() {
    func steps(_ name: String, _ cells: Cell...) -> Steps? { Steps(column: name, cells: cells) }
    #expect(steps("a", .text("2018-03-19"), .text("2020-02-29")) == .day)
    #expect(steps("a", .text("2018-03-19"), .text("2019-02-29")) == nil)
    #expect(steps("a", .text("2018-W01"), .text("2020-W53")) == .week)
    #expect(steps("a", .text("2018-W53")) == nil)
    #expect(steps("a", .text("2018-12"), .text("2018-W12")) == nil)
    #expect(steps("a", .text("2018-12")) == .month)
    #expect(steps("a", .integer(3), .integer(-3)) == .number)
    #expect(steps("weekday", .integer(1), .integer(7)) == .weekday)
    #expect(steps("weekday", .integer(0)) == .number)
    #expect(steps("hour", .integer(23)) == .hour)
    #expect(steps("a") == nil && steps("a", .null) == nil && steps("a", .integer(.max)) == nil)
    let week = Steps.week.position(of: .text("2019-W52")).map { $0 + 1 }
    #expect(week == Steps.week.position(of: .text("2020-W01")))
    #expect(week.map { Steps.week.label(at: $0, .narrow).text } == "W01")
    #expect(week.flatMap { Steps.week.label(at: $0, .narrow).context } == "2020")
    let month = Steps.month.position(of: .text("2018-12"))
    #expect(month.map { $0 + 1 } == Steps.month.position(of: .text("2019-01")))
    #expect(month.map { Steps.month.label(at: $0, .narrow).text } == "Dec")
    let day = Steps.day.position(of: .text("2018-03-19"))
    #expect(day.map { Steps.day.label(at: $0, .wide).text } == "Mon 19")
  }

  @Test func factsSayWhatAReportWasMadeOf() throws {
    let zone = try Zone(identifier: "Europe/Berlin")
    let result = ReportResult(
      report: "r",
      title: "R",
      parameters: [
        ReportArgument(name: "week", value: .text("2018-W12")),
        ReportArgument(name: "person", value: .text("id"), shown: .text("Ana")),
      ],
      period: try Period("2018-W12", now: 0, in: zone.timeZone),
      zone: zone,
      notes: [],
      parts: [],
      header: ReportHeader(
        revision: 8,
        isPartial: true,
        zoneData: "2025b",
        program: "0.1.0",
        minimumGroup: 5,
        isPseudonymised: true
      )
    )
    #expect(
      result.facts.map { "\($0.label): \($0.value)" } == [
        "Period: 2018-W12, 2018-03-19 to 2018-03-25, not over or not complete",
        "Time zone: Europe/Berlin (tzdata 2025b)", "person: Ana", "Index revision: 8",
        "Trawl: 0.1.0",
        "Groups: of 5 people and more", "Names: replaced by codes, texts left out",
      ]
    )
  }

  @Test(
    arguments: [
      ([0, 1193], nil, [0, 500, 1000]), ([3], nil, [0, 1, 2, 3]), ([0.5], nil, [0, 0.2, 0.4]),
      ([-12, 30], nil, [0, 20]), ([0, 0], nil, [0]),
      ([0, 7_200_000], .duration, [0, 3_600_000, 7_200_000]),
      ([1], .share, [0, 0.5, 1]), ([1e300], nil, [0, 5e299, 1e300]),
    ] as [([Double], Measure?, [Double])]
  )
  func ticksAreRound(values: [Double], measure: Measure?, ticks: [Double]) {
    let found = Scale(values, measure, count: 3).ticks
    #expect(found.count == ticks.count)
    #expect(zip(found, ticks).allSatisfy { abs($0 - $1) <= abs($1) * 1e-9 }, "\(found)")
  }
}
