import SQLite
import TestSupport
import Testing

@testable import Index

/// Contents that are packed read as they were written.
@Suite struct ContentPackingTests {
  let index: TestIndex
  let lines: [String]

  /// Enough messages for a dictionary: of few words, so that they have something in common.
  init() throws {
    index = try TestIndex()
    lines = Self.messages(0..<4_500)
  }

  private static func messages(_ numbers: Range<Int>) -> [String] {
    var random = SeededGenerator(seed: 11)
    let words = [
      "rollout", "of", "the", "Lisbon", "service", "größer", "要約", "😀", "failed", "again",
    ]
    return numbers.map { number in
      let text = (0..<Int.random(in: 4...40, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
      return message(
        "m\(number)",
        at: Int64(number) * 1_000,
        text.joined(separator: " ") + " n\(number)"
      )
    }
  }

  private func packed() throws -> Int64 {
    try index.integer("SELECT count(*) FROM item_text WHERE typeof(content) = 'blob'") ?? 0
  }

  @Test func everyContentReadsAsItWasWritten() throws {
    try index.write(lines, batchesOf: 5_000)
    #expect(try packed() > 4_000)
    let stored = try index.reader().rows(
      "SELECT itemId, text FROM items ORDER BY item"
    ) { ($0.text(at: 0) ?? "", $0.text(at: 1) ?? "") }
    #expect(stored.count == lines.count)
    for (line, (id, text)) in zip(lines, stored) {
      #expect(line.contains("\"\(id)\""))
      #expect(line.contains("\"content\":\"\(text)\""))
    }
    #expect(try index.problems() == [])
  }

  @Test func itSavesMoreThanAThirdOfTheirSize() throws {
    try index.write(lines, batchesOf: 5_000)
    let stored = try index.integer("SELECT sum(length(CAST(content AS BLOB))) FROM item_text") ?? 0
    let plain = try index.integer("SELECT sum(length(CAST(text AS BLOB))) FROM items") ?? 0
    #expect(stored * 3 < plain * 2)
  }

  @Test func writingThemAgainChangesNothingAndAnEditIsSeen() throws {
    try index.write(lines, batchesOf: 5_000)
    let again = try index.write(lines, batchesOf: 700)
    #expect(again.unchanged == lines.count)
    try index.write([
      message("m7", at: 7_000, modified: 9_999, "another text than before, unheard of")
    ])
    #expect(try index.matches("unheard") == ["m7"])
    #expect(try index.matches("n7") == [])
    #expect(try index.problems() == [])
  }

  @Test func aDeletedOneLosesItsContent() throws {
    try index.write(lines, batchesOf: 5_000)
    try index.write([message("m7", at: 7_000, modified: 9_999, "", state: "DELETED")])
    #expect(try index.integer("SELECT content = '' FROM item_text WHERE item_id = 'm7'") == 1)
    #expect(try index.problems() == [])
  }

  @Test func aRepairReadsPackedContents() throws {
    try index.write(lines, batchesOf: 5_000)
    let connection = try Connection(path: index.path, access: .readWrite)
    try connection.execute("DELETE FROM quarter_hourly")
    try IndexRepair(path: index.path).run()
    #expect(try index.matches("n4499") == ["m4499"])
    #expect(try index.problems() == [])
  }

  @Test func fewMessagesStayAsTheyAre() throws {
    try index.write(Array(lines.prefix(500)))
    #expect(try packed() == 0)
    #expect(try index.integer("SELECT count(*) FROM dictionary") == 0)
  }

  @Test func manySmallRunsComeToADictionaryWithinOneWriter() throws {
    try index.write(lines, batchesOf: 100)
    #expect(try packed() > 300)
    #expect(try index.integer("SELECT count(*) FROM dictionary") == 1)
    #expect(try index.problems() == [])
  }

  /// Two writers that opened the same empty index each train a dictionary of number 1; the later one must not write
  /// contents that the other's dictionary would unpack to something else.
  @Test func aDictionaryOfTheSameNumberFromAnotherWriterIsNotMistakenForOurs() throws {
    let run = IndexWriter.Run(command: "test", source: "test", started: 1)
    let late = try IndexWriter(path: index.path, run: run)
    let batch = PreparedBatch(packer: late.packer)
    for line in Self.messages(4_500..<9_000) { batch.decode(line) }
    batch.prepare()
    try index.write(lines)
    #expect(try packed() > 4_000)
    _ = try late.write(batch)
    try late.commit()
    #expect(try index.integer("SELECT count(*) FROM item") == 9_000)
    #expect(try index.integer("SELECT count(*) FROM dictionary") == 1)
    #expect(try index.matches("n8999") == ["m8999"])
    #expect(try index.problems() == [])
  }

  @Test(arguments: [
    ("DELETE FROM dictionary", "no dictionary 1"),
    ("UPDATE item_text SET content = x'00' WHERE item_id = 'm7'", "damaged"),
    (
      "UPDATE item_text SET content = substr(content, 1, length(content) - 3) WHERE item_id = 'm7'",
      "damaged"
    ),
  ])
  func aCheckNamesContentsThatCannotBeRead(_ damage: String, _ words: String) throws {
    try index.write(lines, batchesOf: 5_000)
    try Connection(path: index.path, access: .readWrite).execute(damage)
    let failed = try IndexCheck(path: index.path).run().filter { !$0.passed }
    #expect(failed.map(\.name) == ["contents", "full text"])
    #expect(failed.first?.problems.first?.contains(words) == true)
    #expect(throws: SQLiteError.self) {
      try index.reader().rows("SELECT text FROM items") { $0.text(at: 0) }
    }
  }
}
