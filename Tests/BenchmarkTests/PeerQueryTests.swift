import Foundation
import TestSupport
import Testing

@testable import Benchmark

@Suite("Queries for peers")
struct PeerQueryTests {
  @Test("Words, phrases, prefixes and alternatives are told apart")
  func words() throws {
    #expect(try #require(PeerQuery("Release nééds")).words == ["release", "needs"])
    #expect(try #require(PeerQuery("\"have a\"")).phrase == ["have", "a"])
    #expect(try #require(PeerQuery("rel*")).prefix == "rel")
    #expect(try #require(PeerQuery("a OR b OR c")).any == ["a", "b", "c"])
  }

  @Test("Filters go along, a month by its bounds in UTC")
  func filters() throws {
    let query = try #require(PeerQuery("the from:abc in:def date:2026-12"))
    #expect(query.words == ["the"])
    #expect(query.creatorId == "abc")
    #expect(query.convId == "def")
    #expect(query.from == 1_796_083_200_000)
    #expect(query.to == 1_798_761_600_000)
  }

  @Test(
    "What no peer can answer is left out",
    arguments: ["the is:flagged", "from:abc has:link", "the likes:>3", "from:abc", "the date:soon"]
  )
  func others(query: String) {
    #expect(PeerQuery(query) == nil)
  }
}
