import Arguments
import Output
import Sandbox

/// `trawl sandbox`.
struct SandboxCommand: Command {
  static let name = "sandbox"
  static let summary = "Make up a tenant to try Trawl on."
  static let discussion = """
    Writes an archive of a company that does not exist: people of several languages, conversations, \
    threads, files, calls, likes, flags. The same seed and size give the same bytes on any machine.
    """
  static let examples = [
    Example("trawl sandbox --write demo --items 20000", "A small company's year and a half."),
    Example("trawl import demo", "What to do with it."),
  ]

  var folder: FileArgument?
  var items = 20_000
  var seed = 1
  var users: Int?
  var isForced = false

  static var arguments: [Argument<Self>] {
    [
      .option(
        "--write",
        to: \.folder,
        value: "folder",
        help: "Where to write the archive; needed."
      ),
      .option(
        "--items",
        to: \.items,
        in: 1...1_000_000_000,
        value: "count",
        help: "How many items."
      ),
      .option("--seed", to: \.seed, in: 0...Int.max, value: "number", help: "Which tenant."),
      .option(
        "--users",
        to: \.users,
        in: 3...1_000_000,
        value: "count",
        help: "How many people; without it, as many as so many items have."
      ),
      .flag("--force", to: \.isForced, help: "Also write into a folder that is not empty."),
    ]
  }

  func run(in console: Console) async throws -> Outcome {
    guard let folder else { throw UsageError(.missingArgument("--write <folder>")) }
    guard isForced || !Folder.hasFiles(at: folder.path) else {
      throw CommandError.folderNotEmpty(path: folder.path)
    }
    try Folder.make(at: Folder.parent(of: folder.path))
    var plan = SyntheticTenant.Plan(items: items, seed: UInt64(seed))
    if let users { plan.users = users }
    let total = Int64(items)
    let made = try SyntheticTenant(plan: plan).write(to: folder.path) { done in
      console.progress.update(
        ProgressBar.State(
          label: "Writing",
          completed: Int64(done),
          total: total,
          detail: Figures.counted(done, "item")
        )
      )
    }
    console.progress.clear()
    let facts = [
      Figures.counted(made.items, "item"), Figures.counted(made.users, "user"),
      Figures.counted(made.conversations, "conversation"), Figures.counted(made.flags, "flag"),
      Figures.size(made.bytes),
    ]
    try console.output.write(
      "wrote \(TerminalText.safe(folder.path)): \(facts.joined(separator: ", "))\n"
    )
    return .done
  }
}
