import SQLite
import Testing

@testable import Index

@Suite struct CheckTests {
  let index: TestIndex

  init() throws {
    index = try TestIndex()
    try index.write([
      message("a", at: 10, "alpha", likes: ["bo"]), message("b", at: 20, "beta", parent: "a"),
      message("c", at: 86_400_001, "gamma", more: #","attachments":[{"fileName":"x.pdf"}]"#),
    ])
  }

  /// Each kind of damage, and the check that must see it.
  @Test(arguments: [
    (
      "UPDATE item_text SET content = 'other' WHERE id = (SELECT min(id) FROM item_text)",
      "full text"
    ),
    ("DELETE FROM attachment", "full text"),
    ("UPDATE item SET conversation = 99 WHERE id = (SELECT min(id) FROM item)", "full text"),
    ("DELETE FROM item_text WHERE id = (SELECT max(id) FROM item_text)", "rows"),
    ("DELETE FROM item_key", "rows"),
    ("UPDATE item SET likes = 7 WHERE likes = 1", "counts"),
    ("UPDATE thread SET replies = 5", "threads"),
    ("UPDATE thread SET head = NULL", "threads"),
    ("UPDATE quarter_hourly SET messages = messages + 1", "rollups"),
    ("DELETE FROM daily_person WHERE day = 0", "rollups"),
    ("DELETE FROM first_message", "rollups"),
    ("DELETE FROM item_block", "rollups"),
    ("INSERT INTO item_block VALUES (99, x'00')", "rollups"),
    ("UPDATE item_block SET items = substr(items, 2)", "rollups"),
    ("UPDATE daily_person SET counts = CAST(counts || x'010001' AS BLOB)", "rollups"),
    ("INSERT INTO daily_conversation VALUES (5, x'010001')", "rollups"),
    ("UPDATE meta SET value = 'old rules' WHERE key = 'analysis'", "analysis"),
    ("INSERT INTO meta VALUES ('items_without_time', 3)", "notes"),
  ])
  func aCheckSeesTheDamageAndARepairMendsIt(_ damage: String, _ name: String) throws {
    #expect(try index.problems() == [])
    let connection = try Connection(path: index.path, access: .readWrite)
    try connection.execute(damage)
    let failed = try IndexCheck(path: index.path).run().filter { !$0.passed }.map(\.name)
    #expect(failed.contains(name))
    let truthIsDamaged = damage.contains("item_text") || damage.contains("conversation = 99")
    try IndexRepair(path: index.path).run()
    if !truthIsDamaged { #expect(try index.problems() == []) }
  }

  @Test func otherRulesMayNotWriteButARepairMakesThemOurs() throws {
    let connection = try Connection(path: index.path, access: .readWrite)
    try connection.execute("UPDATE meta SET value = 'old rules' WHERE key = 'analysis'")
    #expect(throws: IndexError.self) { try index.write([message("d", at: 30)]) }
    try IndexRepair(path: index.path).run()
    #expect(try index.write([message("d", at: 30)]).inserted == 1)
    #expect(try index.matches("alpha") == ["a"])
    #expect(try index.problems() == [])
  }

  @Test func whatIsNoIndexIsRefused() throws {
    let other = try TestIndex()
    #expect(throws: IndexError.missing(path: other.path)) { try Store.reader(at: other.path) }
    try Connection(path: other.path, access: .create).execute("CREATE TABLE t(a)")
    #expect(throws: IndexError.notAnIndex(path: other.path)) { try Store.reader(at: other.path) }
    #expect(throws: IndexError.notAnIndex(path: other.path)) { try other.write([]) }
    try Connection(path: index.path, access: .readWrite).execute("PRAGMA user_version = 99")
    #expect(throws: IndexError.self) { try Store.reader(at: index.path) }
  }
}
