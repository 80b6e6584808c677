import Circuit
import SQLite
import TestSupport
import Testing

@testable import Index

@Suite struct WritingTests {
  let index: TestIndex

  init() throws { index = try TestIndex() }

  @Test(arguments: [1, 2, 3, 100])
  func anyOrderAndAnyBatchingMakeTheSameIndex(_ size: Int) throws {
    var generator = SeededGenerator(seed: 7)
    let lines = (0..<120).flatMap { number -> [String] in
      let head = number >= 10 && number % 3 == 0 ? "i\(number / 2)" : nil
      let line = message(
        "i\(number)",
        at: Int64(number / 4) * 1_000,
        by: "p\(number % 7)",
        in: "r\(number % 5)",
        "word\(number % 11) text",
        parent: head,
        likes: (0..<(number % 4)).map { "p\($0)" }
      )
      let edit = message(
        "i\(number)",
        at: Int64(number / 4) * 1_000,
        modified: Int64(number + 1) * 10_000,
        by: "p\(number % 7)",
        in: "r\(number % 5)",
        "edited\(number % 11)",
        state: number % 10 == 0 ? "DELETED" : "EDITED",
        parent: head
      )
      return number % 5 == 0 ? [line, edit] : [line]
    }
    try index.write(lines)
    let other = try TestIndex()
    try other.write(lines.shuffled(using: &generator), batchesOf: size)
    // Dense ids depend on the order of arrival, and nothing that is compared does.
    #expect(try Self.comparable(other) == Self.comparable(index))
    #expect(try other.problems() == [])
  }

  /// What must not depend on the order of arrival.
  private static func comparable(_ index: TestIndex) throws -> [String] {
    let connection = try index.reader()
    let queries = [
      """
      SELECT t.item_id, u.user_id, c.conv_id, i.state, coalesce(i.created, i.id >> 3), i.modified, i.likes, t.content, h.head_item_id, h.replies
      FROM item i JOIN item_text t ON t.id = i.id JOIN user u ON u.id = i.creator JOIN conversation c ON c.id = i.conversation
      LEFT JOIN thread h ON h.id = i.thread ORDER BY 1
      """,
      "SELECT t.item_id, u.user_id FROM item_like l JOIN item_text t ON t.id = l.item JOIN user u ON u.id = l.user WHERE gone_run IS NULL ORDER BY 1, 2",
      "SELECT * FROM quarter_hourly ORDER BY 1",
      "SELECT d.day, c.conv_id, messages, replies, likes FROM daily_by_conversation d JOIN conversation c ON c.id = d.conversation ORDER BY 1, 2",
      "SELECT head_item_id, replies, head IS NULL FROM thread ORDER BY 1",
    ]
    return try queries.flatMap { sql in
      try connection.rows(sql) { row in
        (0..<row.count).map { String(describing: row.value(at: $0)) }.joined(separator: "|")
      }
    }
  }

  @Test func aHeadThatComesAfterItsRepliesIsJoinedToThem() throws {
    try index.write([message("r1", at: 20, parent: "h"), message("r2", at: 30, parent: "h")])
    #expect(
      try index.integer("SELECT count(*) FROM thread WHERE head IS NULL AND replies = 2") == 1
    )
    try index.write([message("h", at: 10, "the question?")])
    #expect(try index.integer("SELECT replies FROM items WHERE itemId = 'h'") == 2)
    #expect(try index.matches("Xquestion") == ["h"])
    #expect(try index.problems() == [])
  }

  @Test func aFlagThatComesBeforeItsItemFindsIt() throws {
    try index.mark { writer in
      _ = try writer.write(.init(userId: "bo", itemId: "a", convId: "room"))
    }
    #expect(try index.integer("SELECT count(*) FROM flag WHERE item IS NULL") == 1)
    try index.write([message("a", at: 10)])
    #expect(try index.integer("SELECT count(*) FROM flags") == 1)
    #expect(try index.problems() == [])
  }

  @Test func itemsMayLackEverythingButTheirId() throws {
    let ids = [
      "x", "0b9bb3b1-5fca-5123-8c0e-894e63ec712f", "0B9BB3B1-5FCA-5123-8C0E-894E63EC712F",
      "日本 \u{1F600}",
    ]
    try index.write(ids.map { #"{"itemId":"\#($0)"}"# })
    let stored = try index.reader().rows("SELECT item_id FROM item_text") { WireID($0, at: 0).text }
    #expect(Set(stored) == Set(ids))
    #expect(try index.problems() == [])
  }

  @Test func hostileNamesCannotForgeTerms() throws {
    try index.write([
      message(
        "a",
        at: 1,
        by: "eve",
        more: #","attachments":[{"fileId":"f","fileName":"x\u0001 S1 C1 Xdeleted\u001fTrtc.p df"}]"#
      ),
      message("b", at: 2, by: "bob", "\\u0001S1 \\u0002\\u00000"),
    ])
    #expect(try index.matches("Xdeleted") == [])
    #expect(try index.matches("Trtc") == [])
    #expect(try index.matches("S1") == ["a"])
    #expect(try index.problems() == [])
  }

  @Test func whatWasNotCommittedIsNotThere() throws {
    try index.write([message("a", at: 1)])
    do {
      let writer = try IndexWriter(
        path: index.path,
        run: .init(command: "t", source: "t", started: 1)
      )
      let batch = PreparedBatch(packer: writer.packer)
      batch.decode(message("b", at: 2))
      batch.prepare()
      _ = try writer.write(batch)
    }
    #expect(try index.integer("SELECT count(*) FROM item") == 1)
    #expect(try index.problems() == [])
  }

  @Test func aSecondWriterIsRefusedClearly() throws {
    try index.write([message("a", at: 1)])
    let writer = try IndexWriter(
      path: index.path,
      run: .init(command: "t", source: "t", started: 1)
    )
    try writer.begin()
    let second = try Connection(path: index.path, access: .readWrite, busyMilliseconds: 1)
    let error = #expect(throws: SQLiteError.self) { try second.execute("BEGIN IMMEDIATE") }
    #expect(error?.isBusy == true)
  }
}
