import Foundation
import SQLite
import Testing

@testable import Search

@Suite struct EmptyCauseTests {
  private static let start = Tenant.start

  private static let tenant: Tenant = {
    var tenant = Tenant()
    tenant.people = [
      .init(id: "u-ana", name: "Ana Pereira", email: nil),
      .init(id: "u-bob", name: "Bob Stone", email: nil),
      .init(id: "u-zoe", name: "Zoe Quiet", email: nil),
    ]
    tenant.conversations = [
      .init(id: "c-1", type: "GROUP", topic: "Lisbon rollout", participants: [0, 1]),
      .init(id: "c-2", type: "DIRECT", topic: nil, participants: [0, 1]),
    ]
    let texts = [
      "We ship the rollout on Monday", "ok rollout", "budget ship rollout", "größe rolloff",
      "rollouts over there", "東京都 the there",
    ]
    tenant.items = texts.enumerated().map { place, text in
      .init(
        id: "m-\(place)",
        creator: place % 2,
        conversation: 0,
        time: start + Int64(place),
        content: text,
        likes: place == 0 ? [0, 1] : []
      )
    }
    tenant.items.append(
      .init(
        id: "m-gone",
        creator: 0,
        conversation: 1,
        time: start + 19,
        content: "vanished",
        isGone: true
      )
    )
    tenant.flags = [.init(item: "m-gone", person: 0, conversation: 1)]
    tenant.items.append(
      .init(id: "m-deleted", creator: 0, conversation: 1, time: start + 20, state: 3)
    )
    tenant.items.append(
      .init(id: "m-call", creator: 1, conversation: 1, time: start + 21, type: "RTC")
    )
    return tenant
  }()

  private let index: TemporaryIndex
  private let engine: SearchEngine

  init() throws {
    index = try TemporaryIndex(Self.tenant)
    engine = try SearchEngine(path: index.path)
  }

  private func cause(_ text: String, by order: SearchOrder = .newest) throws -> EmptyCause {
    let query = try Query(parsing: text, at: LocalClock(timeZone: .gmt, now: Self.start))
    let answer = try engine.search(SearchRequest(query: query, order: order))
    #expect(answer.hits.isEmpty)
    return try #require(answer.emptyCause)
  }

  @Test(
    arguments: [
      ("zebra", .unknownWords, ["zebra"]),
      ("ship zebra -ok", .unknownWords, ["zebra"]),
      ("ship zebra zebra xylophone", .unknownWords, ["zebra", "xylophone"]),
      ("id:nothing", .noSuchItem, []),
      ("before:2001 after:2002", .noTimeLeft, []),
      ("monday from:bob", .excludedBy, ["monday", "from:bob"]),
      ("ship likes:>9", .excludedBy, ["likes:>9"]),
      ("from:bob is:deleted ship", .neverTogether, []),
      ("from:u-zoe", .excludedBy, ["from:u-zoe"]),
      ("from:bob in:c-2", .outsideMessages, []),
      ("vanished", .outsideMessages, []),
      ("vanished from:ana", .outsideMessages, []),
      ("vanished from:bob", .excludedBy, ["vanished"]),
      ("vanished is:flagged", .outsideMessages, []),
      ("monday ok likes:>9", .neverTogether, []),
    ] as [(String, EmptyCause.Code, [String])]
  )
  func anEmptyAnswerNamesItsCause(text: String, code: EmptyCause.Code, parts: [String]) throws {
    for order in [SearchOrder.newest, .oldest, .relevance, .likes] {
      let cause = try cause(text, by: order)
      #expect(cause.code == code, "\(text) by \(order)")
      let named = cause.terms.map(\.text) + cause.filters.map(\.text)
      #expect(named == parts, "\(text) by \(order)")
    }
  }

  @Test(
    arguments: [
      // One slip, else two, and then the more frequent.
      ("rolout", ["rollout"]), ("rollotu", ["rollout"]), ("rolloux", ["rollout"]),
      ("rollof", ["rolloff"]), ("rolluots", ["rollouts"]), ("rlolot", ["rollout"]),
      ("roolots", ["rollouts"]),
      // The first letter wrong, missing, too many, swapped.
      ("tollout", ["rollout"]), ("ollout", ["rollout"]), ("trollout", ["rollout"]),
      ("orllout", ["rollout"]),
      ("GROSE", ["grosse"]),
      // Too far, too short, a prefix, and what words are never: scope terms.
      ("elephant", []), ("ab", []), ("rollers*", []), ("c-9", []), ("xrepl", []),
      ("\"ship rolout\"", ["rollout"]), ("\"monday ship\"", []), ("東京駅", []),
    ] as [(String, [String])]
  )
  func whatWasProbablyMeantIsSuggested(text: String, words: [String]) throws {
    let cause = try cause(text)
    #expect(cause.code == .unknownWords, "\(text)")
    #expect(cause.terms.flatMap(\.suggestions).map(\.word) == words, "\(text)")
  }

  @Test func suggestionsAreCounted() throws {
    let term = try #require(try cause("rolout").terms.first)
    #expect(term.suggestions.map(\.count) == [.init(count: 3, isBounded: false)])
  }

  /// Each excluding part says how many hits there would be without it.
  @Test func hitsWithoutAPartAreCounted() throws {
    let cause = try cause("rollout likes:>9")
    #expect(
      cause.filters == [
        .init(text: "likes:>9", hitsWithout: .init(count: 3, isBounded: false))
      ]
    )
    let both = try self.cause("monday from:bob")
    #expect(both.filters.map(\.hitsWithout.count) == [3, 1])
  }

  @Test func suggestionsLeaveNothingInTheIndex() throws {
    for _ in 0..<3 { #expect(try cause("rolout").terms.first?.suggestions.count == 1) }
    let connection = try Connection(path: index.path, access: .readOnly)
    let sql = "SELECT count(*) FROM sqlite_schema WHERE name = 'vocabulary'"
    #expect(try connection.integer(sql) == 0)
  }

  @Test func datesOutsideWhatIsThereAreSaid() throws {
    let cause = try cause("ship before:2001")
    #expect(cause.incomplete?.itemsWithin == Self.start...(Self.start + 21))
    #expect(cause.incomplete?.conversations.isEmpty == true)
    #expect(try self.cause("ship likes:>9").incomplete == nil)
  }

  @Test func conversationsThatAreNotWhollyReadAreNamed() throws {
    let writer = try Connection(path: index.path, access: .readWrite)
    try writer.execute(
      """
      INSERT INTO conversation_sync(conversation, origin, pages)
      SELECT id, 5, 0 FROM conversation WHERE conv_id = 'c-1';
      INSERT INTO gap(conversation, first, last, reason, found)
      SELECT id, 0, 1, 'x', 2 FROM conversation WHERE conv_id = 'c-1';
      """
    )
    let lack = try #require(try cause("in:c-1 ship likes:>9").incomplete)
    #expect(
      lack.conversations == [
        .init(convId: "c-1", name: "Lisbon rollout", reasons: [.unfinished, .gaps, .shortened])
      ]
    )
    #expect(try cause("in:c-2 ship").incomplete == nil)
    #expect(try cause("-in:c-1 ship").incomplete == nil)
  }

  @Test func anEmptyIndexHasNoMessages() throws {
    let index = try TemporaryIndex(Tenant())
    let engine = try SearchEngine(path: index.path)
    for text in ["", "is:liked"] {
      let query = try Query(parsing: text, at: LocalClock(timeZone: .gmt, now: 0))
      #expect(try engine.search(SearchRequest(query: query)).emptyCause?.code == .noMessages)
    }
  }
}
