import Circuit
import SQLite
import Testing

@testable import Index

@Suite struct VersionTests {
  let index: TestIndex

  init() throws { index = try TestIndex() }

  @Test func theSameAgainChangesNothing() throws {
    let lines = [message("a", at: 10, "one"), message("b", at: 20, "two", likes: ["bo", "cy"])]
    #expect(try index.write(lines) == counts(inserted: 2))
    let before = try index.contents()
    let revision = try index.integer("SELECT value FROM meta WHERE key = 'revision'")
    #expect(try index.write(lines, now: 2) == counts(unchanged: 2))
    #expect(try index.contents() == before)
    #expect(try index.integer("SELECT value FROM meta WHERE key = 'revision'") == revision)
    #expect(try index.integer("SELECT count(*) FROM run") == 1)
  }

  @Test func aLaterVersionReplacesAndItsOldWordsGo() throws {
    try index.write([message("a", at: 10, "old")])
    #expect(
      try index.write([message("a", at: 10, modified: 30, "new", state: "EDITED")])
        == counts(updated: 1)
    )
    #expect(try index.matches("old") == [])
    #expect(try index.matches("new") == ["a"])
    #expect(try index.matches("Xedited") == ["a"])
    #expect(try index.problems() == [])
  }

  @Test func anOlderVersionNeverReplaces() throws {
    try index.write([message("a", at: 10, modified: 30, "new", state: "EDITED")])
    #expect(try index.write([message("a", at: 10, "old")]) == counts(older: 1))
    #expect(try index.matches("new") == ["a"])
    #expect(try index.matches("old") == [])
  }

  @Test func amongEqualTimesADeletionStays() throws {
    let deleted = message("a", at: 10, "", state: "DELETED")
    try index.write([message("a", at: 10, "words")])
    #expect(try index.write([deleted]) == counts(updated: 1))
    #expect(try index.write([message("a", at: 10, "words")]) == counts(older: 1))
    #expect(try index.matches("words") == [])
  }

  @Test func aDeletedMessageKeepsItsRowAndLosesItsWords() throws {
    try index.write([
      message("a", at: 10, "secret plan"), message("b", at: 11, "reply", parent: "a"),
    ])
    // Some clients still send the text along.
    try index.write([message("a", at: 10, modified: 20, "secret plan", state: "DELETED")])
    #expect(try index.matches("secret") == [])
    #expect(try index.matches("Xdeleted") == ["a"])
    #expect(try index.integer("SELECT count(*) FROM item_text WHERE content LIKE '%secret%'") == 0)
    #expect(try index.integer("SELECT sum(messages) FROM quarter_hourly") == 1)
    #expect(try index.problems() == [])
  }

  @Test func likesComeAndGoWithoutANewModificationTime() throws {
    try index.write([message("a", at: 10, likes: ["bo", "cy"])], now: 1)
    #expect(
      try index.write([message("a", at: 10, likes: ["cy", "di"])], now: 2) == counts(updated: 1)
    )
    let reader = try index.reader()
    let rows = try reader.rows(
      """
      SELECT u.user_id, f.started, g.started FROM item_like l JOIN user u ON u.id = l.user
      JOIN run f ON f.id = l.first_run LEFT JOIN run g ON g.id = l.gone_run ORDER BY 1
      """
    ) { "\($0.text(at: 0) ?? "") \($0.integer(at: 1)) \($0.optionalInteger(at: 2) ?? 0)" }
    #expect(rows == ["bo 1 2", "cy 1 0", "di 2 0"])
    try index.write([message("a", at: 10, likes: ["bo", "cy", "di"])], now: 3)
    #expect(try index.integer("SELECT likes FROM item") == 3)
    #expect(try index.integer("SELECT sum(likes) FROM quarter_hourly") == 3)
    #expect(try index.problems() == [])
  }

  @Test func versionsInOneBatchEndAsTheLatest() throws {
    let lines = [
      message("a", at: 10, "first"), message("a", at: 10, modified: 30, "third", state: "EDITED"),
      message("a", at: 10, modified: 20, "second", state: "EDITED"),
    ]
    #expect(try index.write(lines) == counts(inserted: 1, older: 2))
    #expect(try index.matches("third") == ["a"])
    #expect(try index.problems() == [])
  }

  @Test func anItemWhoseTimeChangesMovesWithAllThatPointsAtIt() throws {
    try index.write([
      message(
        "head",
        at: 10,
        likes: ["bo"],
        more: #","attachments":[{"fileId":"f","fileName":"plan.pdf"}]"#
      ),
      message("r", at: 5_000, parent: "head"),
    ])
    try index.mark { writer in
      _ = try writer.write(.init(userId: "bo", itemId: "head", convId: "room"))
      _ = try writer.write(.init(convId: "room", itemId: "head", pinnedTime: 9, userId: "bo"))
    }
    try index.write([
      message(
        "head",
        at: 90_000_000,
        modified: 90_000_001,
        "moved",
        likes: ["bo"],
        more: #","attachments":[{"fileId":"f","fileName":"plan.pdf"}]"#
      )
    ])
    let rowid = Rowid.first(ofMillisecond: 90_000_000)
    for table in ["item_like", "attachment", "flag", "pin"] {
      #expect(try index.integer("SELECT item FROM \(table)") == rowid, "\(table)")
    }
    #expect(try index.integer("SELECT head FROM thread") == rowid)
    #expect(try index.matches("Nplan") == ["head"])
    #expect(try index.problems() == [])
  }

  private func counts(inserted: Int = 0, updated: Int = 0, unchanged: Int = 0, older: Int = 0)
    -> WriteCounts
  {
    var counts = WriteCounts()
    (counts.inserted, counts.updated, counts.unchanged, counts.older) =
      (inserted, updated, unchanged, older)
    return counts
  }
}
