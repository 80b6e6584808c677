import Foundation
import TestSupport
import Testing

@testable import Search

/// A ranking that stops reading where no older match can be among the best.
@Suite struct ContendersTests {
  private let engine: SearchEngine
  private let index: TemporaryIndex
  private let clock = LocalClock(timeZone: .gmt, now: Tenant.start)

  /// Five years of messages, some of which are only found by an exact limit, some lifted.
  init() throws {
    var random = SeededGenerator(seed: 5)
    var tenant = Tenant()
    tenant.people = [.init(id: "u", name: "Ana", email: nil)]
    tenant.conversations = [
      .init(id: "c-ship", type: "GROUP", topic: "The ship", participants: [0]),
      .init(id: "c-other", type: "GROUP", topic: "Other", participants: [0]),
    ]
    let day: Int64 = 86_400_000
    for number in 0..<300 {
      let words = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        ["ship", "ship", "sail", "sea"].randomElement(using: &random) ?? ""
      }
      tenant.items.append(
        .init(
          id: "m-\(number)",
          creator: 0,
          conversation: Int.random(in: 0...1, using: &random),
          time: Tenant.start - Int64(number) * 6 * day - Int64.random(in: 0..<day, using: &random),
          state: Int.random(in: 0..<4, using: &random) == 0 ? 3 : 1,
          content: words.joined(separator: " "),
          likes: Int.random(in: 0..<3, using: &random) == 0 ? [0] : [],
          files: Int.random(in: 0..<9, using: &random) == 0 ? ["ship.pdf"] : []
        )
      )
    }
    index = try TemporaryIndex(tenant)
    engine = try SearchEngine(path: index.path)
  }

  private static let queries = [
    "ship", "ship sail", "\"ship sail\"", "ship OR sea", "ship -sea", "ship likes:>0",
    "in:c-ship sea", "sail newer:1500d", "ship is:deleted",
  ]

  @Test(arguments: queries)
  func pagesAreThoseOfAWholeReading(_ text: String) throws {
    let query = try Query(parsing: text, at: clock)
    // So many rows that all have to be read.
    var request = SearchRequest(query: query, order: .relevance, limit: 1_000)
    let whole = try engine.search(request).hits
    #expect(whole.count > 20 || text.contains("deleted"))
    for isExhaustive in [false, true] {
      request.isExhaustive = isExhaustive
      for limit in [2, 20] {
        request.limit = limit
        request.cursor = nil
        var paged: [SearchHit] = []
        repeat {
          let answer = try engine.search(request)
          #expect(answer.rankedAmong?.isBounded == false)
          paged += answer.hits
          request.cursor = answer.nextCursor
        } while request.cursor != nil && paged.count <= whole.count
        #expect(paged == whole, "\(limit) a page")
      }
    }
  }

  @Test func whatIsTooOldIsNotRead() throws {
    let query = try Query(parsing: "ship", at: clock)
    var request = SearchRequest(query: query, order: .relevance, limit: 5)
    let compared = try #require(try engine.search(request).rankedAmong)
    request.limit = 1_000
    let all = try #require(try engine.search(request).rankedAmong)
    #expect(compared.count < all.count / 2)
  }

  @Test func aSmallWindowStillGivesEveryMatchOnce() throws {
    engine.windowSize = 30
    for text in Self.queries {
      let query = try Query(parsing: text, at: clock)
      let all = try engine.search(SearchRequest(query: query, limit: 1_000)).hits.map(\.itemId)
      var request = SearchRequest(query: query, order: .relevance, limit: 7)
      var found: [String] = []
      repeat {
        let answer = try engine.search(request)
        found += answer.hits.map(\.itemId)
        request.cursor = answer.nextCursor
      } while request.cursor != nil && found.count <= all.count
      #expect(found.sorted() == all.sorted(), "\(text)")
    }
  }
}
