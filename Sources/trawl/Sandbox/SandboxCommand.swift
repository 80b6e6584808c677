import Arguments
import Output
import Sandbox

/// `trawl sandbox`.
struct SandboxCommand: Command {
  static let name = "sandbox"
  static let summary = "Make up a tenant to try Trawl on, or serve one."
  static let discussion = """
    With --write, an archive of a company that does not exist: people of several languages, \
    conversations, threads, files, calls, likes, flags. The same seed and size give the same bytes \
    on any machine.

    With --port, the same company or the archive that --archive names behind a look-alike of the \
    Circuit REST API, on loopback only, until Ctrl-C. An account is a user of the tenant; its token \
    and client secret are in --tokens-dir, for 'trawl ingest --api URL --token-file FILE'.

    A fault is KIND or KIND:NAME=VALUE,…, such as 429:every=7,retry-after=1.
    Kinds: \(SandboxFault.kinds.joined(separator: ", ")).
    Names: \(SandboxFault.settings.joined(separator: ", ")).
    docs/sandbox.md says what each does, and how to change them while the server runs.
    """
  static let examples = [
    Example("trawl sandbox --write demo --items 20000", "A small company's year and a half."),
    Example("trawl import demo", "What to do with it."),
    Example("trawl sandbox --port 8080 --accounts 2", "The same company behind the REST API."),
    Example(
      "trawl sandbox --port 8080 --archive demo --fault 503:chance=0.05 --latency 20ms",
      "An archive behind it, on a bad day."
    ),
  ]

  var write: FileArgument?
  var isForced = false
  var tenant = SandboxTenantOptions()
  var server = SandboxServerOptions()

  static var arguments: [Argument<Self>] {
    [
      .option("--write", to: \.write, value: "folder", help: "Write an archive into a folder.")
        .completing(.folders),
      .flag("--force", to: \.isForced, help: "Also write into a folder that is not empty."),
      .group(\.tenant),
      .group(\.server),
    ]
  }

  func run(in console: Console) async throws -> Outcome {
    try tenant.check()
    switch (write, server.port) {
    case (let write?, nil):
      try writeArchive(to: write.path, in: console)
    case (nil, let port?):
      try serve(port: port, in: console)
    case (nil, nil):
      throw UsageError(.missingArgument("--write <folder>, or --port <number>"))
    case (_?, _?):
      throw UsageError(.conflict("--write", "--port"))
    }
    return .done
  }

  private func writeArchive(to folder: String, in console: Console) throws {
    guard tenant.archive == nil else { throw UsageError(.conflict("--write", "--archive")) }
    guard isForced || !Folder.hasFiles(at: folder) else {
      throw CommandError.folderNotEmpty(path: folder)
    }
    try Folder.make(at: Folder.parent(of: folder))
    let made = try SyntheticTenant(plan: tenant.plan).write(
      to: folder,
      progress: tenant.progress("Writing", in: console)
    )
    console.progress.clear()
    let facts = [
      Figures.counted(made.items, "item"), Figures.counted(made.users, "user"),
      Figures.counted(made.conversations, "conversation"), Figures.counted(made.flags, "flag"),
      Figures.size(made.bytes),
    ]
    try console.output.write(
      "wrote \(TerminalText.safe(folder)): \(facts.joined(separator: ", "))\n"
    )
  }

  private func serve(port: Int, in console: Console) throws {
    let tenant = try tenant.load(in: console)
    let running = try SandboxServer(tenant, options: server.options(seed: self.tenant.seed))
    // Before anyone can know that the server is there.
    let stop = TerminationSignals.install()
    try running.start(port: UInt16(clamping: port))
    defer { running.stop() }
    var lines = [running.baseURL]
    for account in running.accounts {
      let file = "\(server.tokensPath)/account-\(account.number)"
      lines.append(
        "account \(account.number): \(account.displayName), token in \(file).token, "
          + "client \(account.clientID) with its secret in \(file).secret"
      )
    }
    if tenant.skippedLines > 0 {
      console.note("left out \(Figures.counted(tenant.skippedLines, "line")) of no use")
    }
    try console.output.write(lines.map { TerminalText.safe($0) + "\n" }.joined())
    try console.output.flush()
    TerminationSignals.wait(unless: stop)
  }
}
