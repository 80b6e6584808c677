import Arguments
import Index
import Output

/// `trawl accounts remove`.
struct AccountsRemoveCommand: Command {
  static let name = "remove"
  static let summary = "Forget how to ask with an account; what it has seen stays in the index."
  static let examples = [
    Example("trawl accounts remove ana", "The token's file itself is left alone.")
  ]

  var account = ""
  var global = GlobalOptions()

  static var arguments: [Argument<Self>] {
    [
      .positional("name", to: \.account, help: "The account's name.").completing(.accounts),
      .group(\.global),
    ]
  }

  func run(in console: Console) async throws -> Outcome {
    try AccountStore(path: try global.readablePath(in: console)).remove(named: account)
    try console.output.write("removed \(TerminalText.safe(account))\n")
    return .done
  }
}
