import Arguments
import Output
import Search

/// `trawl query run`.
struct QueryRunCommand: Command {
  static let name = "run"
  static let summary = "Run a saved query."
  static let discussion = """
    The same as 'trawl search @NAME': words and options after the name narrow it, and --sort and \
    --limit come before what its file says.
    """
  static let examples = [
    Example("trawl query run most-liked --set period=last-month", "What people liked then."),
    Example("trawl query run escalations --format markdown", "For a page of notes."),
  ]
  static let dashedWords = DashedWords.arePositionals

  var query = ""
  var words: [String] = []
  var options = SearchOptions()

  static var arguments: [Argument<Self>] {
    [
      .positional("name", to: \.query, help: "The saved query.").completing(.queries()),
      .positionals("words", to: \.words, help: "More that its hits must match."),
      .group(\.options),
    ]
  }

  func validate() throws(UsageError) { try options.validate() }

  func run(in console: Console) async throws -> Outcome {
    let question = Question(
      words: words.joined(separator: " "),
      saved: try options.library.library(in: console).query(named: query),
      options
    )
    return try SearchRun(question, options: options, in: console).answer()
  }
}
