import Arguments
import Circuit
import Index

/// Which accounts a run asks with: those of the index, or some that are only named for this run.
struct AccountOptions: OptionGroup {
  var names: [String] = []
  var api: BaseURL?
  var tokenFiles: [FileArgument] = []

  static var arguments: [Argument<Self>] {
    [
      .section(
        "Accounts",
        [
          .option(
            "--account",
            to: \.names,
            value: "name",
            help: "Only this account of 'trawl accounts'; without it all of them."
          )
          .completing(.accounts),
          .option(
            "--api",
            to: \.api,
            value: "URL",
            help: "Instead of them: the API's address, such as https://example.org/rest/v2."
          ),
          .option(
            "--token-file",
            to: \.tokenFiles,
            value: "file",
            help: "With --api: a file with an account's token."
          ),
        ]
      )
    ]
  }

  /// Checks that the options make sense together.
  ///
  /// - Throws: `UsageError`.
  func validate() throws(UsageError) {
    if api != nil, !names.isEmpty { throw UsageError(.conflict("--api", "--account")) }
    if api != nil, tokenFiles.isEmpty { throw UsageError(.needs("--api", "--token-file")) }
    if api == nil, !tokenFiles.isEmpty { throw UsageError(.needs("--token-file", "--api")) }
  }

  /// The accounts of the run.
  ///
  /// - Parameter database: The index's path.
  /// - Returns: At least one account.
  /// - Throws: `AccountError` when there are none or none of such a name, `IndexError`.
  func accounts(database: String) throws -> [Account] {
    guard let api else { return try AccountStore(path: database).accounts(named: names) }
    var names: Set<String> = []
    return tokenFiles.map { file in
      Account(
        name: Self.name(of: file.path, besides: &names),
        baseURL: api,
        credentials: .tokenFile(Folder.absolute(file.path))
      )
    }
  }

  /// The accounts of the run with a client each; all share one transport and the governor.
  ///
  /// - Parameters:
  ///   - database: The index's path.
  ///   - governor: What holds the requests of all accounts back.
  ///   - console: Where the environment is.
  /// - Returns: At least one account with its client.
  /// - Throws: As `accounts(database:)` does.
  func clients(
    database: String,
    governor: RequestGovernor,
    in console: Console
  ) throws -> [(account: Account, client: APIClient)] {
    let transport = CurlTransport(userAgent: Trawl.userAgent)
    return try accounts(database: database).map { account in
      (account, APIClient(account, transport: transport, governor: governor, in: console))
    }
  }

  /// A file's name without its folder and ending, told apart from those that came before.
  private static func name(of path: String, besides taken: inout Set<String>) -> String {
    let file = path.split(separator: "/").last ?? ""
    let stem = String(file.prefix { $0 != "." })
    let base = stem.isEmpty ? "account" : stem
    var name = base
    var number = 1
    while !taken.insert(name).inserted {
      number += 1
      name = "\(base)-\(number)"
    }
    return name
  }
}

extension APIClient {
  /// A client for an account, with the run's environment.
  convenience init(
    _ account: Account,
    transport: any Transport,
    governor: RequestGovernor,
    maximalAttempts: Int? = nil,
    in console: Console
  ) {
    self.init(
      baseURL: account.baseURL,
      credentials: Credentials(
        source: account.credentials,
        scopes: account.scopes,
        environment: console.environment
      ),
      transport: transport,
      governor: governor,
      maximalAttempts: maximalAttempts
    )
  }
}
