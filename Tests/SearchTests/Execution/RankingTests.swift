import Foundation
import Index
import Ingest
import TestSupport
import Testing

@testable import Search

/// Answers by relevance, taken in windows of the newest matches.
@Suite struct RankingTests {
  private let index: TemporaryIndex
  private let engine: SearchEngine
  private let clock = LocalClock(timeZone: .gmt, now: Tenant.start + 864_000_000)

  init() throws {
    index = try TemporaryIndex(Tenant.random(seed: 8, itemCount: 300))
    engine = try SearchEngine(path: index.path)
  }

  private func pages(_ text: String, limit: Int) throws -> [SearchAnswer] {
    var request = SearchRequest(
      query: try Query(parsing: text, at: clock),
      order: .relevance,
      limit: limit
    )
    var pages: [SearchAnswer] = []
    repeat {
      pages.append(try engine.search(request))
      request.cursor = pages.last?.nextCursor
    } while request.cursor != nil && pages.count < 500
    return pages
  }

  @Test(arguments: ["the", "ship the", "\"the ship\" OR roll*", "the likes:>1", "the is:flagged"])
  func everyMatchIsGivenOnceWhateverTheWindow(text: String) throws {
    let query = try Query(parsing: text, at: clock)
    let all = Set(try engine.search(SearchRequest(query: query, limit: 1000)).hits.map(\.itemId))
    #expect(!all.isEmpty)
    for window in [3, 20, 1000] {
      engine.windowSize = window
      for limit in [1, 7, 40] {
        let found = try pages(text, limit: limit).flatMap { $0.hits.map(\.itemId) }
        #expect(found.count == all.count && Set(found) == all, "\(window) \(limit)")
      }
    }
  }

  @Test func aWindowComesBestFirst() throws {
    let pages = try pages("ship", limit: 5)
    let scores = pages.flatMap { $0.hits.compactMap { $0.grade?.score } }
    #expect(scores.count == pages.map(\.hits.count).reduce(0, +))
    #expect(scores == scores.sorted(by: >))
    #expect(pages.first?.rankedAmong?.isBounded == false)
  }

  @Test func theBestOfAllAreFoundBesideTheNewest() throws {
    engine.windowSize = 5
    var request = SearchRequest(
      query: try Query(parsing: "the", at: clock),
      order: .relevance,
      limit: 4
    )
    let bounded = try engine.search(request)
    // A window more where messages that are not listed take the place of others.
    let compared = try #require(bounded.rankedAmong)
    #expect(compared.isBounded && compared.count % 5 == 0 && compared.count <= 25)
    request.isExhaustive = true
    let exhaustive = try engine.search(request)
    #expect(exhaustive.rankedAmong?.isBounded == false)
    #expect((exhaustive.rankedAmong?.count ?? 0) >= (try engine.count(request.query) ?? 0))
    let best = exhaustive.hits.compactMap { $0.grade?.score }
    #expect(zip(best, bounded.hits.compactMap { $0.grade?.score }).allSatisfy { $0 >= $1 })
  }

  /// The newest item counts whole, one of half a year ago half.
  @Test func whatIsRecentCountsMore() throws {
    var tenant = Tenant()
    tenant.people = [.init(id: "u", name: "Ana", email: nil)]
    tenant.conversations = [.init(id: "c", type: "GROUP", topic: "T", participants: [0])]
    let day: Int64 = 86_400_000
    tenant.items = [0, 180, 360].map { age in
      .init(
        id: "m-\(age)",
        creator: 0,
        conversation: 0,
        time: Tenant.start - age * day,
        content: "ship"
      )
    }
    let index = try TemporaryIndex(tenant)
    let request = SearchRequest(query: try Query(parsing: "ship", at: clock), order: .relevance)
    let hits = try SearchEngine(path: index.path).search(request).hits
    #expect(hits.map(\.itemId) == ["m-0", "m-180", "m-360"])
    let recencies = hits.compactMap { $0.grade?.recency }
    for (recency, expected) in zip(recencies, [1, 1.0 / 2, 1.0 / 3]) {
      #expect(abs(recency - expected) < 1e-9)
    }
  }

  @Test func wordsInNamesOfFilesAndTopicsLift() throws {
    var tenant = Tenant()
    tenant.people = [.init(id: "u", name: "Ana", email: nil)]
    tenant.conversations = [
      .init(id: "c-ship", type: "GROUP", topic: "The ship", participants: [0]),
      .init(id: "c-other", type: "GROUP", topic: "Other", participants: [0]),
    ]
    func message(_ id: String, in room: Int, files: [String] = []) -> Tenant.Item {
      // All of one time, so that only what lifts tells them apart.
      .init(
        id: id,
        creator: 0,
        conversation: room,
        time: Tenant.start,
        content: "ship",
        files: files
      )
    }
    tenant.items = [
      message("a-plain", in: 1), message("b-both", in: 0, files: ["ship.pdf"]),
      message("c-topic", in: 0), message("d-file", in: 1, files: ["my ship.pdf"]),
      message("e-other-file", in: 1, files: ["sail.pdf"]),
    ]
    let index = try TemporaryIndex(tenant)
    let request = SearchRequest(query: try Query(parsing: "ship", at: clock), order: .relevance)
    let hits = try SearchEngine(path: index.path).search(request).hits
    #expect(hits.prefix(3).map(\.itemId) == ["b-both", "d-file", "c-topic"])
    #expect(hits.count == 5)
  }

  @Test func newItemsDoNotDisturbThePagesThatFollow() throws {
    engine.windowSize = 10
    let query = try Query(parsing: "the", at: clock)
    var request = SearchRequest(query: query, order: .relevance, limit: 6)
    let first = try engine.search(request)
    request.cursor = first.nextCursor
    let second = try engine.search(request).hits.map(\.itemId)

    let archive = try TemporaryFolder()
    let path = archive.path("items.ndjson")
    let lines = (0..<30).map { number in
      #"{"itemId":"new-\#(number)","convId":"c-news","creatorId":"u-ana","type":"TEXT","#
        + #""creationTime":\#(Tenant.start + 900_000_000 + Int64(number)),"#
        + #""text":{"content":"the the the","contentType":"PLAIN","state":"CREATED"}}"#
    }
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    #expect(
      try ArchiveImport(paths: [path], started: 2000).run(into: index.path).items.inserted == 30
    )
    #expect(try engine.search(request).hits.map(\.itemId) == second)
    request.cursor = nil
    #expect(try engine.search(request).hits.allSatisfy { $0.itemId.hasPrefix("new-") })
  }
}
