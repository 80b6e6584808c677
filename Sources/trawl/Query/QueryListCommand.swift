import Arguments
import Output
import Search

/// `trawl query list`.
struct QueryListCommand: Command {
  static let name = "list"
  static let summary = "List the saved queries."
  static let examples = [
    Example("trawl query list", "Names, what they find, and how."),
    Example("trawl query list --format ids", "The names alone."),
  ]

  var output = OutputOptions()
  var library = QueryLibraryOptions()

  static var arguments: [Argument<Self>] { [.group(\.output), .group(\.library)] }

  func validate() throws(UsageError) { try output.validate() }

  private static let columns = [
    Column("name", title: "Name", isIdentifier: true),
    Column("title", audience: .programs),
    Column("description", title: "What it finds", fit: .wrapping(minimum: 18, lines: 4)),
    Column("query", title: "Query", fit: .wrapping(minimum: 15, lines: 4)),
    Column("parameters", title: "Parameters", fit: .wrapping(minimum: 12, lines: 3)),
    Column("file", audience: .programs),
  ]

  func run(in console: Console) async throws -> Outcome {
    let library = try self.library.library(in: console)
    let envelope = Envelope(rowsName: "queries", head: [.init("schemaVersion", .integer(1))])
    let writer = output.writer(of: Self.columns, in: console, zone: .utc, envelope: envelope)
    var outcome = Outcome.done
    for name in library.names {
      do {
        let query = try library.query(named: name)
        try writer.write([
          .text(name), .text(query.title), .text(query.summary), .text(query.query),
          .list(query.parameters.map { "\($0.name)=\($0.value ?? "")" }), .text(query.file),
        ])
      } catch let error as SavedQueryError {
        // A file that is wrong must not hide the others.
        console.note(error.description)
        outcome = .partial
      }
    }
    try writer.finish()
    return outcome
  }
}
