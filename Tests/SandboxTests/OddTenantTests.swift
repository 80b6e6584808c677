import Foundation
import Sandbox
import Testing

@Suite struct OddTenantTests {
  private func archive(odd: Double, broken: Int) throws -> Archive {
    var plan = SyntheticTenant.Plan(items: 900, seed: 2)
    plan.odd = odd
    plan.brokenLines = broken
    return try Archive(plan)
  }

  @Test func brokenLinesAreNoItems() throws {
    let archive = try archive(odd: 0, broken: 13)
    let lines = try archive.lines("items")
    #expect(archive.summary.brokenLines == 13)
    #expect(lines.count == 913)
    let decoder = JSONDecoder()
    let items = lines.filter { (try? decoder.decode(ItemRecord.self, from: $0)) != nil }
    #expect(items.count == 900)
    for line in lines where (try? decoder.decode(ItemRecord.self, from: line)) == nil {
      let object = try? JSONSerialization.jsonObject(with: line) as? [String: Any]
      #expect(object?["itemId"] == nil)
    }
  }

  @Test func oddItemsAreStillOneALine() throws {
    let archive = try archive(odd: 0.2, broken: 0)
    #expect((100...260).contains(archive.summary.odd))
    #expect(archive.summary.unknownTypes > 0)
    #expect(try archive.lines("items").count == 900)
    #expect(try archive.lines("items").allSatisfy { $0.first == UInt8(ascii: "{") })
  }

  @Test(arguments: [
    #""zone":{"#, #""type":"POLL""#, #""state":"PENDING""#, #""mood":null"#, #".0,"modif"#,
    #""creationTime":""#, #""type":"TEXT","creationTime""#, "99999999999999999999", "1e300",
    #"\ud83d here"#, #"before\u0000after"#, "again and again again", #""itemId":"item "#,
  ])
  func everyOddityOccurs(trace: String) throws {
    let items = try archive(odd: 0.2, broken: 0).data("items")
    #expect(items.range(of: Data(trace.utf8)) != nil)
  }

  @Test func someTextIsNotUTF8() throws {
    let items = try archive(odd: 0.2, broken: 0).data("items")
    #expect(String(data: items, encoding: .utf8) == nil)
    let plain = try archive(odd: 0, broken: 0).data("items")
    #expect(String(data: plain, encoding: .utf8) != nil)
  }

  @Test func repliesAndFlagsNeverPointAtOddItems() throws {
    let archive = try archive(odd: 0.3, broken: 0)
    let plain = try archive.lines("items").compactMap {
      try? JSONDecoder().decode(ItemRecord.self, from: $0)
    }
    let identifiers = Set(plain.map(\.itemId))
    #expect(plain.allSatisfy { identifiers.contains($0.text?.parentId ?? $0.itemId) })
    for flag in try archive.records("flags", as: FlagRecord.self) {
      #expect(identifiers.contains(flag.itemId))
    }
  }
}
