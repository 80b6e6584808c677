import Arguments
import Output
import Sandbox

/// Which tenant `trawl sandbox` makes or serves.
struct SandboxTenantOptions: OptionGroup {
  var archive: FileArgument?
  var items = 20_000
  var seed = 1
  var users: Int?
  var odd = 0.0

  static var arguments: [Argument<Self>] {
    [
      .option(
        "--archive",
        to: \.archive,
        value: "folder",
        help: "Serve the archive in a folder instead of a made-up tenant."
      )
      .completing(.folders),
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
      .option(
        "--odd",
        to: \.odd,
        value: "share",
        help:
          "Which share of messages (0 to 1) is odd: unknown types and fields, nulls, broken text."
      ),
    ]
  }

  /// Refuses a share that is none.
  func check() throws(UsageError) {
    guard (0...1).contains(odd) else {
      let reason = InvalidValue(expected: .described("a share from 0 to 1"))
      throw UsageError(.invalidValue(argument: "--odd", word: odd.argumentText, reason: reason))
    }
  }

  /// What a made-up tenant is like.
  var plan: SyntheticTenant.Plan {
    var plan = SyntheticTenant.Plan(items: items, seed: UInt64(seed))
    if let users { plan.users = users }
    plan.odd = odd
    return plan
  }

  /// The tenant, in memory.
  func load(in console: Console) throws -> SandboxTenant {
    if let archive { return try SandboxTenant(archive: archive.path) }
    defer { console.progress.clear() }
    return try SandboxTenant(synthetic: plan, progress: progress("Making", in: console))
  }

  /// Shows how many items there are so far.
  func progress(_ label: String, in console: Console) -> (Int) -> Void {
    let total = Int64(items)
    return { done in
      console.progress.update(
        ProgressBar.State(
          label: label,
          completed: Int64(done),
          total: total,
          detail: Figures.counted(done, "item")
        )
      )
    }
  }
}
