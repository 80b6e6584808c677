import Arguments
import Circuit
internal import Foundation
import Index
import Output

/// `trawl accounts add`.
struct AccountsAddCommand: Command {
  static let name = "add"
  static let summary = "Add an account to ask the API with."
  static let discussion = """
    An account is an address and a place where its token is found: a file, an environment variable, \
    or OAuth's client-credentials grant with a client's id and a place where its secret is found. \
    Tokens and secrets themselves are never given as arguments and never kept in the index.

    A token file is read again when the server refuses its token, so that another program may renew \
    it. A granted token is renewed before it expires.
    """
  static let examples = [
    Example(
      "trawl accounts add ana --api https://example.org/rest/v2 --token-file ~/.ana",
      "A person's token in a file."
    ),
    Example(
      "trawl accounts add bot --api https://example.org/rest/v2 --client-id 4f2a --client-secret-env S",
      "A bot with a secret in $S."
    ),
  ]

  var account = ""
  var api: BaseURL?
  var tokenFile: FileArgument?
  var tokenVariable: String?
  var clientId: String?
  var secretFile: FileArgument?
  var secretVariable: String?
  var scopes: String?
  var global = GlobalOptions()

  static var arguments: [Argument<Self>] {
    [
      .positional("name", to: \.account, help: "What to call it."),
      .option(
        "--api",
        to: \.api,
        value: "URL",
        help: "The API's address, such as https://example.org/rest/v2; needed."
      ),
      .section(
        "Where its token is, one of",
        [
          .option(
            "--token-file",
            to: \.tokenFile,
            value: "file",
            help: "A file with the token, of one line."
          ),
          .option(
            "--token-env",
            to: \.tokenVariable,
            value: "name",
            help: "The environment variable with the token."
          ),
          .option(
            "--client-id",
            to: \.clientId,
            value: "id",
            help: "Have a token granted to this client, with its secret from one of the next two."
          ),
          .option(
            "--client-secret-file",
            to: \.secretFile,
            value: "file",
            help: "A file with the client's secret, of one line."
          ),
          .option(
            "--client-secret-env",
            to: \.secretVariable,
            value: "name",
            help: "The environment variable with the client's secret."
          ),
        ]
      ),
      .option(
        "--scopes",
        to: \.scopes,
        value: "list",
        help: """
          The token's OAuth scopes, separated by commas; to a client these are granted. (default for \
          a client: \(Self.clientScopes.joined(separator: ",")))
          """
      ),
      .group(\.global),
    ]
  }

  /// The scopes that all of an ingest needs.
  private static let clientScopes = ["READ_CONVERSATIONS", "READ_USER_PROFILE", "READ_USER"]

  func validate() throws(UsageError) {
    guard !account.isEmpty else {
      let reason = InvalidValue(expected: .described("a name"))
      throw UsageError(.invalidValue(argument: "name", word: account, reason: reason))
    }
    if api == nil { throw UsageError(.missingArgument("--api <URL>")) }
    _ = try source()
  }

  func run(in console: Console) async throws -> Outcome {
    guard let api else { throw UsageError(.missingArgument("--api <URL>")) }
    let database = try global.databasePath(in: console)
    try Folder.make(at: Folder.parent(of: database))
    warnOfOpenFile(console)
    let given = scopes.map { list in
      list.split { $0 == "," || $0 == " " }.map(String.init)
    }
    let added = Account(
      name: account,
      baseURL: api,
      credentials: try source(),
      scopes: given ?? (clientId == nil ? [] : Self.clientScopes)
    )
    do {
      try AccountStore(path: database).add(added)
    } catch IndexError.missing, IndexError.unreadableLog {
      throw IndexError.notWritable(path: database)
    }
    let name = TerminalText.safe(account)
    try console.output.write("added \(name); try it with 'trawl accounts test \(name)'\n")
    return .done
  }

  /// Where the token comes from: exactly one of the ways.
  private func source() throws(UsageError) -> CredentialSource {
    let ways = [
      ("--token-file", tokenFile != nil), ("--token-env", tokenVariable != nil),
      ("--client-id", clientId != nil),
    ].filter(\.1).map(\.0)
    if ways.count > 1 { throw UsageError(.conflict(ways[0], ways[1])) }
    if clientId == nil {
      if secretFile != nil { throw UsageError(.needs("--client-secret-file", "--client-id")) }
      if secretVariable != nil { throw UsageError(.needs("--client-secret-env", "--client-id")) }
    }
    if let tokenFile { return .tokenFile(Folder.absolute(tokenFile.path)) }
    if let tokenVariable { return .tokenEnvironment(tokenVariable) }
    guard let clientId else { throw UsageError(.missingArgument("--token-file <file>")) }
    switch (secretFile, secretVariable) {
    case (let file?, nil): return .client(id: clientId, secret: .file(Folder.absolute(file.path)))
    case (nil, let name?): return .client(id: clientId, secret: .environment(name))
    case (nil, nil): throw UsageError(.needs("--client-id", "--client-secret-file"))
    case (_?, _?): throw UsageError(.conflict("--client-secret-file", "--client-secret-env"))
    }
  }

  /// Says so when others can read the file that a secret is in, or when it is not there yet.
  private func warnOfOpenFile(_ console: Console) {
    guard let path = (tokenFile ?? secretFile)?.path else { return }
    var facts = stat()
    if stat(path, &facts) != 0 {
      console.note("note: there is no file '\(path)' that this user may see, yet")
    } else if facts.st_mode & (S_IRGRP | S_IROTH) != 0 {
      console.note("note: other users may read '\(path)'; chmod 600 keeps it to you")
    }
  }
}
