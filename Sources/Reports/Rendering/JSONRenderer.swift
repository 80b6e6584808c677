import Chronology
public import Output

/// Writes a report as one JSON document with all rows.
///
/// The keys come in the order below, and the same result gives the same bytes. `docs/reports.md`
/// describes the shape.
public enum JSONRenderer {
  /// Writes the document, which ends in a line break.
  ///
  /// - Parameters:
  ///   - result: What the report found.
  ///   - sink: Where the document goes; it is flushed.
  /// - Throws: `OutputError` when the sink cannot take it.
  public static func write(
    _ result: ReportResult,
    to sink: any ByteSink
  ) throws(OutputError) {
    // A line for each row: a row's own array is the fifth level.
    var json = JSONWriter(.indented(depth: 4))
    json.object { json in
      json.member("schemaVersion", ReportResult.schemaVersion)
      json.member("report", result.report)
      json.member("title", result.title)
      json.object("parameters") { json in
        for parameter in result.parameters { json.member(parameter.name, parameter.value) }
      }
      json.member("timezone", result.zone.identifier)
      write(result.period, isPartial: result.header.isPartial, to: &json)
      json.member(coverage: result.header.coverage)
      write(result.header, to: &json)
      json.array("notes") { json in for note in result.notes { json.value(note) } }
      json.array("blocks") { json in for block in result.blocks { write(block, to: &json) } }
    }
    json.endLine()
    try sink.write(json.takeBytes())
    try sink.flush()
  }

  /// `from` and `to` are ms UTC, the end not included; `first` and `last` are dates, both included.
  private static func write(_ period: Period?, isPartial: Bool?, to json: inout JSONWriter) {
    guard let period else {
      json.member("period", Cell.null)
      return
    }
    json.object("period") { json in
      json.member("name", period.name)
      json.member("first", period.first.description)
      json.member("last", period.last.description)
      json.member("from", period.from)
      json.member("to", period.to)
      json.member("weekStart", period.weekStart.rawValue)
      if let isPartial { json.member("partial", isPartial) }
    }
  }

  /// What decides the report's bytes, besides its definition and its parameters.
  private static func write(_ header: ReportHeader, to json: inout JSONWriter) {
    json.member("revision", header.revision)
    json.member("tzdata", header.zoneData)
    json.member("trawl", header.program)
    json.object("privacy") { json in
      json.member("minGroup", header.minimumGroup)
      json.member("pseudonymised", header.isPseudonymised)
    }
  }

  private static func write(_ block: ReportBlock, to json: inout JSONWriter) {
    json.object { json in
      json.member("name", block.name)
      json.member("title", block.title)
      json.member("show", block.presentation.rawValue)
      json.array("columns") { json in for column in block.columns { json.value(column.name) } }
      json.array("rows") { json in
        for row in block.rows {
          json.array { json in for cell in row { json.value(cell) } }
        }
      }
    }
  }
}
