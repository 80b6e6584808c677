import Foundation

/// Writes a report as Markdown with GitHub's tables.
///
/// Text out of messages stays text: nothing in it makes a column, a heading, a link or HTML.
public struct MarkdownRenderer {
  private let result: ReportResult
  private let clock: ZoneClock

  /// The document, ending in a line break.
  public static func render(_ result: ReportResult) -> String {
    MarkdownRenderer(result: result, clock: result.clock).document
  }

  private var document: String {
    var sections = ["# \(result.title)", heading]
    sections += result.notes.map { "> \(Escaping.markdown($0))" }
    for part in result.parts {
      switch part {
      case .prose(let pieces): sections.append(prose(pieces))
      case .block(let block): sections += ["## \(block.title)", table(of: block)]
      }
    }
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// When and in which zone, and what else the report was told.
  private var heading: String {
    var facts: [String] = []
    if let period = result.period, let first = period.days.first, let last = period.days.last {
      facts.append("\(period.name), \(first.date) to \(last.date)")
    }
    facts.append(Escaping.markdown(result.zone.identifier))
    for parameter in result.parameters
    where parameter.value != result.period.map({ .text($0.name) }) {
      let value = Escaping.markdown(text(of: parameter.value, isTime: false))
      facts.append("\(Escaping.markdown(parameter.name)): \(value)")
    }
    return facts.joined(separator: " · ")
  }

  private func prose(_ pieces: [ReportResult.ProsePiece]) -> String {
    let text = pieces.map { piece in
      switch piece {
      case .markdown(let markdown): markdown
      case .value(let value, let isTime): Escaping.markdown(self.text(of: value, isTime: isTime))
      }
    }.joined()
    let body = text.drop { $0.isNewline }
    let end = body.lastIndex { !$0.isWhitespace }
    return end.map { String(body[...$0]) } ?? ""
  }

  private func table(of block: ReportBlock) -> String {
    guard !block.rows.isEmpty else { return "None." }
    var lines = [line(block.columns.map { Escaping.markdown($0.name) })]
    lines.append(line(block.columns.indices.map { block.isNumeric($0) ? "---:" : "---" }))
    for row in block.rows.prefix(block.shownRows) {
      lines.append(
        line(zip(row, block.columns).map { Escaping.markdown(text(of: $0, isTime: $1.isTime)) })
      )
    }
    let rest = block.rows.count - block.shownRows
    if rest > 0 {
      lines.append("\nAnd \(rest) more \(rest == 1 ? "row" : "rows"); CSV and JSON have all.")
    }
    return lines.joined(separator: "\n")
  }

  private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private func text(of value: ReportValue, isTime: Bool) -> String {
    switch value {
    case .null: "–"
    case .integer(let time) where isTime && ZoneClock.tells(time): clock.wallTime(at: time)
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    case .text(let text): text
    }
  }
}

extension ReportBlock {
  /// Whether a column holds numbers and nothing else, and so is set to the right.
  fileprivate func isNumeric(_ column: Int) -> Bool {
    guard !columns[column].isTime else { return false }
    return rows.allSatisfy { row in
      switch row[column] {
      case .integer, .real, .null: true
      case .text: false
      }
    }
  }
}
