import Arguments
import Output
import Search

/// `trawl search`.
struct SearchCommand: Command {
  static let name = "search"
  static let summary = "Find messages, the newest first."
  static let discussion = """
    A query is words, all of which a message must have, "phrases", OR, -not, ( ), prefix*, and keys \
    such as from: in: kind: is: has: likes:>3 date:2026-03..2026-05. Every key is an option too. \
    @NAME is a saved query, and words after it narrow it. Without a query the newest messages are listed.

    --batch reads a query a line and writes a JSON object a line, in the same order: query, hits, \
    elapsedMilliseconds, or query and error; with --count also total, with --facet facets, with \
    --explain explanation. Each answer is written before the next line is read.

    --facet counts all matches by person, conversation, month, type, label of the conversation, or \
    filetype. A table has a small table for each facet after the hits, JSON a member facets; csv, \
    ndjson and markdown have the rows of the facets alone, as they cannot hold two shapes.

    In JSON, times are ms since 1970 UTC, and snippetMarks are the marked parts of the snippet in \
    code points.
    """
  static let examples = [
    Example("trawl search rollback -draft from:ana", "Ana's messages about a rollback, no drafts."),
    Example(
      "trawl search '\"needs attention\" OR escalat*' --kind community --after 2026-06",
      "A phrase or a prefix, in communities, since July 2026."
    ),
    Example(
      "trawl search --has file --in Lisbon --all --format csv > files.csv",
      "Everything in a conversation that carries a file, for a spreadsheet."
    ),
    Example("trawl search --is unanswered --newer 14d --count", "How many questions wait."),
    Example("trawl search --sort relevance 'release notes'", "The best matches first."),
    Example(
      "trawl search rollback --facet person,month --no-hits",
      "Who writes about it, and when."
    ),
    Example("trawl search rollback --group conversation", "Where it is written about."),
    Example(
      "trawl search --batch queries.txt --limit 5 > answers.ndjson",
      "Many queries in one process."
    ),
  ]
  static let dashedWords = DashedWords.arePositionals

  var words: [String] = []
  var batch: FileArgument?
  var isRemote = false
  var options = SearchOptions()

  static var arguments: [Argument<Self>] {
    [
      .positionals("query", to: \.words, help: "What to look for; see above.")
        .completing(.queries(prefix: "@")),
      .option(
        "--batch",
        to: \.batch,
        value: "file",
        help: "Answer each line of a file, or of standard input for '-', as a query."
      ),
      .flag(
        "--remote",
        to: \.isRemote,
        help: "Ask the platform's own search too, and list what only one of the two finds."
      ),
      .group(\.options),
    ]
  }

  func validate() throws(UsageError) {
    if isRemote {
      if batch != nil { throw UsageError(.conflict("--remote", "--batch")) }
      if words.isEmpty { throw UsageError(.needs("--remote", "<query>")) }
      if options.output.format == .circuit {
        throw UsageError(.conflict("--remote", "--format circuit"))
      }
    }
    guard batch != nil else { return try options.validate() }
    if !words.isEmpty { throw UsageError(.conflict("--batch", "<query>")) }
    try options.validateForBatch()
  }

  func run(in console: Console) async throws -> Outcome {
    if let batch { return try BatchSearch(options: options, in: console).run(batch.path) }
    if isRemote {
      return try RemoteSearch(options: options, console: console)
        .run(words.joined(separator: " "))
    }
    let question = try Question(
      naming: words.joined(separator: " "),
      in: options.library.library(in: console),
      options
    )
    return try SearchRun(question, options: options, in: console).answer()
  }
}

extension Question {
  /// What was typed, where a first word `@NAME` stands for the saved query of that name.
  ///
  /// A word that names none is a word: `@ana` may well stand in messages.
  ///
  /// - Throws: `SavedQueryError` when the saved query's file is wrong.
  init(naming text: String, in library: SavedQueryLibrary, _ options: SearchOptions) throws {
    let first = text.prefix { !$0.isWhitespace }
    if first.hasPrefix("@"), library.contains(String(first.dropFirst())) {
      let words = text.dropFirst(first.count).drop(while: \.isWhitespace)
      self.init(
        words: String(words),
        saved: try library.query(named: String(first.dropFirst())),
        options
      )
    } else {
      self.init(words: text, options)
    }
  }
}
