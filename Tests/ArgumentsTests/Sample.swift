import Arguments

/// A small program that uses every kind of argument.
let sample = Program<Void>(
  name: "trawl",
  version: "1.2.3",
  summary: "A sample program.",
  notes: "TRAWL_DB names the file when --db does not.",
  sections: [
    .init("Search", [.command(Search.self)]),
    .init(
      "Keep",
      [
        .command(Load.self),
        .family(
          CommandFamily(
            name: "query",
            summary: "Saved searches.",
            commands: [QueryList.self, QueryRun.self],
            shorthand: nil
          )
        ),
        .family(
          CommandFamily(
            name: "report",
            summary: "Reports.",
            commands: [ReportRun.self],
            shorthand: ReportRun.self
          )
        ),
      ]
    ),
  ]
)

enum Shape: String, CaseIterable, ArgumentValue {
  case table
  case json
  case ids
}

struct Shared: OptionGroup, Equatable {
  var database: FileArgument?
  var isQuiet = false

  static var arguments: [Argument<Self>] {
    [
      .section(
        "Every command",
        [
          .option("--db", to: \.database, value: "path", help: "The index."),
          .flag("-q", "--quiet", to: \.isQuiet, help: "Say nothing but results."),
        ]
      )
    ]
  }
}

struct Search: Command, Equatable {
  static let name = "search"
  static let summary = "Search messages."
  static let discussion = """
    Words are joined by AND; a phrase stands in quotes, which the shell must not eat, so that the \
    whole query is best put in single quotes.

      macro -from:alice     leading minus: not
    """
  static let examples = [Example("trawl search 'macro from:alice'", "All that Alice wrote on it.")]
  static let dashedWords = DashedWords.arePositionals

  var words: [String] = []
  var limit = 20
  var shape = Shape.table
  var people: [String] = []
  var olderThan: TimeSpan?
  var weight = 1.5
  var isColoured: Bool?
  var isMarked = true
  var shared = Shared()

  static var arguments: [Argument<Self>] {
    [
      .positionals("word", to: \.words, help: "What to look for."),
      .option(
        "-n",
        "--limit",
        to: \.limit,
        in: 1...1000,
        value: "count",
        help: "Most results to show."
      ),
      .option("-f", "--format", to: \.shape, value: "format", help: "How to print."),
      .flag("--color", to: \.isColoured, help: "Colours, wherever the output goes."),
      .flag("--mark", to: \.isMarked, negatable: true, help: "Mark what matched."),
      .section(
        "Filters",
        [
          .option("--from", to: \.people, value: "person", help: "Who wrote it."),
          .option("--older-than", to: \.olderThan, value: "age", help: "How old at least."),
          .option("--weight", to: \.weight, value: "factor", help: "How much a title counts."),
        ]
      ),
      .group(\.shared),
    ]
  }

  func validate() throws(UsageError) {
    if shared.isQuiet, isColoured == true { throw UsageError(.conflict("--quiet", "--color")) }
  }

  func run(in context: Void) async throws -> Outcome { .done }
}

struct Load: Command, Equatable {
  static let name = "load"
  static let summary = "Load archives."

  var path = ""
  var others: [FileArgument] = []
  var depth: Int?

  static var arguments: [Argument<Self>] {
    [
      .positional("path", to: \.path, help: "The first archive."),
      .positionals("more", to: \.others, required: true, help: "More of them."),
      .option("--depth", to: \.depth, in: 0...Int.max, value: "levels", help: "Folders deep."),
    ]
  }

  func run(in context: Void) async throws -> Outcome { .nothing }
}

struct QueryList: Command, Equatable {
  static let name = "list"
  static let summary = "List them."

  var kind: Shape?

  static var arguments: [Argument<Self>] {
    [.positional("kind", to: \.kind, help: "Only these.")]
  }

  func run(in context: Void) async throws -> Outcome { .done }
}

struct QueryRun: Command, Equatable {
  static let name = "run"
  static let summary = "Run one."
  static var arguments: [Argument<Self>] { [] }
  func run(in context: Void) async throws -> Outcome { .done }
}

struct ReportRun: Command, Equatable {
  static let name = "run"
  static let summary = "Write one."

  var report = ""
  var week: String?

  static var arguments: [Argument<Self>] {
    [
      .positional("report", to: \.report, help: "Its name."),
      .option("--week", to: \.week, value: "week", help: "The week."),
    ]
  }

  func run(in context: Void) async throws -> Outcome { .done }
}

/// The command that `words` give, or nil when they ask for a text instead.
func parsed<Root: Command<Void>>(_ words: String...) throws -> Root? {
  guard case .run(let command, _) = try sample.parse(words) else { return nil }
  return command as? Root
}

/// The text that `words` ask for, or nil when they give a command.
func printed(_ words: String...) throws -> String? {
  guard case .print(let text) = try sample.parse(words) else { return nil }
  return text
}
