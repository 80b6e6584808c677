import TestSupport
import Testing

@testable import Circuit

@Suite struct RequestLimitTests {
  @Test func itStartsSmallAndGrowsByOneARound() {
    var limit = RequestLimit(start: 2, ceiling: 5, budget: nil)
    var rounds: [Int] = []
    for _ in 0..<6 {
      let permits = fill(&limit)
      rounds.append(permits.count)
      for permit in permits { limit.release(permit, .healthy) }
    }
    #expect(rounds == [2, 3, 4, 5, 5, 5])
  }

  @Test func anUnusedLimitDoesNotGrow() {
    var limit = RequestLimit(start: 2, ceiling: 8, budget: nil)
    for _ in 0..<50 {
      guard case .admitted(let permit) = limit.admit(at: .zero) else { break }
      limit.release(permit, .healthy)
    }
    #expect(limit.limit == 2)
  }

  @Test func anOverloadedServerHalvesItOnceABurst() {
    var limit = RequestLimit(start: 8, ceiling: 8, budget: nil)
    let permits = fill(&limit)
    #expect(permits.count == 8)
    for permit in permits { limit.release(permit, .overloaded) }
    #expect(limit.limit == 4)
    for permit in fill(&limit) { limit.release(permit, .overloaded) }
    #expect(limit.limit == 2)
    for _ in 0..<3 { for permit in fill(&limit) { limit.release(permit, .overloaded) } }
    #expect(limit.limit == 1)
  }

  @Test func healthyAnswersFromBeforeAHalvingDoNotGrowIt() {
    var limit = RequestLimit(start: 4, ceiling: 8, budget: nil)
    let permits = fill(&limit)
    limit.release(permits[0], .overloaded)
    for permit in permits.dropFirst() { limit.release(permit, .healthy) }
    #expect(limit.limit == 2)
  }

  @Test func failuresWithOtherReasonsChangeNothing() {
    var limit = RequestLimit(start: 4, ceiling: 8, budget: nil)
    for permit in fill(&limit) { limit.release(permit, .unknown) }
    #expect(limit.limit == 4 && limit.inFlight == 0)
  }

  @Test func quietHoldsAllBackAndTheLongerOneStands() {
    var limit = RequestLimit(start: 4, ceiling: 8, budget: nil)
    limit.beQuiet(until: .seconds(9))
    limit.beQuiet(until: .seconds(5))
    #expect(limit.admit(at: .seconds(8)) == .waitUntil(.seconds(9)))
    guard case .admitted = limit.admit(at: .seconds(9)) else {
      Issue.record("still quiet")
      return
    }
  }

  @Test func theBudgetCountsWhatIsSent() {
    var limit = RequestLimit(start: 4, ceiling: 8, budget: 3)
    #expect(fill(&limit).count == 3)
    #expect(limit.admit(at: .zero) == .budgetSpent)
    #expect(limit.sent == 3)
  }

  /// Whatever answers come in whatever order, the limit keeps its bounds and counts rightly.
  @Test func propertiesHoldForAnyHistory() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let ceiling = Int.random(in: 1...9, using: &random)
      var limit = RequestLimit(
        start: Int.random(in: 1...9, using: &random),
        ceiling: ceiling,
        budget: nil
      )
      var held: [RequestLimit.Permit] = []
      for _ in 0..<200 {
        if random.oneIn(2) {
          if case .admitted(let permit) = limit.admit(at: .zero) { held.append(permit) }
        } else if let index = held.indices.randomElement(using: &random) {
          limit.release(
            held.remove(at: index),
            random.pick([.healthy, .healthy, .overloaded, .unknown])
          )
        }
        #expect(limit.inFlight == held.count && held.count <= ceiling)
        #expect((1...ceiling).contains(limit.limit))
      }
    }
  }

  private func fill(_ limit: inout RequestLimit) -> [RequestLimit.Permit] {
    var permits: [RequestLimit.Permit] = []
    while case .admitted(let permit) = limit.admit(at: .zero) { permits.append(permit) }
    return permits
  }
}
