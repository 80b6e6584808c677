import Output

@testable import Reports

/// Results made up for the renderers.
enum RenderedReport {
  static func result(
    _ blocks: [ReportBlock],
    title: String = "Demo",
    parameters: [ReportArgument] = [],
    notes: [String] = [],
    prose: [ReportResult.ProsePiece] = []
  ) throws -> ReportResult {
    let zone = try Zone(identifier: "Europe/Berlin")
    return ReportResult(
      report: "demo",
      title: title,
      parameters: [ReportArgument(name: "week", value: .text("2018-W12"))] + parameters,
      period: try Period("2018-W12", now: 0, in: zone.timeZone),
      zone: zone,
      notes: notes,
      parts: (prose.isEmpty ? [] : [.prose(prose)]) + blocks.map(ReportResult.Part.block)
    )
  }

  static func html(_ result: ReportResult) throws -> String {
    let sink = MemorySink()
    try HTMLRenderer.write(result, to: sink)
    return sink.text
  }

  static func markdown(_ result: ReportResult) throws -> String {
    let sink = MemorySink()
    try MarkdownRenderer.write(result, to: sink)
    return sink.text
  }

  /// The document of one block.
  static func document(_ block: ReportBlock) throws -> Element {
    try Element.document(try html(try result([block])))
  }

  /// A block of columns and rows.
  static func block(
    _ presentation: Presentation,
    _ columns: [String],
    _ rows: [[Cell]],
    name: String = "a",
    shownRows: Int = 50
  ) -> ReportBlock {
    ReportBlock(
      name: name,
      title: "Title of \(name)",
      presentation: presentation,
      shownRows: shownRows,
      columns: columns,
      rows: rows
    )
  }

  /// A block of every presentation.
  static func everyPresentation() -> [ReportBlock] {
    let days: [[Cell]] = (1...7).map { day in
      [.text("2018-03-\(18 + day)"), .integer(Int64(day * day)), .real(Double(day) * 1.5)]
    }
    let names: [[Cell]] = [
      [.text("General"), .integer(12), .integer(3)], [.text("مرحبا"), .integer(-4), .null],
      [.null, .integer(0), .integer(9)],
    ]
    let hours: [[Cell]] = [
      [.integer(1), .integer(9), .integer(30)], [.integer(7), .integer(23), .integer(1)],
    ]
    let figures: [[Cell]] = [
      [.text("messages"), .integer(5430), .integer(5609)],
      [.text("replyDuration"), .integer(7_980_000), .integer(0)],
    ]
    return [
      block(.number, ["metric", "value", "previous"], figures, name: "figures"),
      block(.bar, ["date", "messages", "people"], days, name: "days"),
      block(.bar, ["name", "messages", "likes"], names, name: "names"),
      block(.stacked, ["date", "messages", "people"], days, name: "dayParts"),
      block(.stacked, ["name", "messages", "likes"], names, name: "nameParts"),
      block(.line, ["date", "messages", "replyDuration"], days, name: "lines"),
      block(.line, ["name", "messages"], names, name: "nameLines"),
      block(.heatmap, ["weekday", "hour", "messages"], hours, name: "hours"),
      block(.heatmap, ["name", "messages", "likes"], names, name: "nameField"),
      block(
        .table,
        ["name", "creationTime", "convId"],
        [[.text("a"), .time(1_521_446_400_000), .text("id-1")]],
        name: "rows"
      ),
      block(.bar, ["name", "n"], [], name: "none"),
    ]
  }
}
