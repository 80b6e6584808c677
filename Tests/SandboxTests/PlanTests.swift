import Foundation
import Sandbox
import TestSupport
import Testing

@Suite struct PlanTests {
  @Test func defaultRangeIsWholeWeeksAndALastFriday() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    for items in [10, 5_000, 20_000, 1_000_000] {
      let plan = SyntheticTenant.Plan(items: items)
      let start = Date(timeIntervalSince1970: Double(plan.start) / 1_000)
      let end = Date(timeIntervalSince1970: Double(plan.end) / 1_000)
      let from = calendar.dateComponents([.weekday, .hour, .minute], from: start)
      #expect(from.weekday == 2 && from.hour == 0 && from.minute == 0)
      let to = calendar.dateComponents(
        [.yearForWeekOfYear, .weekOfYear, .weekday, .hour],
        from: end
      )
      #expect(to.yearForWeekOfYear == 2026 && to.weekOfYear == 47)
      #expect(to.weekday == 6 && to.hour == 17)
    }
  }

  @Test func peopleAndConversationsStopGrowing() {
    let million = SyntheticTenant.Plan(items: 1_000_000)
    let tenMillion = SyntheticTenant.Plan(items: 10_000_000)
    #expect(million.users == tenMillion.users)
    #expect(million.conversations == tenMillion.conversations)
    #expect(million.start == tenMillion.start)
  }

  @Test(arguments: [1, 2, 3, 12, 13, 40])
  func tinyTenantsAreWhole(items: Int) throws {
    let archive = try Archive(.init(items: items, seed: 6))
    #expect(try archive.records("items", as: ItemRecord.self).count == items)
    #expect(archive.summary.conversations <= items)
  }

  @Test(arguments: UInt64(1)...12)
  func anyShapeGivesAllItems(seed: UInt64) throws {
    var plan = SyntheticTenant.Plan(items: 100 + Int(seed * seed) * 7, seed: seed)
    plan.users = 3 + Int(seed * 7 % 11)
    plan.conversations = 1 + Int(seed * 13 % 90)
    plan.end = plan.start + Int(seed) * 86_400_000
    let archive = try Archive(plan)
    let items = try archive.records("items", as: ItemRecord.self)
    #expect(items.count == plan.items)
    #expect(items.allSatisfy { (plan.start...plan.end).contains($0.creationTime) })
  }

  struct Impossible: Sendable, CustomTestStringConvertible {
    let change: @Sendable (inout SyntheticTenant.Plan) -> Void
    let message: String
    var testDescription: String { message }
  }

  @Test(arguments: [
    Impossible(
      change: { $0.items = 0 },
      message: "a synthetic tenant cannot have 0 as 'items': the bound is 1"
    ),
    Impossible(
      change: { $0.users = 2 },
      message: "a synthetic tenant cannot have 2 as 'users': the bound is 3"
    ),
    Impossible(
      change: { $0.conversations = 101 },
      message: "a synthetic tenant cannot have 101 as 'conversations': the bound is 100"
    ),
    Impossible(
      change: { $0.start = -1 },
      message: "a synthetic tenant cannot have -1 as 'start': the bound is 0"
    ),
    Impossible(
      change: {
        $0.start = 0
        $0.end = 5
      },
      message: "a synthetic tenant cannot have 5 as 'end': the bound is 86400000"
    ),
    Impossible(
      change: { $0.brokenLines = -1 },
      message: "a synthetic tenant cannot have -1 as 'brokenLines': the bound is 0"
    ),
  ])
  func impossiblePlansAreRefused(case: Impossible) {
    var plan = SyntheticTenant.Plan(items: 100)
    `case`.change(&plan)
    let error = #expect(throws: SandboxError.self) {
      _ = try SyntheticTenant(plan: plan).write(to: "/nonexistent/never")
    }
    #expect(error?.description == `case`.message)
  }

  @Test func refusedFilesAreNamed() throws {
    let archive = try Archive(.init(items: 10))
    let file = archive.folder.path("items.ndjson")
    let error = #expect(throws: SandboxError.self) {
      _ = try SyntheticTenant(plan: .init(items: 10)).write(to: file)
    }
    let path = file + "/items.ndjson"
    #expect(error == .refused(path: path, operation: .open, code: 20))
    #expect(error?.description == "cannot open '\(path)': Not a directory")
  }
}
