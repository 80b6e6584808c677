internal import Synchronization

/// A tenant in memory that a `SandboxServer` serves, and that tests write to directly.
///
///     let tenant = try SandboxTenant(synthetic: .init(items: 1_000))
///     let item = try tenant.post("Lisbon is set", in: conversation, by: user)
///     try tenant.edit(item, content: "Lisbon is off")
///
/// It may be used from any thread. Times of writes come from its clock.
public final class SandboxTenant: Sendable {
  /// The time by which the tenant lives, at first the machine's or a minute past the latest item.
  public let clock: SandboxClock
  /// Lines of the archive that held nothing of use.
  public let skippedLines: Int
  let state: Mutex<TenantState>

  /// A tenant with nobody in it.
  ///
  /// - Parameter clock: The time by which it lives.
  public convenience init(clock: SandboxClock = SandboxClock()) {
    self.init(TenantState(), skippedLines: 0, clock: clock)
  }

  /// A made-up company, as `SyntheticTenant` writes it.
  ///
  /// - Parameters:
  ///   - plan: What it is like.
  ///   - progress: Called about every 10,000 items with the number of items so far.
  /// - Throws: `SandboxError.impossiblePlan`.
  public convenience init(
    synthetic plan: SyntheticTenant.Plan,
    progress: ((Int) -> Void)? = nil
  ) throws(SandboxError) {
    var loader = TenantLoader()
    _ = try SyntheticTenant(plan: plan).write(
      to: .memory { loader.take($0, $1) },
      progress: progress
    )
    self.init(loader)
  }

  /// A tenant from the folder of an archive.
  ///
  /// - Parameter folder: Where its files are; a file that is missing counts as empty.
  /// - Throws: `SandboxError.refused` when a file cannot be read.
  public convenience init(archive folder: String) throws(SandboxError) {
    var loader = TenantLoader()
    for name in ArchiveName.allCases {
      try LineChunks.read("\(folder)/\(name.file)", isOptional: name != .items) {
        loader.take(name, $0)
      }
    }
    self.init(loader)
  }

  private convenience init(_ loader: consuming TenantLoader) {
    let (state, skipped) = loader.finish()
    let clock = SandboxClock()
    clock.reach(state.latestTime + 60_000)
    self.init(state, skippedLines: skipped, clock: clock)
  }

  private init(_ state: consuming TenantState, skippedLines: Int, clock: SandboxClock) {
    self.clock = clock
    self.skippedLines = skippedLines
    self.state = Mutex(state)
  }

  /// Reads or changes everything, alone.
  func withState<Result: Sendable>(
    _ body: (inout TenantState) throws(SandboxRefusal) -> Result
  ) throws(SandboxRefusal) -> Result {
    try state.withLock { state throws(SandboxRefusal) in try body(&state) }
  }
}
