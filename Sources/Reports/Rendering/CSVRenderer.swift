/// Writes blocks as CSV by RFC 4180, all rows.
///
/// A text that a spreadsheet would run as a formula begins with an apostrophe, unless `raw` is set.
public struct CSVRenderer: Sendable {
  /// Whether texts stay as they are, also where a spreadsheet would run them.
  public let raw: Bool

  /// Chooses how texts are written.
  public init(raw: Bool = false) { self.raw = raw }

  /// A file for each block, by the file's name.
  public func files(_ result: ReportResult) -> [(name: String, text: String)] {
    result.blocks.map { ("\($0.name).csv", render($0, of: result)) }
  }

  /// One block, headed by its columns' names.
  ///
  /// - Parameters:
  ///   - block: A block of the result.
  ///   - result: The result, whose zone times are written in.
  /// - Returns: Lines that end in CR and LF.
  public func render(_ block: ReportBlock, of result: ReportResult) -> String {
    let clock = result.clock
    var csv = line(block.columns.map { cell(of: .text($0.name), in: $0, by: clock) })
    for row in block.rows {
      csv += line(zip(row, block.columns).map { cell(of: $0, in: $1, by: clock) })
    }
    return csv
  }

  private func line(_ cells: [String]) -> String { cells.joined(separator: ",") + "\r\n" }

  private func cell(
    of value: ReportValue,
    in column: ReportColumn,
    by clock: ZoneClock
  ) -> String {
    switch value {
    case .null: ""
    case .integer(let time) where column.isTime && ZoneClock.tells(time):
      clock.timestamp(at: time)
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    case .text(let text): Escaping.csv(text, raw: raw)
    }
  }
}
