import Circuit
import Foundation
import Index
import SQLite
import Sandbox
import TestSupport

@testable import Ingest

/// An index in a folder of its own, kept true to the sandbox over real HTTP.
final class SandboxRun {
  let tenant: SandboxTenant
  let server: SandboxServer
  let path: String
  private let folder: TemporaryFolder
  private let transport = CurlTransport()

  convenience init(
    items: Int = 400,
    seed: UInt64 = 3,
    accounts: Int = 1,
    seesEverything: Bool = false
  ) throws {
    try self.init(
      SandboxTenant(synthetic: .init(items: items, seed: seed)),
      accounts: accounts,
      seesEverything: seesEverything
    )
  }

  init(_ tenant: SandboxTenant, accounts: Int = 1, seesEverything: Bool = false) throws {
    folder = try TemporaryFolder()
    path = folder.path("t.db")
    self.tenant = tenant
    tenant.clock.stand(at: tenant.clock.now)
    var options = SandboxOptions()
    options.accounts = accounts
    options.seesEverything = seesEverything
    server = try SandboxServer(tenant, options: options)
    try server.start()
  }

  deinit { server.stop() }

  /// One ingest at the tenant's present, as the first accounts of the server.
  @discardableResult
  func run(
    accounts count: Int = .max,
    _ change: (inout SyncOptions) -> Void = { _ in }
  ) throws -> SyncSummary {
    var options = SyncOptions()
    options.workers = 3
    change(&options)
    let governor = RequestGovernor(ceiling: 3, timekeeper: SwiftTimekeeper())
    let url = try BaseURL(server.baseURL)
    let accounts = server.accounts.prefix(count).map { account in
      let source = CredentialSource.tokenEnvironment("T\(account.number)")
      return SyncAccount(
        Account(name: "T\(account.number)", baseURL: url, credentials: source),
        client: APIClient(
          baseURL: url,
          credentials: Credentials(
            source: source,
            environment: ["T\(account.number)": server.token(of: account)]
          ),
          transport: transport,
          governor: governor
        )
      )
    }
    let clock = tenant.clock
    let sync = TenantSync(
      accounts: accounts,
      governor: governor,
      options: options,
      clock: { Int64(clock.now) }
    )
    return try sync.run(into: path)
  }

  func integer(_ sql: String) throws -> Int64? { try Store.reader(at: path).integer(sql) }

  /// What is wrong by `trawl check`.
  func problems() throws -> [String] {
    try IndexCheck(path: path).run().flatMap { result in
      result.problems.map { "\(result.name): \($0)" }
    }
  }

  /// How the items of the index differ from the tenant's, as an import of the tenant's own archive has them.
  func differences(accounts: Int = .max) throws -> [String] {
    let archive = folder.path("archive-\(UUID().uuidString)")
    try FileManager.default.createDirectory(atPath: archive, withIntermediateDirectories: true)
    try tenant.writeArchive(to: archive, seenBy: server.accounts.prefix(accounts).map(\.userId))
    let truth = archive + "/truth.db"
    _ = try ArchiveImport(paths: [archive], started: 1).run(into: truth)
    let tables: Set = ["item", "like", "file"]
    return Set(try IndexContents.lines(ofIndexAt: path, tables))
      .symmetricDifference(try IndexContents.lines(ofIndexAt: truth, tables)).sorted()
  }
}
