import Foundation
import Testing

@testable import Search

/// What each of the platform's scopes finds.
@Suite struct ScopeTests {
  private let tenant = Tenant.random(seed: 6, itemCount: 120)
  private let index: TemporaryIndex
  private let engine: SearchEngine
  private static let clock = LocalClock(timeZone: .gmt, now: Tenant.start + 864_000_000)

  init() throws {
    index = try TemporaryIndex(tenant)
    engine = try SearchEngine(path: index.path)
  }

  private func answer(_ text: String, limit: Int = 1000) throws -> SearchAnswer {
    let query = try Query(parsing: text, at: Self.clock)
    return try engine.search(SearchRequest(query: query, limit: limit))
  }

  private func conversations(_ text: String) throws -> [String] {
    let answer = try answer(text)
    #expect(answer.hits.isEmpty && answer.people.isEmpty)
    let query = try Query(parsing: text, at: Self.clock)
    #expect(try engine.count(query) == answer.conversations.count)
    return answer.conversations.map(\.convId).sorted()
  }

  @Test(arguments: [
    ("scope:CONVERSATIONS lisbon", ["c-lisbon"]),
    ("scope:conversations lisb*", ["c-lisbon"]),
    ("scope:conversations \"lisbon rollout\"", ["c-lisbon"]),
    ("scope:conversations \"rollout lisbon\"", []),
    ("scope:conversations lisbon OR news", ["c-lisbon", "c-news"]),
    ("scope:conversations -lisbon kind:large", ["c-large"]),
    ("scope:conversations", ["c-direct", "c-large", "c-lisbon", "c-news"]),
    ("scope:PEOPLE cara müller", ["c-direct"]),
    ("scope:people dan", []),
    ("scope:MEMBERS ana \"bob stone\"", ["c-lisbon", "c-news"]),
    ("scope:members ana", ["c-direct", "c-lisbon", "c-news"]),
    ("scope:members ana cara kind:direct", ["c-direct"]),
    ("scope:LABEL launch", ["c-direct", "c-lisbon", "c-news"]),
    ("scope:label launch account:second", ["c-news"]),
    ("scope:label lat", ["c-large"]),
  ])
  func conversationScopesGiveConversations(text: String, expected: [String]) throws {
    #expect(try conversations(text) == expected)
  }

  @Test func pagesOfConversationsAddUpToAll() throws {
    let query = try Query(parsing: "scope:conversations", at: Self.clock)
    var request = SearchRequest(query: query, limit: 1)
    var found: [String] = []
    repeat {
      let answer = try engine.search(request)
      found += answer.conversations.map(\.convId)
      request.cursor = answer.nextCursor
    } while request.cursor != nil
    // By topic, those without one last.
    #expect(found == ["c-large", "c-lisbon", "c-news", "c-direct"])
  }

  @Test(arguments: [
    ("scope:FILES ship", "file:ship"), ("scope:SENT_BY bob stone", "from:\"bob stone\""),
    ("scope:MESSAGES ship", "ship"),
    ("scope:DATE 2018-03-21..2018-03-22", "date:2018-03-21..2018-03-22"),
    (
      "scope:FILTER (label:launch OR kind:large) -member:bob",
      "(label:launch OR kind:large) -member:bob"
    ),
  ])
  func itemScopesSayTheSameAsKeys(text: String, keys: String) throws {
    let expected = try answer(keys).hits.map(\.itemId)
    #expect(!expected.isEmpty)
    #expect(try answer(text).hits.map(\.itemId) == expected)
  }

  @Test func allGivesMessagesConversationsAndPeople() throws {
    let lisbon = try answer("scope:ALL lisbon")
    #expect(lisbon.conversations.map(\.convId) == ["c-lisbon"] && lisbon.people.isEmpty)
    #expect(lisbon.hits.map(\.itemId) == (try answer("lisbon OR file:lisbon").hits.map(\.itemId)))
    let stone = try answer("scope:all ston*")
    #expect(stone.people.map(\.userId) == ["u-bob", "u-dan"] && stone.conversations.isEmpty)
    #expect(try answer("scope:all bob@exam").people.map(\.userId) == ["u-bob"])
    let last = tenant.items.filter { $0.creator == 1 }.map(\.time).max()
    #expect(stone.people.first?.lastItemTime == last)
    // Keys about messages leave no other rows, keys about conversations no people.
    #expect(try answer("scope:all lisbon from:ana").conversations.isEmpty)
    #expect(try answer("scope:all lisbon kind:group").conversations.count == 1)
    #expect(try answer("scope:all ana kind:group").people.isEmpty)
  }

  /// The same tree may be of messages in one scope and of conversations in another.
  @Test func aCursorBelongsToItsScope() throws {
    let conversations = try Query(parsing: "scope:label launch", at: Self.clock)
    let messages = try Query(parsing: "label:launch", at: Self.clock)
    #expect(conversations.root.description == messages.root.description)
    let first = try engine.search(SearchRequest(query: conversations, limit: 1))
    let cursor = try #require(first.nextCursor)
    let error = #expect(throws: QueryError.self) {
      try engine.search(SearchRequest(query: messages, limit: 1, cursor: cursor))
    }
    #expect(error?.kind == .foreignCursor)
  }

  @Test func meIsWhoseAccountItIs() throws {
    var alone = tenant
    alone.accounts = [tenant.accounts[0]]
    let other = try TemporaryIndex(alone)
    let engine = try SearchEngine(path: other.path)
    let query = try Query(parsing: "from:me", at: Self.clock)
    let ana = try Query(parsing: "from:u-ana", at: Self.clock)
    #expect(try engine.count(query) == engine.count(ana))
    // With accounts of several people it is a question.
    let error = #expect(throws: QueryError.self) { try self.engine.count(query) }
    #expect(error?.description.contains("Ana Pereira") == true)
  }
}
