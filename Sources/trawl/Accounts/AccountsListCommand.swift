import Arguments
import Circuit
import Index
import Output

/// `trawl accounts list`.
struct AccountsListCommand: Command {
  static let name = "list"
  static let summary = "List the accounts: address, where the token comes from, whose it is."
  static let examples = [
    Example("trawl accounts list", "For people."),
    Example("trawl accounts list --format ids", "The names alone."),
  ]

  var output = OutputOptions()
  var global = GlobalOptions()

  static var arguments: [Argument<Self>] { [.group(\.output), .group(\.global)] }

  func validate() throws(UsageError) { try output.validate() }

  private static let columns = [
    Column("name", title: "Name", isIdentifier: true),
    Column("api", title: "API", fit: .flexible(minimum: 20)),
    Column("token", title: "Token", fit: .wrapping(minimum: 20, lines: 2)),
    Column("scopes", title: "Scopes", fit: .wrapping(minimum: 18, lines: 3)),
    Column("userId", title: "User", fit: .flexible(minimum: 12)),
  ]

  func run(in console: Console) async throws -> Outcome {
    let path = try global.readablePath(in: console)
    let accounts = try AccountStore(path: path).accounts()
    let envelope = Envelope(rowsName: "accounts", head: [.init("schemaVersion", .integer(1))])
    let writer = output.writer(of: Self.columns, in: console, zone: .utc, envelope: envelope)
    for account in accounts {
      try writer.write([
        .text(account.name), .text(account.baseURL.text), .text(account.credentials.description),
        .list(account.scopes), Cell(account.userId),
      ])
    }
    try writer.finish()
    if accounts.isEmpty { console.note(AccountError.noAccounts.description) }
    return accounts.isEmpty ? .nothing : .done
  }
}
