import Chronology
import Foundation
import Testing
import Text

@testable import Search

@Suite struct SearchEngineTests {
  private static let start = Tenant.start

  private static let tenant: Tenant = {
    var tenant = Tenant()
    tenant.people = [
      .init(id: "u-ana", name: "Ana Pereira", email: "ana@example.com"),
      .init(id: "u-bob", name: "Bob\u{1B}[31m Stone", email: nil),
      .init(id: "u-ana2", name: "Ana Silva", email: nil),
    ]
    tenant.conversations = [
      .init(id: "c-1", type: "GROUP", topic: "Lisbon rollout", participants: [0, 1]),
      .init(id: "c-2", type: "DIRECT", topic: nil, participants: [0, 1]),
    ]
    tenant.items = [
      .init(
        id: "m-1",
        creator: 0,
        conversation: 0,
        time: start,
        subject: "Budget",
        content: "We ship on Monday \u{1B}[2J<b>",
        likes: [0, 1],
        files: ["plan.pdf"]
      ),
      .init(id: "m-2", creator: 1, conversation: 0, time: start + 1, content: "ok", parent: "m-1"),
      .init(
        id: "m-3",
        creator: 1,
        conversation: 1,
        time: start + 2,
        state: 2,
        content: "budget ship"
      ),
      .init(id: "m-4", creator: 1, conversation: 1, time: start + 3, type: "RTC"),
      .init(id: "m-5", creator: 0, conversation: 1, time: start + 4, state: 3),
    ]
    tenant.flags = [
      .init(item: "m-1", person: 1, conversation: 0),
      .init(item: "m-1", person: 0, conversation: 0),
      .init(item: "m-3", person: 1, conversation: 1),
      .init(item: "m-2", person: 1, conversation: 0, isGone: true),
      .init(item: "lost", person: 0, conversation: 1),
    ]
    return tenant
  }()

  private let index: TemporaryIndex
  private let engine: SearchEngine

  init() throws {
    index = try TemporaryIndex(Self.tenant)
    engine = try SearchEngine(path: index.path)
  }

  private func query(_ text: String) throws -> Query {
    try Query(parsing: text, at: LocalClock(timeZone: .gmt, now: Self.start))
  }

  private func search(_ text: String, _ order: SearchOrder = .newest) throws -> SearchAnswer {
    try engine.search(SearchRequest(query: query(text), order: order))
  }

  @Test func aHitTellsWhatTheAPIAndTheIndexKnow() throws {
    let hit = try #require(try search("monday").hits.first)
    #expect(hit.itemId == "m-1" && hit.convId == "c-1" && hit.creatorId == "u-ana")
    #expect(hit.creationTime == Self.start && hit.modificationTime == Self.start)
    #expect(hit.type == "TEXT" && hit.state == "CREATED" && !hit.isGone && hit.parentId == nil)
    #expect(hit.subject == "Budget" && hit.conversation == "Lisbon rollout")
    #expect(hit.creatorName == "Ana Pereira")
    #expect(hit.likes == 2 && hit.flags == 2 && hit.replies == 1)
    #expect(hit.attachments.map(\.fileName) == ["plan.pdf"])
    #expect(hit.attachments.first?.size == 800_000)
    let marked = hit.snippet.marks.map { String(hit.snippet.text.utf8[range: $0]) }
    #expect(marked == ["Monday"])
    #expect(try search("ok").hits.first?.parentId == "m-1")
  }

  @Test func noTextReachesAHitWithControlCharacters() throws {
    let hits = try search("ship").hits + search("from:u-bob").hits
    #expect(hits.count == 4)
    for hit in hits {
      let texts = [hit.snippet.text, hit.subject ?? "", hit.creatorName, hit.conversation]
      #expect(texts.allSatisfy { !$0.contains("\u{1B}") })
    }
  }

