import Testing

@testable import Sandbox

/// When faults happen.
@Suite struct FaultPlanTests {
  /// Which of so many requests a fault happens to, counted from 1.
  private func hits(
    _ text: String,
    of count: Int,
    operation: String = "getConversationItems",
    conversation: String? = "c1",
    seed: UInt64 = 1
  ) throws -> [Int] {
    var plan = FaultPlan(seed: seed)
    plan.faults = [try SandboxFault(text)]
    return (1...count).filter { _ in
      !plan.next(operation: operation, conversation: conversation).isEmpty
    }
  }

  @Test func countsAreKept() throws {
    #expect(try hits("503", of: 3) == [1, 2, 3])
    #expect(try hits("503:every=3", of: 9) == [3, 6, 9])
    #expect(try hits("503:every=3,after=2", of: 9) == [5, 8])
    #expect(try hits("503:times=2,after=1", of: 9) == [2, 3])
  }

  @Test func onlyWhatItAppliesToCounts() throws {
    #expect(try hits("503:operation=getProfile", of: 3) == [])
    #expect(try hits("503:conversation=c2", of: 3) == [])
    #expect(try hits("503:conversation=c1", of: 3, conversation: nil) == [])
    #expect(try hits("lose", of: 3, conversation: nil) == [])
    #expect(try hits("503", of: 3, operation: "token") == [])
    #expect(try hits("503:operation=token", of: 2, operation: "token") == [1, 2])
  }

  @Test func chancesComeFromTheSeed() throws {
    let once = try hits("503:chance=0.2", of: 1_000)
    #expect((150...250).contains(once.count))
    #expect(try hits("503:chance=0.2", of: 1_000) == once)
    #expect(try hits("503:chance=0.2", of: 1_000, seed: 2) != once)
    #expect(try hits("503:chance=0", of: 100) == [])
    #expect(try hits("503:chance=1", of: 3) == [1, 2, 3])
  }
}
