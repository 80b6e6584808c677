import Testing

@testable import Index

/// Ids are looked up by eight bytes, which several may share.
@Suite struct ItemKeyTests {
  /// Two ids with one key: of some hundred thousand that begin alike, a few pairs share the other four bytes.
  private func pair() throws -> (String, String) {
    var seen: [Int64: String] = [:]
    for number in 0..<1_000_000 {
      let id = "item-\(number)"
      if let other = seen.updateValue(id, forKey: WireID(id).key) { return (other, id) }
    }
    return try #require(nil)
  }

  @Test func idsOfOneKeyAreToldApart() throws {
    let index = try TestIndex()
    let (first, second) = try pair()
    let lines = [first, second].map {
      #"{"itemId":"\#($0)","convId":"c","type":"TEXT","creationTime":5,"text":{"content":"x"}}"#
    }
    for line in lines { try index.write([line]) }
    #expect(try index.write(lines).unchanged == 2)
    let reader = try index.reader()
    let rows = try [first, second, "item-none"].map { try reader.rowid(ofItem: WireID($0)) }
    #expect(rows[0] != nil && rows[1] != nil && rows[0] != rows[1] && rows[2] == nil)
    #expect(try index.problems().isEmpty)
  }

  @Test(arguments: [
    "00000000-0000-4000-8000-000000000000", "7fffffff-ffff-4fff-bfff-ffffffffffff",
    "80000000-0000-4000-8000-000000000001", "ffffffff-0000-4000-8000-000000000000", "a", "ab",
    "abcd", "abcde", "äöü", "\u{7f}\u{7f}\u{7f}\u{7f}",
  ])
  func keysSortAsIdsBegin(text: String) {
    let id = WireID(text)
    #expect(WireID.keys(from: id, through: id).contains(id.key))
    let low = WireID("00000000-0000-4000-8000-000000000000")
    let high = WireID("ffffffff-ffff-4fff-bfff-ffffffffffff")
    #expect(WireID.keys(from: low, through: high).contains(id.key))
    #expect(!WireID.keys(from: WireID("b000"), through: WireID("b001")).contains(id.key))
  }
}
