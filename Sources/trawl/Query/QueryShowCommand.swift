import Arguments
import Output
import Search

/// `trawl query show`.
struct QueryShowCommand: Command {
  static let name = "show"
  static let summary = "Print a saved query's file, to copy and change."
  static let examples = [
    Example(
      "trawl query show most-liked > ~/.config/trawl/queries/mine.query",
      "Begin a query of your own."
    )
  ]

  var query = ""
  var pager = PagerOptions()
  var library = QueryLibraryOptions()

  static var arguments: [Argument<Self>] {
    [
      .positional("name", to: \.query, help: "The saved query.").completing(.queries()),
      .group(\.pager),
      .group(\.library),
    ]
  }

  func run(in console: Console) async throws -> Outcome {
    let saved = try library.library(in: console).query(named: query)
    try console.output.write(TerminalText.safeLines(saved.text))
    return .done
  }
}
