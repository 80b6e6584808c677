import Foundation
import TestSupport
import Testing

@testable import Benchmark

@Suite("Results of a benchmark")
struct ResultsTests {
  private func figure(_ value: Double, _ target: String?) -> Results.Figure {
    Results.Figure(suite: "s", name: "n", value: value, unit: "ms", target: target)
  }

  @Test("A target is met on its right side")
  func targets() {
    #expect(figure(5, "≤ 5").isMet == true)
    #expect(figure(5.1, "≤ 5").isMet == false)
    #expect(figure(60_000, "≥ 60,000").isMet == true)
    #expect(figure(59_999, "≥ 60,000").isMet == false)
    #expect(figure(1, nil).isMet == nil)
    #expect(figure(1, "little").isMet == nil)
  }

  @Test("Searches are compared with those of a smaller archive by their full pages")
  func growth() throws {
    let folder = try TemporaryFolder()
    var small = Results()
    small.add("search", "newest: one word", Spread([2]))
    small.add("search", "newest: one word, full pages", Spread([4]))
    try small.write(to: folder.path("small.json"))
    var large = Results()
    large.add("search", "newest: one word", Spread([6]))
    large.compareSearches(with: folder.path("small.json"))
    #expect(large.figures.last?.suite == "growth")
    #expect(large.figures.last?.value == 1.5)
    #expect(large.figures.last?.isMet == true)
  }

  @Test("A table has a line a spread, with the middle, the 95th of a hundred and the verdict")
  func table() {
    var results = Results()
    results.add("search", "newest: one word", Spread([1, 2, 4]), target: "≤ 3")
    results.addTable(of: "search")
    results.addTable(of: "report")
    #expect(
      results.tables == [
        """
        | search | measured | aim | |
        |---|---|---|---|
        | newest: one word | 2 · 4 ms | ≤ 3 | missed |

        """
      ]
    )
  }

  @Test("New items have ids of their own, which a second writing has again")
  func newItems() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "items.ndjson",
      #"{"itemId":"x","convId":"c","type":"TEXT","creationTime":1000,"modificationTime":1000}"#
        + "\n"
    )
    let items = try NewItems(archive: folder.path)
    var written: [String] = []
    for round in [0, 0, 1] {
      try items.write(3, round: round, to: folder.path("new.ndjson"))
      written.append(try String(contentsOfFile: folder.path("new.ndjson"), encoding: .utf8))
    }
    let objects = try written.map { text in
      try text.split(separator: "\n").map {
        try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
      }
    }
    let ids = objects.map { $0.compactMap { $0["itemId"] as? String } }
    #expect(ids[0] == ids[1])
    #expect(Set(ids[0] + ids[2]).count == 6)
    #expect(ids[0].allSatisfy { UUID(uuidString: $0) != nil })
    #expect(objects[2].allSatisfy { ($0["creationTime"] as? Int ?? 0) > 3_600_000 })
  }
}
