import Foundation
import TestSupport
import Testing

@testable import Search

/// Generated queries find what plain loops over the records find, in the same order.
@Suite struct SearchOracleTests {
  private static let clock = LocalClock(timeZone: .gmt, now: Tenant.start + 864_000_000)

  private static func leaf(_ random: inout SeededGenerator) -> OracleQuery {
    func word() -> String { Tenant.vocabulary.randomElement(using: &random) ?? "the" }
    switch Int.random(in: 0..<12, using: &random) {
    case 0...3: return .word(word())
    case 4: return .phrase([word(), word()])
    case 5: return .prefix(String(word().prefix(4)))
    case 6: return .near(word(), word(), Int.random(in: 0...3, using: &random))
    case 7: return .subject(word())
    default: return Tenant.filters.randomElement(using: &random) ?? .word("the")
    }
  }

  private static func query(_ depth: Int, _ random: inout SeededGenerator) -> OracleQuery {
    guard depth > 0 else { return leaf(&random) }
    let count = Int.random(in: 2...3, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return .not(query(depth - 1, &random))
    case 1: return .or((0..<count).map { _ in query(depth - 1, &random) })
    case 2...3: return .and((0..<count).map { _ in query(depth - 1, &random) })
    default: return leaf(&random)
    }
  }

  /// `with:` may stand once, and not beside `member:`.
  private static func isTaken(_ text: String) -> Bool {
    let partners = text.split(separator: "with:", omittingEmptySubsequences: false).count - 1
    return partners == 0 || (partners == 1 && !text.contains("member:"))
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func answersAreThoseOfPlainLoops(seed: UInt64) throws {
    let tenant = Tenant.random(seed: seed, itemCount: 90)
    let index = try TemporaryIndex(tenant)
    let engine = try SearchEngine(path: index.path)
    // So that relevance takes several windows.
    engine.windowSize = 15
    let likes = Dictionary(uniqueKeysWithValues: tenant.items.map { ($0.id, $0.likes.count) })
    let replies = Dictionary(grouping: tenant.items.filter(\.isMessage), by: { $0.parent ?? "" })
      .mapValues(\.count)
    var random = SeededGenerator(seed: seed + 100)
    for _ in 0..<250 {
      let oracle = Self.query(Int.random(in: 0...3, using: &random), &random)
      guard Self.isTaken(oracle.text) else { continue }
      let query = try Query(parsing: oracle.text, at: Self.clock)
      let expected = tenant.answer(oracle)
      let limit = Int.random(in: 8...40, using: &random)
      let newest = try pages(of: query, order: .newest, limit: limit, by: engine)
      #expect(newest == expected, "newest: \(oracle.text)")
      #expect(try engine.count(query) == expected.count)
      // Another order each time: all of them for every query would take minutes.
      switch SearchOrder.allCases.randomElement(using: &random) ?? .newest {
      case .newest: break
      case .oldest:
        let oldest = try pages(of: query, order: .oldest, limit: limit, by: engine)
        #expect(oldest == expected.reversed(), "oldest: \(oracle.text)")
      case .likes, .replies:
        for (order, counts) in [(SearchOrder.likes, likes), (.replies, replies)] {
          let ordered = try pages(of: query, order: order, limit: limit, by: engine)
          #expect(ordered == Self.byCount(expected, counts), "\(order): \(oracle.text)")
        }
      case .relevance:
        let best = try pages(of: query, order: .relevance, limit: limit, by: engine)
        #expect(best.sorted() == expected.sorted(), "relevance: \(oracle.text)")
      }
      #expect(try isExplained(query, isEmpty: expected.isEmpty, by: engine), "\(oracle.text)")
    }
  }

  /// The sort is stable: of equal counts the newest stay first.
  private static func byCount(_ ids: [String], _ counts: [String: Int]) -> [String] {
    ids.enumerated().sorted { first, second in
      let (one, other) = (counts[first.element] ?? 0, counts[second.element] ?? 0)
      return one != other ? one > other : first.offset < second.offset
    }.map(\.element)
  }

  private func pages(
    of query: Query,
    order: SearchOrder,
    limit: Int,
    by engine: SearchEngine
  ) throws -> [String] {
    var request = SearchRequest(query: query, order: order, limit: limit)
    var ids: [String] = []
    repeat {
      let answer = try engine.search(request)
      ids += answer.hits.map(\.itemId)
      // By relevance a page may end with a window.
      #expect(answer.hits.count == limit || answer.nextCursor == nil || order == .relevance)
      request.cursor = answer.nextCursor
    } while request.cursor != nil && ids.count < 1000
    return ids
  }

  private func isExplained(
    _ query: Query,
    isEmpty: Bool,
    by engine: SearchEngine
  ) throws -> Bool {
    (try engine.search(SearchRequest(query: query)).emptyCause != nil) == isEmpty
  }
}
