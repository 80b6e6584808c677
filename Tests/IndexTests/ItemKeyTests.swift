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

  /// Ids with the four bytes that a column begins with.
  private static let beginnings: [(id: String, bytes: [UInt8])] = [
    ("00000000-0000-4000-8000-000000000000", [0, 0, 0, 0]),
    ("7fffffff-ffff-4fff-bfff-ffffffffffff", [0x7f, 0xff, 0xff, 0xff]),
    ("80000000-0000-4000-8000-000000000001", [0x80, 0, 0, 0]),
    ("ffffffff-0000-4000-8000-000000000000", [0xff, 0xff, 0xff, 0xff]),
    ("a", [0x61, 0, 0, 0]), ("ab", [0x61, 0x62, 0, 0]), ("abcd", [0x61, 0x62, 0x63, 0x64]),
    ("abcde", [0x61, 0x62, 0x63, 0x64]), ("äöü", [0xc3, 0xa4, 0xc3, 0xb6]),
  ]

  @Test func keysSortAsIdsBegin() {
    for (left, first) in Self.beginnings {
      for (right, second) in Self.beginnings {
        let (one, other) = (WireID(left), WireID(right))
        let isWithin = WireID.keys(from: one, through: one).contains(other.key)
        #expect(isWithin == (first == second), "\(left) \(right)")
        guard first != second else { continue }
        #expect(
          (one.key < other.key) == first.lexicographicallyPrecedes(second),
          "\(left) \(right)"
        )
      }
    }
  }
}
