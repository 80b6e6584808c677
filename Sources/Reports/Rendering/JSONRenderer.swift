import Foundation

/// Writes a report as one JSON document with all rows.
///
/// The keys come in the order below, and the same result gives the same bytes. `docs/reports.md`
/// describes the shape.
public enum JSONRenderer {
  /// The document, ending in a line break.
  public static func render(_ result: ReportResult) -> String {
    var json = "{\n"
    json += "  \"schemaVersion\": \(ReportResult.schemaVersion),\n"
    json += "  \"report\": \(quoted(result.report)),\n"
    json += "  \"title\": \(quoted(result.title)),\n"
    json += "  \"parameters\": {"
    json += result.parameters.map { "\(quoted($0.name)): \(text(of: $0.value))" }
      .joined(separator: ", ")
    json += "},\n"
    json += "  \"timezone\": \(quoted(result.zone.identifier)),\n"
    json += "  \"period\": \(period(of: result)),\n"
    json += "  \"notes\": [\(result.notes.map(quoted).joined(separator: ", "))],\n"
    json += "  \"blocks\": ["
    for (index, block) in result.blocks.enumerated() {
      json += index == 0 ? "\n" : ",\n"
      append(block, to: &json)
    }
    json += "\n  ]\n}\n"
    return json
  }

  /// `from` and `to` are ms UTC, the end not included; `first` and `last` are dates, both included.
  private static func period(of result: ReportResult) -> String {
    guard let period = result.period, let first = period.days.first, let last = period.days.last
    else { return "null" }
    return "{\"name\": \(quoted(period.name)), \"first\": \"\(first.date)\", "
      + "\"last\": \"\(last.date)\", \"from\": \(period.from), \"to\": \(period.to)}"
  }

  private static func append(_ block: ReportBlock, to json: inout String) {
    json += "    {\n      \"name\": \(quoted(block.name)),\n"
    json += "      \"title\": \(quoted(block.title)),\n"
    json += "      \"show\": \(quoted(block.presentation.rawValue)),\n"
    json +=
      "      \"columns\": [\(block.columns.map { quoted($0.name) }.joined(separator: ", "))],\n"
    json += "      \"rows\": ["
    for (index, row) in block.rows.enumerated() {
      json += index == 0 ? "\n        [" : ",\n        ["
      for (index, value) in row.enumerated() {
        if index > 0 { json += ", " }
        json += text(of: value)
      }
      json += "]"
    }
    json += block.rows.isEmpty ? "]\n    }" : "\n      ]\n    }"
  }

  private static func text(of value: ReportValue) -> String {
    switch value {
    case .null: "null"
    case .integer(let number): String(number)
    // JSON has no infinity.
    case .real(let number): number.isFinite ? "\(number)" : "null"
    case .text(let text): quoted(text)
    }
  }

  private static func quoted(_ text: String) -> String { Escaping.json(text) }
}
