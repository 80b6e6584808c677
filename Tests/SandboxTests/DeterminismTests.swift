import Foundation
import Sandbox
import TestSupport
import Testing

@Suite struct DeterminismTests {
  @Test func samePlanGivesTheSameBytes() throws {
    var plan = SyntheticTenant.Plan(items: 1_100, seed: 9)
    plan.odd = 0.05
    plan.brokenLines = 7
    let one = try Archive(plan)
    let other = try Archive(plan)
    #expect(one.summary == other.summary)
    for name in Archive.names {
      #expect(try one.data(name) == other.data(name), "\(name).ndjson")
    }
  }

  @Test func anotherSeedGivesAnotherTenant() throws {
    let one = try Archive(.init(items: 300, seed: 1))
    let other = try Archive(.init(items: 300, seed: 2))
    for name in ["users", "conversations", "items"] {
      let common = try Set(one.lines(name)).intersection(other.lines(name))
      #expect(common.isEmpty, "\(name).ndjson")
    }
  }

  @Test func writingAgainReplacesWhatWasThere() throws {
    let archive = try Archive(.init(items: 400, seed: 1))
    let smaller = SyntheticTenant(plan: .init(items: 50, seed: 1))
    #expect(try smaller.write(to: archive.folder.path).items == 50)
    #expect(try archive.lines("items").count == 50)
  }

  @Test func progressCountsUpToTheItems() throws {
    var reports: [Int] = []
    _ = try Archive(.init(items: 12_000, seed: 1)) { reports.append($0) }
    #expect(reports.count == 1)
    #expect(reports.allSatisfy { (10_000...12_000).contains($0) })
  }
}
