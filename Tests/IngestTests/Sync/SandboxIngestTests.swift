import Foundation
import Index
import SQLite
import Sandbox
import TestSupport
import Testing

@testable import Ingest

/// The whole way, from the sandbox's API over HTTP into an index.
@Suite struct SandboxIngestTests {
  private static let day = 86_400_000

  @Test func aBackfillIsTheTenantAsTheAccountSeesIt() throws {
    let run = try SandboxRun(items: 1_500)
    let summary = try run.run()
    #expect(summary.missing == [])
    #expect(summary.items.inserted > 100)
    #expect(try run.differences() == [])
    #expect(try run.problems() == [])
    // Nothing new costs no writes but the run's own.
    let revision = try run.integer("SELECT value FROM meta WHERE key = 'revision'")
    run.tenant.clock.advance(by: 60_000)
    let next = try run.run()
    #expect(next.items.inserted + next.items.updated == 0)
    // When the index was last looked after is part of what it says: the marks' look, and the run itself.
    #expect(
      try run.integer("SELECT value FROM meta WHERE key = 'revision'") == revision.map { $0 + 2 }
    )
  }

  /// The operation for participants gives regular users, the conversation itself only the first hundred of whatever
  /// type: an index has both.
  @Test func participantsOfLargeConversationsAreAllThereGuestsIncluded() throws {
    let archive = try TemporaryFolder()
    let people = (0..<150).map { "u\($0)" }
    let users = people.map {
      #"{"userId":"\#($0)","displayName":"\#($0)","userType":"\#($0 == "u7" ? "GUEST" : "REGULAR")"}"#
    }
    try archive.write("users.ndjson", users.joined(separator: "\n") + "\n")
    let list = people.map { "\"\($0)\"" }.joined(separator: ",")
    try archive.write(
      "conversations.ndjson",
      #"{"convId":"c","type":"COMMUNITY","topic":"All","creationTime":1,"modificationTime":1,"participants":[\#(list)]}"#
        + "\n"
    )
    try archive.write(
      "items.ndjson",
      #"{"itemId":"i","convId":"c","type":"TEXT","creatorId":"u0","creationTime":1,"modificationTime":1}"#
        + "\n"
    )
    let run = try SandboxRun(SandboxTenant(archive: archive.path))
    for _ in 0..<2 {
      #expect(try run.run { $0.isFull = true }.missing == [])
      #expect(try run.integer("SELECT count(*) FROM participant") == 150)
    }
    #expect(
      try run.integer(
        "SELECT count(*) FROM participant JOIN people ON person = user WHERE userId = 'u7'"
      ) == 1
    )
  }

  @Test func twoAccountsGiveTheUnion() throws {
    let run = try SandboxRun(items: 1_500, accounts: 2)
    let one = try run.run(accounts: 1)
    let both = try run.run()
    #expect(both.conversations >= one.conversations)
    #expect(try run.differences() == [])
    #expect(
      try run.integer(
        "SELECT count(DISTINCT account) FROM account_conversation WHERE is_member = 1"
      )
        == 2
    )
    #expect(try run.problems() == [])
  }

  @Test(arguments: [
    "429:every=5,retry-after=1", "429:every=5,retry-date=1", "500:every=4",
    "503:every=6,retry-after=2",
    "reset:every=5", "truncate:every=5", "bad-json:every=5", "html:every=5", "delay:every=9,ms=20",
  ])
  func everyFaultEndsInTheTruth(_ fault: String) throws {
    let run = try SandboxRun()
    run.server.faults = [try SandboxFault(fault)]
    for _ in 0..<4 where try !run.run().isPartial {
      break
    }
    #expect(try run.differences() == [], "\(fault)")
    #expect(try run.problems() == [])
  }

  @Test(arguments: SandboxPaging.Boundary.allCases, SandboxPaging.Order.allCases)
  func howeverPagesComeTheTruthIsReached(
    boundary: SandboxPaging.Boundary,
    order: SandboxPaging.Order
  ) throws {
    for (duplicates, isShort) in [(0, false), (5, false), (0, true)] {
      let run = try SandboxRun(items: 700, seed: 11)
      run.server.paging = SandboxPaging(
        boundary: boundary,
        order: order,
        duplicates: duplicates,
        isShort: isShort
      )
      try run.run()
      let name = "\(boundary) \(order), duplicates \(duplicates), short \(isShort)"
      #expect(try run.differences() == [], "\(name)")
      #expect(try run.problems() == [], "\(name)")
    }
  }

  @Test func aTokenThatExpiresEndsTheRunAndAFreshOneGoesOn() throws {
    let run = try SandboxRun(items: 1_500)
    run.server.faults = [try SandboxFault("expire-token:after=20,times=1")]
    let first = try run.run()
    #expect(first.missing.map(\.what) == ["account T1"])
    #expect(first.unasked > 0)
    let coverage = try #require(try Coverage(Store.reader(at: run.path)))
    #expect(coverage.completeTo == nil && coverage.unfinished > 0)
    try run.server.renewToken(of: run.server.accounts[0])
    #expect(try run.run().missing == [])
    #expect(try run.differences() == [])
    #expect(try run.problems() == [])
  }

  /// A conversation of the account with a message of its own in it.
  private func room(_ run: SandboxRun) throws -> (room: String, user: String, item: String) {
    let user = run.server.accounts[0].userId
    let room = try run.tenant.createConversation("GROUP", topic: "Trial", by: user)
    return (room, user, try run.tenant.post("first words", in: room, by: user))
  }

  @Test func whatPeopleDoArrivesByTheNextDueLook() throws {
    let run = try SandboxRun()
    let (room, user, item) = try room(run)
    let other = try run.tenant.post("other words", in: room, by: user)
    try run.run { $0.bound = Int64(2 * Self.day) }
    run.tenant.clock.advance(by: 60_000)
    try run.tenant.edit(item, content: "second words")
    try run.tenant.delete(other)
    try run.tenant.flag(item, by: user)
    try run.tenant.rename(room, topic: "Tried", by: user)
    try run.tenant.setFavorite(true, room, of: user)
    try run.run()
    #expect(try run.integer("SELECT count(*) FROM items WHERE text = 'second words'") == 1)
    #expect(
      try run.integer("SELECT count(*) FROM items WHERE state = 'DELETED' AND text IS NULL") ?? 0
        > 0
    )
    #expect(
      try run.integer(
        "SELECT count(*) FROM flags f JOIN items USING (item) WHERE text = 'second words'"
      ) == 1
    )
    #expect(try run.integer("SELECT count(*) FROM conversation WHERE topic = 'Tried'") == 1)
    #expect(try run.differences() == [])
    try run.tenant.unflag(item, by: user)
    try run.tenant.like(item, by: user)
    run.tenant.clock.advance(by: 60_000)
    try run.run()
    #expect(try run.integer("SELECT count(*) FROM past_flags") == 1)
    // A like moves nothing: it is found within the bound.
    for _ in 0..<5 {
      run.tenant.clock.advance(by: Self.day / 2)
      try run.run()
    }
    #expect(try run.differences() == [])
    try run.tenant.unlike(item, by: user)
    for _ in 0..<5 {
      run.tenant.clock.advance(by: Self.day / 2)
      try run.run()
    }
    #expect(try run.integer("SELECT count(*) FROM past_likes WHERE goneAfter < goneBefore") == 1)
    #expect(try run.differences() == [])
    #expect(try run.problems() == [])
  }

  @Test func whatVanishesIsGoneAfterTwoWalks() throws {
    let run = try SandboxRun()
    let (_, _, item) = try room(run)
    try run.run()
    run.tenant.clock.advance(by: 1_000)
    try run.tenant.vanish(item)
    try run.run { $0.isFull = true }
    #expect(try run.integer("SELECT count(*) FROM gone_items") == 0)
    run.tenant.clock.advance(by: 1_000)
    #expect(try run.run { $0.isFull = true }.gone == 1)
    #expect(try run.integer("SELECT goneAfter < goneBefore FROM gone_items") == 1)
    #expect(try run.integer("SELECT count(*) FROM messages WHERE text = 'first words'") == 0)
    #expect(try run.problems() == [])
  }

  @Test func aCrowdedMillisecondIsReachedFromBothSides() throws {
    for boundary in SandboxPaging.Boundary.allCases {
      let run = try SandboxRun()
      let (room, user, _) = try room(run)
      run.server.paging.boundary = boundary
      run.tenant.clock.advance(by: 1_000)
      try run.tenant.post(count: 180, in: room, by: user)
      run.tenant.clock.advance(by: 1_000)
      try run.tenant.post("after the crowd", in: room, by: user)
      run.tenant.clock.advance(by: 1_000)
      #expect(try run.run().gaps == 0)
      #expect(try run.differences() == [])
      try run.tenant.post(count: 330, in: room, by: user)
      run.tenant.clock.advance(by: 1_000)
      try run.tenant.post("after the greater crowd", in: room, by: user)
      run.tenant.clock.advance(by: 1_000)
      #expect(try run.run().gaps == 1)
      #expect(
        try run.integer("SELECT count(*) FROM messages WHERE text = 'after the greater crowd'") == 1
      )
      #expect(try run.differences().count == 130)
    }
  }

  @Test func aConversationThatIsLostIsKeptAndComesBack() throws {
    let run = try SandboxRun()
    let (room, user, item) = try room(run)
    try run.run()
    try run.tenant.lose(room, for: user)
    run.tenant.clock.advance(by: 1_000)
    #expect(try run.run().lost == 1)
    #expect(try run.integer("SELECT count(*) FROM messages WHERE text = 'first words'") == 1)
    try run.tenant.regain(room, for: user)
    try run.tenant.edit(item, content: "back again")
    run.tenant.clock.advance(by: 1_000)
    try run.run()
    #expect(try run.integer("SELECT count(*) FROM messages WHERE text = 'back again'") == 1)
    #expect(try Coverage(Store.reader(at: run.path))?.lost == 0)
    #expect(try run.problems() == [])
  }

  @Test func peopleWriteBetweenAnyTwoRequests() throws {
    let run = try SandboxRun()
    let (room, user, _) = try room(run)
    var items: [String] = []
    for number in 0..<300 {
      run.tenant.clock.advance(by: 3)
      items.append(try run.tenant.post("word \(number)", in: room, by: user))
    }
    run.tenant.clock.advance(by: 5_000)
    let (tenant, all) = (run.tenant, items)
    run.server.beforeAnswer { request in
      tenant.clock.advance(by: 1)
      let place = abs(tenant.clock.now) % all.count
      try? tenant.edit(all[place], content: "edited at \(tenant.clock.now)")
    }
    try run.run()
    run.server.beforeAnswer(nil)
    run.tenant.clock.advance(by: 1_000)
    try run.run()
    #expect(try run.differences() == [])
    #expect(try run.problems() == [])
  }
}
