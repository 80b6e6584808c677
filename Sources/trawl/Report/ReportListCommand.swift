import Arguments
import Output
import Reports

/// `trawl report list`.
struct ReportListCommand: Command {
  static let name = "list"
  static let summary = "List the reports."
  static let examples = [Example("trawl report list", "Names, and what they take.")]

  var output = OutputOptions()
  var library = ReportLibraryOptions()

  static var arguments: [Argument<Self>] { [.group(\.output), .group(\.library)] }

  func validate() throws(UsageError) { try output.validate() }

  private static let columns = [
    Column("name", title: "Name", isIdentifier: true),
    Column("title", audience: .programs),
    Column("description", title: "What it says", fit: .wrapping(minimum: 24, lines: 3)),
    Column("parameters", title: "Takes", fit: .wrapping(minimum: 16, lines: 3)),
    Column("file", audience: .programs),
  ]

  func run(in console: Console) async throws -> Outcome {
    let library = try self.library.library(in: console)
    let envelope = Envelope(rowsName: "reports", head: [.init("schemaVersion", .integer(1))])
    let writer = output.writer(of: Self.columns, in: console, zone: .utc, envelope: envelope)
    var outcome = Outcome.done
    for name in library.names {
      do {
        let report = try library.definition(named: name)
        try writer.write([
          .text(name), .text(report.title), .text(report.summary),
          .list(report.parameters.map(\.usage)), .text(report.file),
        ])
      } catch let error as DefinitionError {
        // A file that is wrong must not hide the others.
        console.note(error.description)
        outcome = .partial
      }
    }
    try writer.finish()
    return outcome
  }
}

extension ReportParameter {
  /// `week=last`, or `from=<week>` where there is no default.
  var usage: String { "\(name)=\(defaultValue ?? "<\(kind.rawValue)>")" }
}
