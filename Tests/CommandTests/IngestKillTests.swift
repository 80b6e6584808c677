import Foundation
import Sandbox
import Synchronization
import TestSupport
import Testing

@testable import trawl

/// An ingest that is killed at any moment, from the sandbox over HTTP, ends as if it had not been.
@Suite struct IngestKillTests {
  /// How many points to kill at; `make soak` tries many more.
  static let points = Int(ProcessInfo.processInfo.environment["TRAWL_SOAK"] ?? "") ?? 8

  /// When a process is to be killed: while it waits for an answer.
  private struct Kill {
    var process: pid_t = 0
    /// Requests to go; nil: none is to be killed.
    var requests: Int?
    var delay: UInt32 = 0
  }

  private let folder: TemporaryFolder
  private let server: SandboxServer

  init() throws {
    folder = try TemporaryFolder()
    let tenant = try SandboxTenant(synthetic: .init(items: 2_500, seed: 5))
    // As it stands: two runs are to see the same.
    tenant.clock.stand(at: tenant.clock.now)
    var options = SandboxOptions()
    options.accounts = 2
    options.tokensFolder = folder.path("tokens")
    server = try SandboxServer(tenant, options: options)
    try server.start()
  }

  private func words(into path: String) throws -> [String] {
    [
      try TrawlProcess.binary(), "ingest", "--db", path, "--api", server.baseURL,
      "--token-file", folder.path("tokens/account-1.token"),
      "--token-file", folder.path("tokens/account-2.token"),
    ]
  }

  @Test func killedAtAnyMomentItEndsAsIfItHadNotBeen() throws {
    defer { server.stop() }
    let whole = folder.path("whole.db")
    let first = try TrawlProcess.run(try words(into: whole))
    #expect(first.status == 0, "\(first.errors)")
    let truth = try IndexContents.lines(ofIndexAt: whole)
    let requests = server.requestCounts.values.reduce(0, +)
    let plan = Mutex(Kill())
    server.beforeAnswer { _ in
      plan.withLock { plan in
        plan.requests = plan.requests.map { $0 - 1 }
        guard plan.requests == 0 else { return }
        usleep(plan.delay)
        kill(plan.process, SIGKILL)
      }
    }
    var random = SeededGenerator(seed: 7)
    for point in 0..<Self.points {
      let path = folder.path("killed\(point).db")
      let last = Int.random(in: 1..<requests, using: &random)
      let delay = UInt32.random(in: 0...20_000, using: &random)
      let killed = try TrawlProcess.run(try words(into: path)) { process in
        plan.withLock { $0 = Kill(process: process, requests: last, delay: delay) }
      }
      plan.withLock { $0 = Kill() }
      // Requests come in no fixed number: one point may lie behind the end.
      #expect([128 + SIGKILL, 0].contains(killed.status))
      let next = try TrawlProcess.run(try words(into: path))
      #expect(next.status == 0, "\(next.errors)")
      let found = try IndexContents.lines(ofIndexAt: path)
      #expect(Set(found).symmetricDifference(truth).sorted() == [], "killed at request \(last)")
      #expect(found.count == truth.count)
      #expect(try trawl("check", "--db", path).status == 0)
    }
  }
}
