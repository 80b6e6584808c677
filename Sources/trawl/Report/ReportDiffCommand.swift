import Arguments
internal import Foundation
import Output
import Reports

/// `trawl report diff`.
struct ReportDiffCommand: Command {
  static let name = "diff"
  static let summary = "Show what differs between two reports."
  static let discussion = """
    Both are JSON reports, written with --format json. Rows are told apart by the ids in them, else by \
    their texts, else by their values. Where nothing differs, nothing is printed and the exit status \
    is 1, as for a search that finds nothing.
    """
  static let examples = [
    Example("trawl report diff monday.json friday.json", "What became of the numbers."),
    Example(
      "trawl report diff old.json new.json --format csv > changes.csv",
      "The same for a spreadsheet."
    ),
  ]

  var first = ""
  var second = ""
  var output = OutputOptions()

  static var arguments: [Argument<Self>] {
    [
      .positional("before", to: \.first, help: "The report that was."),
      .positional("after", to: \.second, help: "The report that is."),
      .group(\.output),
    ]
  }

  func validate() throws(UsageError) { try output.validate() }

  private static let columns = [
    Column("change", title: "Change"),
    Column("block", title: "Block"),
    Column("row", title: "Row", fit: .wrapping(minimum: 16, lines: 3)),
    Column("column", title: "Column"),
    Column("before", title: "Before", alignment: .trailing),
    Column("after", title: "After", alignment: .trailing),
    Column("difference", title: "Difference", alignment: .trailing),
  ]

  func run(in console: Console) async throws -> Outcome {
    let comparison = ReportComparison(try document(first), try document(second))
    let envelope = Envelope(rowsName: "changes", head: [.init("schemaVersion", .integer(1))])
    let writer = output.writer(of: Self.columns, in: console, zone: .utc, envelope: envelope)
    for change in comparison.changes {
      try writer.write([
        .text(change.kind.rawValue), .text(change.block), .text(change.key), .text(change.column),
        change.before, change.after, change.difference,
      ])
    }
    try writer.finish()
    return comparison.changes.isEmpty ? .nothing : .done
  }

  private func document(_ path: String) throws -> ReportDocument {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw CommandError.cannotRead(path: path, code: errno)
    }
    return try ReportDocument(json: bytes, file: path)
  }
}

extension ReportComparison.Change {
  /// One line about it.
  ///
  /// - Parameters:
  ///   - first: What the first value is called.
  ///   - second: What the second value is called.
  /// - Returns: Such as `block 'days', 2018-03-19, messages: counted 3, reported 4`.
  func sentence(before first: String, after second: String) -> String {
    let place = [block.isEmpty ? "" : "block '\(block)'", key, column]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    guard kind == .changed else { return "\(place): only \(kind == .added ? second : first)" }
    return "\(place): \(first) \(text(before)), \(second) \(text(after))"
  }

  private func text(_ cell: Cell) -> String {
    switch cell {
    case .integer(let number): String(number)
    case .time(let number): String(number)
    case .real(let number): "\(number)"
    case .text(let text): "'\(text)'"
    default: "nothing"
    }
  }
}
