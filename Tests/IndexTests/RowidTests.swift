import Testing

@testable import Index

@Suite struct RowidTests {
  let index: TestIndex

  init() throws { index = try TestIndex() }

  @Test func rowidsFollowTimeAndTiesFollowIds() throws {
    try index.write([message("c", at: 20), message("b", at: 10), message("a", at: 20)])
    #expect(try index.matches("hello") == ["b", "a", "c"])
    #expect(try index.integer("SELECT min(id) FROM item") == 80)
  }

  @Test func aCrowdInOneMillisecondKeepsItsTimeAndIsNotedAsDisplaced() throws {
    let crowd = (0..<100).map { message("i\($0)", at: 1_000) }
    try index.write(crowd + [message("later", at: 1_003)], batchesOf: 7)
    #expect(try index.integer("SELECT count(*) FROM item") == 101)
    #expect(try index.integer("SELECT count(*) FROM items WHERE creationTime = 1000") == 100)
    #expect(try index.integer("SELECT count(*) FROM items WHERE creationTime = 1003") == 1)
    let displacement = try index.integer("SELECT value FROM meta WHERE key = 'max_displacement_ms'")
    #expect(
      try index.integer("SELECT max((id >> 3) - coalesce(created, id >> 3)) FROM item")
        == displacement
    )
    #expect(try #require(displacement) >= 11)
    #expect(try index.problems() == [])
  }

  @Test(arguments: [
    (#""creationTime":-5,"modificationTime":700"#, 700, true),
    (#""creationTime":9223372036854775807,"modificationTime":700"#, 700, true),
    (#""modificationTime":700"#, 700, true),
    (#""creationTime":null"#, 0, true),
    (#""creationTime":1.5e3"#, 1_500, false),
    (#""creationTime":253402300799999"#, 253_402_300_799_999, false),
  ])
  func aMissingOrAbsurdTimeFallsBackAndIsCounted(_ times: String, _ time: Int64, _ isCounted: Bool)
    throws
  {
    try index.write([
      #"{"itemId":"a","convId":"c","type":"TEXT","creatorId":"x",\#(times),"text":{"content":"hi"}}"#
    ])
    #expect(try index.integer("SELECT creationTime FROM items") == time)
    #expect(
      try index.integer(
        "SELECT coalesce((SELECT value FROM meta WHERE key = 'items_without_time'), 0)"
      ) == (isCounted ? 1 : 0)
    )
    #expect(try index.problems() == [])
  }

  @Test func anAbsurdTimeIsKeptForAnExport() throws {
    try index.write([#"{"itemId":"a","creationTime":-5,"odd":true,"text":{"content":"hi"}}"#])
    #expect(try index.integer("SELECT json_extract(extra, '$.creationTime') FROM item_text") == -5)
    #expect(try index.integer("SELECT json_extract(extra, '$.odd') FROM item_text") == 1)
  }

  @Test func rangesHoldAllItemsOfTheirTime() {
    let range = Rowid.range(from: 100, to: 200, displacement: 3)
    #expect(range.contains(Rowid.first(ofMillisecond: 100)))
    #expect(!range.contains(Rowid.first(ofMillisecond: 100) - 1))
    #expect(range.contains(Rowid.first(ofMillisecond: 203) - 1))
    #expect(
      Rowid.range(from: .min, to: .max, displacement: 0).upperBound
        > Rowid.first(ofMillisecond: Rowid.latestTime)
    )
  }
}
