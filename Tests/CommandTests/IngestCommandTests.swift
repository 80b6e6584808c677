import Foundation
import Index
import SQLite
import Synchronization
import TestSupport
import Testing

@testable import trawl

/// `trawl ingest` against a platform on loopback, over real HTTP.
@Suite struct IngestCommandTests {
  private let folder: TemporaryFolder
  private let platform = FakePlatform()
  private var database: String { folder.path("t.db") }

  init() throws {
    folder = try TemporaryFolder()
    for user in ["ana", "bo", "expired"] {
      try user.write(toFile: folder.path("\(user).token"), atomically: true, encoding: .utf8)
    }
    platform.with { state in
      state.clock = Console.presentTime()
      for (room, members) in [("room", ["ana", "bo"]), ("hall", ["bo"]), ("den", ["ana"])] {
        state.rooms[room] = .init(topic: room, modified: state.clock - 5_000, members: members)
        for number in 0..<330 {
          let time = state.clock - 900_000 + Int64(number)
          let id = state.post(room, by: "bo", "word\(number)", at: time)
          if number % 7 == 0 { state.change(id) { $0.likes = ["ana"] } }
          if number % 5 == 0 { state.change(id) { $0.parent = "item-1" } }
        }
      }
      state.flags["ana"] = ["item-3", "item-5"]
    }
  }

  private func ingest(
    _ server: LoopbackServer,
    as users: [String] = ["ana", "bo"],
    into path: String? = nil,
    _ words: String...
  ) throws -> TrawlProcess.Result {
    let tokens = users.flatMap { ["--token-file", folder.path("\($0).token")] }
    return try TrawlProcess.run(
      [
        try TrawlProcess.binary(), "ingest", "--db", path ?? database, "--api",
        server.url + "/rest/v2",
      ]
        + tokens + words
    )
  }

  private func items() throws -> Int64? {
    try Store.reader(at: database).integer("SELECT count(*) FROM item")
  }

  @Test func aRunSaysWhatItDid() throws {
    let server = try platform.serve()
    defer { server.stop() }
    let first = try ingest(server)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.text.contains("990 inserted, 0 updated"))
    let second = try ingest(server, as: ["ana"], into: nil, "--format", "json")
    #expect(second.status == 0)
    let json = try #require(
      try JSONSerialization.jsonObject(with: second.output) as? [String: Any]
    )
    #expect((json["items"] as? [String: Any])?["inserted"] as? Int == 0)
    #expect((json["missing"] as? [Any])?.isEmpty == true)
    let status = try trawl("status", "--db", database)
    #expect(status.text.contains("coverage"))
    #expect(status.text.contains("any edit, like or deletion is seen within 1w"))
    #expect(try trawl("check", "--db", database).status == 0)
  }

  @Test func aDryRunWritesNothing() throws {
    let server = try platform.serve()
    defer { server.stop() }
    let result = try ingest(server, as: ["ana"], into: nil, "--dry-run")
    #expect(result.text.hasPrefix("would ask 2 of 2 conversations; 2 of them for the first time"))
    #expect(!FileManager.default.fileExists(atPath: database))
  }

  @Test func whatIsMissingIsNamedAndTheStatusSaysSo() throws {
    platform.with { $0.failures = [("room/items", 400, 100), ("conversations/room", 500, 0)] }
    let server = try platform.serve()
    defer { server.stop() }
    let result = try ingest(server, as: ["ana"])
    #expect(result.status == 3)
    #expect(result.errors.contains("missing: conversation room: getConversationItems was refused"))
    let search = try trawl("search", "--db", database, "word1", "--format", "json")
    #expect(search.errors.contains("1 conversation that could not be read"))
    #expect(search.text.contains("\"coverage\""))
    #expect(try trawl("status", "--db", database).text.contains("room (room)"))
    platform.with { $0.failures = [] }
    #expect(try ingest(server, as: ["ana"]).status == 0)
    #expect(!(try trawl("search", "--db", database, "word1").errors.contains("could not be read")))
  }

  @Test func aTokenThatExpiredIsNamedAndNeverShown() throws {
    let server = try platform.serve()
    defer { server.stop() }
    let alone = try ingest(server, as: ["expired"])
    #expect(alone.status == 4)
    #expect(alone.errors.contains("401"))
    let both = try ingest(server, as: ["expired", "ana"])
    #expect(both.status == 3)
    #expect(both.errors.contains("missing: account expired"))
  }

  @Test func aSignalEndsItAtAPageAndTheNextRunGoesOn() throws {
    let child = Mutex<pid_t>(0)
    let server = try platform.serve { number, _ in
      // The first pages are there; the child is to end while it asks for more.
      if number == 12 { child.withLock { _ = kill($0, SIGTERM) } }
      return nil
    }
    defer { server.stop() }
    let words = [
      try TrawlProcess.binary(), "ingest", "--db", database, "--api", server.url + "/rest/v2",
      "--token-file", folder.path("ana.token"), "--concurrency", "1",
    ]
    let result = try TrawlProcess.run(words) { process in child.withLock { $0 = process } }
    #expect(result.status == 3, "\(result.errors)")
    #expect(result.errors.contains("run the same command again to go on"))
    let count =
      try items() ?? 0
    #expect(count > 0 && count < 660)
    #expect(try ingest(server, as: ["ana"]).status == 0)
    #expect(
      try items() == 660
    )
  }
}