  @Test func itemsWithoutTextSayWhatTheyAre() throws {
    let call = try #require(try search("type:call").hits.first)
    #expect(call.type == "RTC" && call.snippet.text == "CONFERENCE: 12 min")
    #expect(try search("is:deleted").hits.map(\.itemId) == ["m-5"])
    #expect(PlatformNote.text(ofType: "SYSTEM", details: "{broken") == "SYSTEM")
    #expect(
      PlatformNote.text(
        ofType: "SYSTEM",
        details: #"{"system":{"type":"CONVERSATION_RENAMED","oldTopic":"a\u001b","newTopic":"b"}}"#
      )
        == "CONVERSATION_RENAMED: a → b"
    )
    let absurd = #"{"rtc":{"ended":{"duration":1e300,"maxNumberOfAttendees":-1e300}}}"#
    #expect(PlatformNote.text(ofType: "RTC", details: absurd).hasPrefix("RTC: "))
  }

  @Test func theSubjectCountsMoreThanTheContent() throws {
    let answer = try search("budget", .relevance)
    #expect(answer.hits.map(\.itemId) == ["m-1", "m-3"])
    #expect(answer.rankedAmong == .init(count: 2, isBounded: false))
    #expect(try search("budget").hits.map(\.itemId) == ["m-3", "m-1"])
  }

  @Test func whatHasNoWordIsLeftOutAndSaid() throws {
    #expect(try search("ship !!! -...").ignored == ["!!!", "..."])
    #expect(try search("ship !!!").hits.count == 2)
  }

  @Test(arguments: [
    ("!!! ...", "nothing to look for in '!!!', '...'"),
    ("from:zoe", "no person is known as 'zoe'"),
    ("from:\"ana pereyra\"", #"no person is known as 'ana pereyra'; did you mean "Ana Pereira"?"#),
    ("in:lisbno", #"no conversation is known as 'lisbno'; did you mean "Lisbon rollout"?"#),
    ("from:an", "'an' could be Ana Pereira (ana@example.com, u-ana); Ana Silva (u-ana2)"),
    (
      "from:me",
      "'me' needs an account that is known by name: 'trawl accounts add', then 'trawl accounts test'"
    ),
  ])
  func namesThatMeanNothingOrTooMuchAreExplained(text: String, sentence: String) throws {
    let query = try query(text)
    let error = #expect(throws: QueryError.self) {
      try engine.search(SearchRequest(query: query))
    }
    #expect(error?.description == sentence)
  }

  @Test(arguments: [
    "from:u-ana", "from:ANA@example.com", "from:\"ana pereira\"", "from:\"ANA PEREIRA\"",
    "from:pereira", "from:per", "from:\"ana p\"",
  ])
  func aPersonIsKnownByIdAddressNameAndItsBeginning(text: String) throws {
    #expect(try search(text).hits.map(\.itemId) == ["m-1"])
  }

  @Test func threadsAreFoundByAnyOfTheirItems() throws {
    for id in ["m-1", "m-2"] {
      #expect(try search("thread:\(id)").hits.map(\.itemId) == ["m-2", "m-1"])
      #expect(try search("-thread:\(id)").hits.map(\.itemId) == ["m-3"])
    }
    #expect(try search("thread:m-3").hits.map(\.itemId) == ["m-3"])
    #expect(try search("id:m-3 OR id:m-2").hits.map(\.itemId) == ["m-3", "m-2"])
  }

  @Test func cursorsBelongToTheirQueryAndOrder() throws {
    let first = try engine.search(SearchRequest(query: query("ship"), limit: 1))
    let cursor = try #require(first.nextCursor)
    var request = SearchRequest(query: try query("ship"), limit: 1, cursor: cursor)
    #expect(try engine.search(request).hits.map(\.itemId) == ["m-1"])
    request.query = try query("budget")
    #expect(throws: QueryError(.foreignCursor, 0..<0)) { try engine.search(request) }
    request.query = try query("ship")
    request.order = .oldest
    let foreign = #expect(throws: QueryError.self) { try engine.search(request) }
    #expect(foreign?.description == "the cursor belongs to another query or order")
    request.cursor = "nonsense"
    let broken = #expect(throws: QueryError.self) { try engine.search(request) }
    #expect(broken?.description == "this is no cursor of an answer")
  }

  @Test func aDeadlineLeavesAPartialAnswer() throws {
    // SQLite looks at the time once in a thousand steps: it takes a few items to run out of it.
    let index = try TemporaryIndex(.random(seed: 3, itemCount: 2500))
    let engine = try SearchEngine(path: index.path)
    for text in ["the", "the -ship*", "is:liked OR (ship -is:flagged)", "sub:zzz", "", "the sub:h"]
    {
      for order in SearchOrder.allCases {
        var request = SearchRequest(query: try query(text), order: order, limit: 2000)
        request.timeout = .zero
        let answer = try engine.search(request)
        #expect(answer.isPartial && answer.emptyCause == nil, "\(text) \(order)")
        request.timeout = .seconds(600)
        #expect(try !engine.search(request).isPartial, "\(text) \(order)")
      }
    }
  }

  private func flagged(_ text: String, by flaggers: [String] = []) throws -> [String] {
    try engine.flagged(FlaggedRequest(query: query(text), flaggers: flaggers)).map(\.itemId)
  }

  @Test func flaggedItemsAreListedWithTheirFlaggers() throws {
    let entries = try engine.flagged(FlaggedRequest(query: query("")))
    #expect(entries.map(\.itemId) == ["m-3", "m-1", "m-1", "lost"])
    #expect(entries.map(\.flaggerId) == ["u-bob", "u-ana", "u-bob", "u-ana"])
    #expect(entries.last?.item == nil && entries.last?.convId == "c-2")
    #expect(entries.first?.firstSeen == 1000)
    #expect(entries.first?.age(at: Self.start + 10) == 8)
    #expect(try engine.flaggers().map(\.id) == ["u-ana", "u-bob"])
    let one = FlaggedRequest(query: try query(""), limit: 1)
    #expect(try engine.flagged(one).map(\.itemId) == ["m-3"])
  }

  @Test func flaggedItemsAreNarrowedByAnyQuery() throws {
    #expect(try flagged("", by: ["bob"]) == ["m-3", "m-1"])
    // A flag says where its item is, also of an item that the index does not have.
    #expect(try flagged("in:c-2") == ["m-3", "lost"])
    #expect(try flagged("kind:direct") == ["m-3", "lost"])
    #expect(try flagged("from:u-ana") == ["m-1", "m-1"])
    #expect(try flagged("budget -from:u-ana") == ["m-3"])
    #expect(try flagged("has:file ship*") == ["m-1", "m-1"])
    #expect(try flagged("flagged-by:u-ana") == ["m-1", "m-1"])
  }

  @Test func flaggedItemsGroupByWhoAndWhere() throws {
    let entries = try engine.flagged(FlaggedRequest(query: query("")))
    let byFlagger = FlaggedGroup.groups(of: entries, by: .flagger)
    #expect(byFlagger.map(\.id) == ["u-ana", "u-bob"])
    #expect(byFlagger.map(\.entries.count) == [2, 2])
    #expect(FlaggedGroup.groups(of: entries, by: .author).map(\.id) == ["u-ana", "", "u-bob"])
    let byPlace = FlaggedGroup.groups(of: entries, by: .conversation)
    #expect(Set(byPlace.map(\.id)) == ["c-1", "c-2"] && byPlace.flatMap(\.entries).count == 4)
  }
}

extension String.UTF8View {
  fileprivate subscript(range range: Range<Int>) -> Substring.UTF8View {
    self[
      index(startIndex, offsetBy: range.lowerBound)..<index(startIndex, offsetBy: range.upperBound)
    ]
  }
}
