/// A made-up company on Unify Circuit, for demos, tests and benchmarks, as an archive folder.
///
/// The same plan gives the same bytes on any machine. Memory does not grow with the number of items.
///
///     let tenant = SyntheticTenant(plan: .init(items: 20_000))
///     let summary = try tenant.write(to: "build/demo-archive")
///     summary.items   // 20000
///
/// Densities of words and lengths do not depend on the number of items; from 500,000 items on the
/// densities of people and conversations do not either.
public struct SyntheticTenant: Sendable {
  /// What is made.
  public let plan: Plan

  /// A tenant by a plan.
  ///
  /// - Parameter plan: What is made.
  public init(plan: Plan) { self.plan = plan }

  /// Writes the seven files of an archive, over what is there.
  ///
  /// - Parameters:
  ///   - folder: Where to; it is made if it is missing.
  ///   - progress: Called about every 10,000 items with the number of items so far.
  /// - Returns: The counts of all that was written.
  /// - Throws: `SandboxError` when the plan is impossible or a file is refused.
  public func write(
    to folder: String,
    progress: ((Int) -> Void)? = nil
  ) throws(SandboxError) -> Summary {
    try plan.check()  // before a folder is made for nothing
    try ArchiveFile.makeFolder(folder)
    return try write(to: .folder(folder), progress: progress)
  }

  /// Writes the seven files of an archive.
  func write(
    to destination: ArchiveDestination,
    progress: ((Int) -> Void)?
  ) throws(SandboxError) -> Summary {
    try plan.check()
    var stream = try TenantStream.open(World(plan: plan), destination)
    try stream.writeItems(progress: progress)
    return try stream.finish()
  }
}
