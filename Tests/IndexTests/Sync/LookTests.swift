import Circuit
import SQLite
import Testing

@testable import Index

@Suite struct LookTests {
  let index: TestIndex

  init() throws { index = try TestIndex() }

  /// One ingest that looks at marks: what `body` says.
  @discardableResult
  private func look<Answer>(
    at now: Int64,
    _ body: (IndexWriter) throws -> Answer
  ) throws -> Answer {
    let writer = try index.writer(at: now)
    let answer = try body(writer)
    try writer.finish(WriteCounts(), quarantined: 0, finished: now, isSettled: true)
    return answer
  }

  private func flag(_ item: String) -> FlagRecord {
    FlagRecord(userId: "ana", itemId: item, convId: "room")
  }

  @Test func anUnflagIsAnAbsenceBetweenTwoLooks() throws {
    try index.write([message("a", at: 10), message("b", at: 11)])
    #expect(
      try look(at: 1_000) { try $0.setFlags([flag("a"), flag("b")], of: "ana", looked: 1_000) }
    )
    #expect(
      try !look(at: 2_000) { try $0.setFlags([flag("a"), flag("b")], of: "ana", looked: 2_000) }
    )
    #expect(try look(at: 3_000) { try $0.setFlags([flag("b")], of: "ana", looked: 3_000) })
    let reader = try index.reader()
    #expect(
      try reader.rows("SELECT firstSeen, goneAfter, goneBefore FROM past_flags") {
        [$0.integer(at: 0), $0.integer(at: 1), $0.integer(at: 2)]
      } == [[1_000, 2_000, 3_000]]
    )
    #expect(
      try reader.rows("SELECT firstSeen, lastSeen FROM flags") {
        [$0.integer(at: 0), $0.integer(at: 1)]
      } == [[1_000, 3_000]]
    )
    #expect(try look(at: 4_000) { try $0.setFlags([flag("a")], of: "ana", looked: 4_000) })
    #expect(try index.integer("SELECT count(*) FROM flags") == 1)
    #expect(try index.integer("SELECT firstSeen FROM flags") == 4_000)
    #expect(try index.problems() == [])
  }

  @Test func anotherPersonsMarksStay() throws {
    try look(at: 1) { writer in
      _ = try writer.setFlags([flag("a")], of: "ana", looked: 1)
      _ = try writer.setFavorites(["room", "hall"], of: "ana")
      _ = try writer.setLabels(
        [LabelRecord(userId: "ana", labelId: "l", value: "launch", convIds: ["room"])],
        of: "ana"
      )
      _ = try writer.setFavorites(["room"], of: "bo")
    }
    try look(at: 2) { writer in
      _ = try writer.setFlags([], of: "bo", looked: 2)
      _ = try writer.setFavorites(["hall"], of: "ana")
      _ = try writer.setLabels([], of: "ana")
    }
    #expect(try index.integer("SELECT count(*) FROM flag WHERE gone_run IS NULL") == 1)
    #expect(try index.integer("SELECT count(*) FROM favorite") == 2)
    #expect(try index.integer("SELECT count(*) FROM label") == 0)
    #expect(try index.integer("SELECT count(*) FROM label_conversation") == 0)
  }

  @Test func pinsGoAndComeBack() throws {
    try index.write([message("a", at: 10)])
    let pin = PinRecord(convId: "room", itemId: "a", pinnedTime: 20, userId: "bo")
    #expect(try look(at: 1) { try $0.setPins([pin], in: "room") })
    #expect(try look(at: 2) { try $0.setPins([], in: "room") })
    #expect(try index.integer("SELECT count(*) FROM pin WHERE gone_run IS NULL") == 0)
    #expect(try look(at: 3) { try $0.setPins([pin], in: "room") })
    #expect(try index.integer("SELECT count(*) FROM pin WHERE gone_run IS NULL") == 1)
    #expect(try index.problems() == [])
  }

  @Test func accountsKeepWhatEachSaw() throws {
    try look(at: 1) {
      try $0.setConversations(["a": true, "b": false], seenBy: 1, isWhole: true)
      try $0.setConversations(["b": true], seenBy: 2, isWhole: true)
    }
    try look(at: 2) {
      try $0.setConversations(["b": true], seenBy: 1, isWhole: true)
      // A list that broke off says nothing of what it did not reach.
      try $0.setConversations([:], seenBy: 2, isWhole: false)
    }
    let rows = try index.reader().rows(
      """
      SELECT a.account, c.conv_id, a.is_member, a.gone_run FROM account_conversation a
      JOIN conversation c ON c.id = a.conversation ORDER BY 1, 2
      """
    ) { row in
      "\(row.integer(at: 0)) \(row.text(at: 1) ?? "") \(row.integer(at: 2)) \(row.optionalInteger(at: 3) ?? 0)"
    }
    #expect(rows == ["1 a 1 2", "1 b 1 0", "2 b 1 0"])
    #expect(try index.problems() == [])
  }

  @Test func aLookThatChangesNothingWritesOnlyItsRun() throws {
    let body: (IndexWriter) throws -> Void = { writer in
      _ = try writer.setFlags([flag("a")], of: "ana", looked: 5)
      try writer.setConversations(["room": true], seenBy: 1, isWhole: true)
    }
    try look(at: 1, body)
    let revision = try index.integer("SELECT value FROM meta WHERE key = 'revision'")
    try look(at: 2, body)
    #expect(
      try index.integer("SELECT value FROM meta WHERE key = 'revision'") == revision.map { $0 + 1 }
    )
    #expect(try index.integer("SELECT max(started) FROM run WHERE settled = 1") == 2)
  }
}
