import Arguments
import Output

/// The program: its name, its version, and every command there is.
enum Trawl {
  static let version = "0.1.0"
  /// What servers are told of who asks.
  static let userAgent = "trawl/\(version)"

  static let program = Program<Console>(
    name: "trawl",
    version: version,
    summary: "Search and report on a Circuit tenant's conversations, kept in one file.",
    notes: """
      TRAWL_DB names the index when --db does not, TRAWL_TIMEZONE the zone when --timezone does not.

      Exit status: \(statuses.map { "\($0.name) \($0.text)" }.joined(separator: ", ")).
      """,
    sections: [
      .init(
        "Ask",
        [
          .command(SearchCommand.self),
          .command(ShowCommand.self),
          .command(FlaggedCommand.self),
          .family(
            CommandFamily(
              name: "report",
              summary: "Run reports, such as the weekly activity: 'trawl report NAME'.",
              commands: [
                ReportListCommand.self, ReportShowCommand.self, ReportRunCommand.self,
                ReportDiffCommand.self,
              ],
              shorthand: ReportRunCommand.self
            )
          ),
          .family(
            CommandFamily(
              name: "query",
              summary: "Run searches that are kept in files.",
              commands: [QueryListCommand.self, QueryShowCommand.self, QueryRunCommand.self]
            )
          ),
        ]
      ),
      .init(
        "Keep the index",
        [
          .command(IngestCommand.self),
          .command(ImportCommand.self),
          .command(ExportCommand.self),
          .family(
            CommandFamily(
              name: "accounts",
              summary: "Say with whose tokens the API is asked, and try them.",
              commands: [
                AccountsAddCommand.self, AccountsListCommand.self, AccountsRemoveCommand.self,
                AccountsTestCommand.self,
              ]
            )
          ),
          .command(StatusCommand.self),
          .command(CheckCommand.self),
          .command(SandboxCommand.self),
        ]
      ),
      .init("At the shell", [.command(CompletionsCommand.self), .command(ManCommand.self)]),
    ]
  )
}

/// Parses the words, runs the command and says what went wrong.
///
/// - Parameters:
///   - words: The command line without the program's name.
///   - console: Where results and messages go.
/// - Returns: How it ended.
func run(_ words: [String], in console: Console) async -> Outcome {
  // Someone who does not know the commands yet wants the list, not a complaint.
  guard !words.isEmpty else {
    console.note(Trawl.program.help(width: console.helpWidth))
    return .usage
  }
  var outcome = Outcome.done
  var failure: Failure?
  do {
    outcome = try await start(words, in: console)
  } catch {
    failure = Failure(error)
  }
  do {
    // Results that came before the failure are worth having, and come first.
    try console.finish()
  } catch {
    failure = failure ?? Failure(error)
  }
  guard let failure else { return outcome }
  console.progress.clear()
  if !failure.text.isEmpty { console.note(failure.text) }
  return failure.outcome
}

private func start(_ words: [String], in console: Console) async throws -> Outcome {
  switch try Trawl.program.parse(words, width: console.helpWidth) {
  case .print(let text):
    try console.output.write(text)
    return .done
  case .run(let command, let path):
    if let paged = command as? any PagedCommand, paged.isPaged { console.page() }
    do {
      return try await command.run(in: console)
    } catch let error as UsageError {
      throw error.inCommand(path)
    }
  }
}
