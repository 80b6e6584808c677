import Arguments
import Circuit
import Index
import Output

/// `trawl accounts test`.
struct AccountsTestCommand: Command {
  static let name = "test"
  static let summary = "Ask the API with each account, and say what works and what does not."
  static let discussion = """
    Asks who the token's user is and for a first page of conversations, and compares the scopes that \
    a client was granted with those it is to have. Exit status 1 when a check fails.
    """
  static let examples = [
    Example("trawl accounts test", "All accounts."),
    Example("trawl accounts test ana", "One of them."),
    Example(
      "trawl accounts test --api https://example.org/rest/v2 --token-file t",
      "A token that is not kept."
    ),
  ]

  var names: [String] = []
  var accounts = AccountOptions()
  var output = OutputOptions()
  var global = GlobalOptions()

  static var arguments: [Argument<Self>] {
    [
      .positionals("name", to: \.names, help: "An account's name; without it all of them.")
        .completing(.accounts),
      .group(\.accounts),
      .group(\.output),
      .group(\.global),
    ]
  }

  func validate() throws(UsageError) {
    try output.validate()
    try chosen.validate()
  }

  /// Names are taken with and without `--account`.
  private var chosen: AccountOptions {
    var chosen = accounts
    chosen.names += names
    return chosen
  }

  private static let columns = [
    Column("account", title: "Account", isIdentifier: true),
    Column("check", title: "Check"),
    Column("passed", title: "Passed"),
    Column("detail", title: "What was found", fit: .wrapping(minimum: 30, lines: 6)),
  ]

  func run(in console: Console) async throws -> Outcome {
    let database = try global.databasePath(in: console)
    let envelope = Envelope(rowsName: "checks", head: [.init("schemaVersion", .integer(1))])
    let transport = CurlTransport(userAgent: Trawl.userAgent)
    let accounts = try chosen.accounts(database: database)
    let writer = output.writer(of: Self.columns, in: console, zone: .utc, envelope: envelope)
    var passed = true
    for account in accounts {
      let client = APIClient(
        account,
        transport: transport,
        governor: RequestGovernor(),
        // Someone is waiting: two attempts tell what there is to be told.
        maximalAttempts: 2,
        in: console
      )
      for check in AccountCheck.run(account, with: client) {
        passed = passed && check.passed
        try writer.write([
          .text(account.name), .text(check.name), .boolean(check.passed), .text(check.detail),
        ])
      }
    }
    try writer.finish()
    return passed ? .done : .nothing
  }
}
