import Arguments
import Sandbox

/// How `trawl sandbox --port` serves.
struct SandboxServerOptions: OptionGroup {
  var port: Int?
  var accounts = 1
  var users: [String] = []
  var seesEverything = false
  var tokensFolder: FileArgument?
  var tokenLifetime = Arguments.TimeSpan(milliseconds: 3_600_000)
  var boundary = SandboxPaging.Boundary.inclusive
  var order = SandboxPaging.Order.newest
  var duplicates = 0
  var hasShortPages = false
  var faults: [SandboxFault] = []
  var latency = Arguments.TimeSpan(milliseconds: 0)
  var usesGzip = false
  var likesTouchItems = false

  static var arguments: [Argument<Self>] { accountArguments + behaviourArguments }

  private static var accountArguments: [Argument<Self>] {
    [
      .option(
        "--port",
        to: \.port,
        in: 0...65_535,
        value: "number",
        help: "Serve the REST API on a port; 0 takes one that is free."
      ),
      .option(
        "--accounts",
        to: \.accounts,
        in: 1...1_000,
        value: "count",
        help: "How many accounts; they are the users who take part most."
      ),
      .option(
        "--account",
        to: \.users,
        value: "user",
        help: "Give an account to a user, by id or e-mail address."
      ),
      .flag(
        "--see-all",
        to: \.seesEverything,
        help: "The first account sees every conversation as if it took part."
      ),
      .option(
        "--tokens-dir",
        to: \.tokensFolder,
        value: "folder",
        help: "Where files with tokens and client secrets go; without it 'sandbox-tokens'."
      )
      .completing(.folders),
      .option(
        "--token-lifetime",
        to: \.tokenLifetime,
        value: "time",
        help: "How long a token from the token endpoint lasts."
      ),
    ]
  }

  private static var behaviourArguments: [Argument<Self>] {
    [
      .option(
        "--boundary",
        to: \.boundary,
        value: "kind",
        help: "Whether a page has what was modified at exactly the time asked for."
      ),
      .option("--page-order", to: \.order, value: "order", help: "How a page is ordered."),
      .option(
        "--duplicates",
        to: \.duplicates,
        in: 0...99,
        value: "count",
        help: "How many items of a page were most likely given before."
      ),
      .flag("--short-pages", to: \.hasShortPages, help: "Pages hold less than was asked for."),
      .option(
        "--fault",
        to: \.faults,
        value: "fault",
        help: "What goes wrong on purpose; see above."
      ),
      .option("--latency", to: \.latency, value: "time", help: "Added to each answer."),
      .flag("--gzip", to: \.usesGzip, help: "Send gzip to clients that take it."),
      .flag(
        "--likes-touch",
        to: \.likesTouchItems,
        help: "A like gives the item a new modification time."
      ),
    ]
  }

  /// The folder for tokens and secrets.
  var tokensPath: String { tokensFolder?.path ?? "sandbox-tokens" }

  /// The same for the server.
  func options(seed: Int) -> SandboxOptions {
    var options = SandboxOptions()
    options.accounts = accounts
    options.users = users
    options.seesEverything = seesEverything
    options.tokensFolder = tokensPath
    options.tokenLifetime = Int(tokenLifetime.milliseconds / 1_000)
    options.paging = SandboxPaging(
      boundary: boundary,
      order: order,
      duplicates: duplicates,
      isShort: hasShortPages
    )
    options.faults = faults
    options.latency = Int(latency.milliseconds)
    options.usesGzip = usesGzip
    options.likesTouchItems = likesTouchItems
    options.seed = UInt64(seed)
    return options
  }
}
