import Arguments
import Chronology
import Circuit
import Index
import Ingest
import Output
import Search
import Text

/// `trawl ingest`.
struct IngestCommand: Command {
  static let name = "ingest"
  static let summary = "Bring the index up to the tenant, by its REST API."
  static let discussion = """
    The first run reads everything that the accounts see; later ones bring what is new, edited, deleted, \
    liked, flagged, renamed. A run that ends early, or is killed, is taken up by the next one. Conversations \
    that have long been idle are asked less often, at least once a day; likes, and items that vanish, are \
    found by walking through each conversation anew within the bound that --verify-within sets.

    Ctrl-C and SIGTERM finish the pages at hand and keep them. Exit status 3 when something is missing: it is \
    named, and asked for again by the next run.
    """
  static let examples = [
    Example("trawl ingest", "With all accounts of 'trawl accounts'."),
    Example(
      "trawl ingest --api https://example.org/rest/v2 --token-file me.token",
      "With a token, without keeping the account."
    ),
    Example("trawl ingest --every 15m", "Until it is stopped."),
    Example("trawl ingest --max-requests 2000", "A piece of a long first run."),
    Example("trawl ingest --dry-run", "What a run would ask."),
  ]

  var accounts = AccountOptions()
  var isFull = false
  var since: String?
  var convIds: [String] = []
  var isDryRun = false
  var interval: Arguments.TimeSpan?
  var maximalRequests: Int?
  var bound: Arguments.TimeSpan?
  var concurrency = 8
  var languages: Languages?
  var format = SummaryFormat.table
  var isQuiet = false
  var global = GlobalOptions()

  static var arguments: [Argument<Self>] {
    [
      .flag("--full", to: \.isFull, help: "Walk through every conversation from the beginning."),
      .option(
        "--since",
        to: \.since,
        value: "date",
        help:
          "Read conversations that are new from this date on only; a later run without it fills in."
      ),
      .option(
        "--conversation",
        to: \.convIds,
        value: "id",
        help: "Only this conversation; may be given more than once."
      ),
      .flag(
        "--dry-run",
        to: \.isDryRun,
        help: "Ask the accounts for their lists, and say what would be asked."
      ),
      .option(
        "--every",
        to: \.interval,
        value: "time",
        help: "Run again after so long, such as 15m."
      ),
      .option(
        "--max-requests",
        to: \.maximalRequests,
        in: 1...Int.max,
        value: "count",
        help: "End the run after so many requests."
      ),
      .option(
        "--verify-within",
        to: \.bound,
        value: "time",
        help: "See any edit, like or deletion within so long; kept for later runs. (default: 7d)"
      ),
      .option(
        "--concurrency",
        to: \.concurrency,
        in: 1...64,
        value: "count",
        help: "Most requests at a time; fewer while the server is slow or busy."
      ),
      .languages(to: \.languages),
      .option("-f", "--format", to: \.format, value: "format", help: "How to print the summary."),
      .flag("--quiet", to: \.isQuiet, help: "Say nothing while it runs."),
      .group(\.accounts),
      .group(\.global),
    ]
  }

  func validate() throws(UsageError) {
    try accounts.validate()
    if isDryRun, interval != nil { throw UsageError(.conflict("--dry-run", "--every")) }
    if let bound, bound.milliseconds < 3_600_000 {
      throw UsageError(
        .invalidValue(
          argument: "--verify-within",
          word: bound.argumentText,
          reason: InvalidValue(expected: .described("an hour or more, such as 12h or 7d"))
        )
      )
    }
  }

  func run(in console: Console) async throws -> Outcome {
    let database = try global.databasePath(in: console)
    var options = SyncOptions()
    options.isFull = isFull
    options.convIds = convIds
    options.bound = bound?.milliseconds
    // One that prepares a page asks for nothing meanwhile.
    options.workers = concurrency + max(1, concurrency / 2)
    options.languages = languages
    options.since = try since.map { try moment($0, in: console) }
    guard !isDryRun else { return try forecast(database, options, console) }
    try Folder.make(at: Folder.parent(of: database))
    Memory.returnFreed()
    let stop = TerminationSignals.install()
    while true {
      let begin = ContinuousClock.now
      let outcome = try attempt(database, options, stop, console)
      guard let interval, !stop.isSet else { return outcome }
      TerminationSignals.wait(until: begin + interval.duration, unless: stop)
      if stop.isSet { return outcome }
    }
  }

  /// One run; where runs follow one another, one that can do nothing does not end them.
  private func attempt(
    _ database: String,
    _ options: SyncOptions,
    _ stop: StopFlag,
    _ console: Console
  ) throws -> Outcome {
    do {
      return try ingest(database, options, stop, console)
    } catch let error as IngestError {
      guard interval != nil, case .noAccount = error else { throw error }
      console.note("\(error); trying again")
      return .failed
    }
  }

  /// What does the work, and what holds its requests back.
  private func tenantSync(
    _ database: String,
    _ options: SyncOptions,
    _ stop: StopFlag,
    _ console: Console
  ) throws -> (TenantSync, RequestGovernor) {
    let governor = RequestGovernor(ceiling: concurrency, budget: maximalRequests)
    let sync = TenantSync(
      accounts: try syncAccounts(database, governor, console),
      governor: governor,
      options: options,
      stop: stop,
      clock: { Console.presentTime() }
    )
    return (sync, governor)
  }

  private func ingest(
    _ database: String,
    _ options: SyncOptions,
    _ stop: StopFlag,
    _ console: Console
  ) throws -> Outcome {
    let (sync, governor) = try tenantSync(database, options, stop, console)
    let progress = IngestProgress(console: console, governor: governor, isQuiet: isQuiet)
    let summary: SyncSummary
    do {
      summary = try sync.run(into: database) { progress.update($0) }
    } catch IndexError.missing, IndexError.unreadableLog {
      // An ingest makes what is missing: it was not allowed to.
      throw IndexError.notWritable(path: database)
    }
    console.progress.clear()
    summary.say(in: console)
    try console.output.write(format == .json ? summary.json : summary.line + "\n")
    try console.output.flush()
    return summary.isPartial ? .partial : .done
  }

  private func forecast(
    _ database: String,
    _ options: SyncOptions,
    _ console: Console
  ) throws -> Outcome {
    let (sync, _) = try tenantSync(database, options, TerminationSignals.install(), console)
    let forecast = try sync.forecast(for: database)
    try console.output.write(format == .json ? forecast.json : forecast.line + "\n")
    for reason in forecast.missing { console.note("missing: \(reason.what): \(reason.reason)") }
    return forecast.missing.isEmpty ? .done : .partial
  }

  private func syncAccounts(
    _ database: String,
    _ governor: RequestGovernor,
    _ console: Console
  ) throws -> [SyncAccount] {
    try accounts.clients(database: database, governor: governor, in: console)
      .map { SyncAccount($0.account, client: $0.client) }
  }

  /// The first moment of a date, in the run's zone.
  private func moment(_ date: String, in console: Console) throws -> Int64 {
    let clock = LocalClock(timeZone: try global.timeZone(in: console).timeZone, now: console.now)
    let node = try QueryFailure.pointing(at: nil) {
      try QueryNode(key: .date, value: date, at: clock)
    }
    guard case .filter(.created(let span)) = node.kind else { return 0 }
    return span.from ?? 0
  }
}
