import Circuit
import TestSupport
import Testing

@testable import Ingest

/// People that are asked for while the lists of conversations are read.
@Suite struct PeopleAheadTests {
  @Test func everyoneIsHandedOutOnceUntilTheLastListEnds() {
    let people = PeopleAhead(lists: 2)
    let conversations = [["a", "b"], ["b", "", "c"]].map { participants in
      Conversation(convId: "r", participants: participants)
    }
    people.add(RecordList(conversations))
    people.add(RecordList(conversations))
    #expect((0..<3).compactMap { _ in people.next() } == ["a", "b", "c"])
    people.endList()
    people.add(RecordList([Conversation(convId: "r", participants: ["d", "e"])]))
    #expect(people.next() == "d")
    people.endList()
    #expect(people.next() == nil)
  }

  /// However much of it was done beside the lists: nobody is asked for twice, nobody is forgotten.
  @Test(arguments: [1, 2, 8])
  func everyoneIsAskedForOnceInAFirstRun(workers: Int) throws {
    let tenant = try FakeTenantRun()
    tenant.platform.with { state in
      for number in 0..<300 {
        state.rooms["room-\(number)"] = .init(
          topic: "r",
          modified: state.clock - 1_000_000 + Int64(number),
          members: ["ana", "user-\(number % 40)"]
        )
      }
      _ = state.post("room-1", by: "writer", "x", at: state.clock - 1)
    }
    let summary = try tenant.run(workers: workers)
    #expect(!summary.isPartial)
    #expect(try tenant.integer("SELECT count(*) FROM user WHERE described = 0") == 0)
    #expect(try tenant.integer("SELECT count(*) FROM user") == 42)
    // The account's own is known by its profile, unless it was asked for before that came.
    let asked = tenant.platform.with { $0.asked["user"] ?? 0 }
    #expect((41...42).contains(asked))
    #expect(try tenant.problems() == [])
  }

  @Test func aBudgetIsForConversations() throws {
    let tenant = try FakeTenantRun()
    tenant.platform.with { state in
      state.rooms["room"] = .init(topic: "r", modified: state.clock - 9, members: ["ana", "bo"])
      _ = state.post("room", by: "bo", "x", at: state.clock - 5)
    }
    _ = try tenant.run(budget: 10)
    #expect(try tenant.indexed() == tenant.truth())
  }
}
