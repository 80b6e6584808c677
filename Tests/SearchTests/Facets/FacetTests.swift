import Foundation
import Search
import TestSupport
import Testing

/// Facets and conversations against plain loops over the records.
@Suite struct FacetTests {
  private static let tenant = Tenant.random(seed: 11, itemCount: 300)
  private static let queries: [OracleQuery] =
    [.word("ship"), .or([.word("the"), .word("plan")]), .not(.word("roll")), .word("zebra")]
    + Tenant.filters.prefix(12)

  private let index: TemporaryIndex
  private let engine: SearchEngine
  private let clock: LocalClock

  init() throws {
    index = try TemporaryIndex(Self.tenant)
    engine = try SearchEngine(path: index.path)
    let zone = try #require(TimeZone(identifier: "Pacific/Kiritimati"))
    clock = LocalClock(timeZone: zone, now: Tenant.start + 864_000_000)
  }

  private func items(_ query: OracleQuery) -> [Tenant.Item] {
    let byID = Dictionary(Self.tenant.items.map { ($0.id, $0) }) { first, _ in first }
    return Self.tenant.answer(query).compactMap { byID[$0] }
  }

  private func values(_ facet: Facet, of item: Tenant.Item) -> [String] {
    switch facet {
    case .person: return [Self.tenant.people[item.creator].id]
    case .conversation: return [Self.tenant.conversations[item.conversation].id]
    case .month:
      // Fourteen hours ahead of UTC all year.
      let date = Date(timeIntervalSince1970: Double(item.time) / 1000 + 14 * 3600)
      return [String(date.formatted(.iso8601.year().month()))]
    case .type: return [["TEXT": "text", "RTC": "call"][item.type] ?? "system"]
    case .filetype:
      return Array(Set(item.files.compactMap { $0.split(separator: ".").last.map(String.init) }))
    case .label: return item.conversation < 3 ? ["Launch"] : ["Later"]
    }
  }

  @Test(arguments: Facet.allCases)
  func countsAreThoseOfPlainLoops(facet: Facet) throws {
    for oracle in Self.queries {
      let query = try Query(parsing: oracle.text, at: clock)
      let answer = try engine.facets(of: query, by: [facet], at: clock)
      let counts = try #require(answer.facets.first)
      var expected: [String: Int] = [:]
      for item in items(oracle) {
        for value in values(facet, of: item) { expected[value, default: 0] += 1 }
      }
      let found = Dictionary(counts.values.map { ($0.id, $0.count) }) { $0 + $1 }
      #expect(found == expected, "\(facet) of \(oracle.text)")
      #expect(counts.distinctCount == expected.count && !answer.isPartial)
      #expect(answer.count == (try engine.count(query)))
      if facet.isPartition { #expect(counts.values.reduce(0) { $0 + $1.count } == answer.count) }
    }
  }

  @Test func allFacetsComeOfOnePassInTheirOrder() throws {
    let query = try Query(parsing: "ship", at: clock)
    let together = try engine.facets(of: query, by: Facet.allCases, at: clock)
    #expect(together.facets.map(\.facet) == Facet.allCases)
    for counts in together.facets {
      let alone = try engine.facets(of: query, by: [counts.facet], at: clock)
      #expect(alone.facets == [counts])
    }
  }

  @Test func theMostFrequentComeFirstAndMonthsInOrder() throws {
    let query = try Query(parsing: "", at: clock)
    let all = try engine.facets(of: query, by: [.person, .month], at: clock).facets
    #expect(all[0].values.map(\.count) == all[0].values.map(\.count).sorted(by: >))
    #expect(all[1].values.map(\.id) == all[1].values.map(\.id).sorted())
    let few = try engine.facets(of: query, by: [.person, .month], at: clock, limit: 2).facets
    #expect(few[0].values == Array(all[0].values.prefix(2)) && few[0].distinctCount == 4)
    #expect(few[1].values == Array(all[1].values.suffix(2)))
    #expect(few[0].values.allSatisfy { !$0.name.isEmpty && $0.name != $0.id })
  }

  @Test func whatIsNotCountedInTimeIsPartial() throws {
    let query = try Query(parsing: "likes:>0", at: clock)
    let answer = try engine.facets(of: query, by: [.person], at: clock, timeout: .zero)
    #expect(answer.isPartial)
    #expect(answer.count < (try engine.count(query) ?? 0))
  }

  @Test(arguments: [SearchOrder.newest, .oldest])
  func conversationsAreThoseOfPlainLoops(order: SearchOrder) throws {
    for oracle in Self.queries {
      let found = order == .newest ? items(oracle) : items(oracle).reversed()
      var expected: [(conversation: Int, first: String, count: Int)] = []
      for item in found {
        if let place = expected.firstIndex(where: { $0.conversation == item.conversation }) {
          expected[place].count += 1
        } else {
          expected.append((item.conversation, item.id, 1))
        }
      }
      let query = try Query(parsing: oracle.text, at: clock)
      for limit in [1, 3, 10] {
        let groups = try pages(SearchRequest(query: query, order: order, limit: limit))
        #expect(
          groups.map(\.convId) == expected.map { Self.tenant.conversations[$0.conversation].id }
        )
        #expect(groups.map(\.hit.itemId) == expected.map(\.first), "\(oracle.text)")
        #expect(groups.map(\.count) == expected.map(\.count), "\(oracle.text)")
      }
    }
  }

  private func pages(_ request: SearchRequest) throws -> [ConversationGroup] {
    var request = request
    var groups: [ConversationGroup] = []
    repeat {
      let page = try engine.conversations(request)
      #expect(page.groups.count <= request.limit)
      #expect(page.count == (try engine.count(request.query)))
      #expect((page.answer.emptyCause != nil) == (page.conversationCount == 0))
      groups += page.groups
      request.cursor = page.answer.nextCursor
    } while request.cursor != nil && groups.count < 100
    return groups
  }

  @Test func cursorsOfConversationsAreNotThoseOfHits() throws {
    var request = SearchRequest(query: try Query(parsing: "the", at: clock), limit: 1)
    let cursor = try #require(try engine.conversations(request).answer.nextCursor)
    request.cursor = cursor
    #expect(throws: QueryError.self) { try engine.search(request) }
    request.cursor = nil
    request.cursor = try engine.search(request).nextCursor
    #expect(throws: QueryError.self) { try engine.conversations(request) }
  }
}
