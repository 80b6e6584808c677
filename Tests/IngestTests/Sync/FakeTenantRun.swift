import Circuit
import Foundation
import Index
import SQLite
import TestSupport

@testable import Ingest

/// Clocks that never wait: a wait only moves them on.
final class SwiftTimekeeper: Timekeeper, @unchecked Sendable {
  private let lock = NSLock()
  private var passed = Duration.zero

  var now: Duration { lock.withLock { passed } }
  var wallTime: Int64 { 1_700_000_000_000 + Int64(now / .milliseconds(1)) }

  func wait(on condition: NSCondition, atMost limit: Duration?) {
    guard let limit else { return condition.wait() }
    lock.withLock { passed += limit }
  }
}

/// An index in a folder of its own, kept true to a fake platform.
struct FakeTenantRun {
  let platform = FakePlatform()
  let path: String
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("t.db")
  }

  /// One ingest at the platform's present.
  @discardableResult
  func run(
    as users: [String] = ["ana"],
    budget: Int? = nil,
    workers: Int = 3,
    stop: StopFlag = StopFlag(),
    at base: String = "http://127.0.0.1:9",
    through transport: (any Transport)? = nil,
    _ change: (inout SyncOptions) -> Void = { _ in }
  ) throws -> SyncSummary {
    var options = SyncOptions()
    options.workers = workers
    change(&options)
    let governor = RequestGovernor(ceiling: workers, budget: budget, timekeeper: SwiftTimekeeper())
    let platform = platform
    let accounts = try users.map { user in
      let source = CredentialSource.tokenEnvironment(user)
      let url = try BaseURL(base + "/rest/v2")
      return SyncAccount(
        Account(name: user, baseURL: url, credentials: source),
        client: APIClient(
          baseURL: url,
          credentials: Credentials(source: source, environment: [user: user]),
          transport: transport ?? PlatformTransport(platform: platform),
          governor: governor
        )
      )
    }
    let sync = TenantSync(
      accounts: accounts,
      governor: governor,
      options: options,
      stop: stop,
      clock: { platform.with { $0.clock } }
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

  /// Items, likes and state that the index holds, a line each.
  func indexed() throws -> [String] {
    try Store.reader(at: path).rows(
      """
      SELECT wire_id(t.item_id), c.conv_id, plain_text(t.content, t.form), i.state, coalesce(i.created, i.id >> 3) + i.modified,
        (SELECT group_concat(user_id) FROM (SELECT u.user_id FROM item_like l JOIN user u ON u.id = l.user
          WHERE l.item = i.id AND l.gone_run IS NULL ORDER BY 1))
      FROM item i JOIN item_text t ON t.id = i.id JOIN conversation c ON c.id = i.conversation WHERE i.gone = 0
      """
    ) { row in
      let words = (0..<4).map { row.text(at: $0) ?? "" }
      return (words + ["\(row.integer(at: 4))", row.text(at: 5) ?? ""]).joined(separator: "|")
    }.sorted()
  }

  /// The same as the platform has it, for those who can see the rooms.
  func truth(of users: [String] = ["ana"]) -> [String] {
    platform.with { state in
      state.rooms.filter { !$0.value.members.filter { users.contains($0) }.isEmpty }
        .flatMap { id, room in
          room.items.values.map { item in
            let number = ["CREATED": "1", "EDITED": "2", "DELETED": "3"][item.state] ?? "0"
            return [
              item.id, id, item.state == "DELETED" ? "" : item.content, number, "\(item.modified)",
              item.likes.sorted().joined(separator: ","),
            ].joined(separator: "|")
          }
        }.sorted()
    }
  }
}
