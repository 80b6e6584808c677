import SQLite
import TestSupport
import Testing

@testable import Index

@Suite struct DayBlockTests {
  /// The bytes of a damaged file are whatever they are: reading them ends, and stays within them.
  @Test func anyBytesAreRead() {
    var random = SeededGenerator(seed: 11)
    for length in 0..<400 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      var count = 0
      bytes.withUnsafeBufferPointer { bytes in DayBlock.forEach(in: bytes) { _, _ in count += 1 } }
      #expect(count <= length)
    }
  }

  @Test func numbersOfAllSizesComeBack() {
    let numbers: [Int64] = [0, 1, 127, 128, 16_383, 16_384, .max - 1, .max, -1, .min]
    var bytes: [UInt8] = []
    for number in numbers { bytes.append(varint: number) }
    bytes.withUnsafeBufferPointer { bytes in
      var reader = VarintReader(bytes)
      #expect(numbers.map { _ in reader.number() } == numbers)
      #expect(reader.isAtEnd)
      #expect(reader.number() == 0)
    }
  }

  /// Adding and taking away in any order gives what a dictionary of sums has, and nothing where nothing is left.
  @Test func differencesAddUp() {
    var random = SeededGenerator(seed: 3)
    var sums: [Int64: Counts] = [:]
    var block: [UInt8] = []
    func add(_ differences: [Int64: Counts]) {
      for (id, counts) in differences { sums[id, default: Counts()] += counts }
      let sorted = differences.sorted { $0.key < $1.key }.map { (id: $0.key, counts: $0.value) }
      block = block.withUnsafeBufferPointer { DayBlock.adding(to: $0, sorted) }
    }
    for _ in 0..<200 {
      var differences: [Int64: Counts] = [:]
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        differences[Int64.random(in: 0...300, using: &random)] = Counts(
          messages: Int64.random(in: 0...200, using: &random),
          replies: Int64.random(in: 0...1, using: &random),
          likes: Int64.random(in: 0...300, using: &random),
          files: Int64.random(in: 0...1, using: &random),
          calls: Int64.random(in: 0...1, using: &random)
        )
      }
      add(differences)
      #expect(Self.entries(of: block) == sums.filter { $0.value != Counts() })
    }
    add(sums.mapValues { -$0 })
    #expect(block.isEmpty)
  }

  private static func entries(of block: [UInt8]) -> [Int64: Counts] {
    var entries: [Int64: Counts] = [:]
    block.withUnsafeBufferPointer { bytes in
      DayBlock.forEach(in: bytes) { id, counts in entries[id] = counts }
    }
    return entries
  }

  /// The documented views give what the items do, also after an edit and a deletion.
  @Test func theViewsUnpackTheDays() throws {
    let index = try TestIndex()
    try index.write([
      message("a", at: 10, by: "al", likes: ["bo", "cy"]),
      message("b", at: 20, by: "bo", parent: "a"),
      message("c", at: 86_400_001, by: "al", more: #","attachments":[{"fileName":"x.pdf"}]"#),
      message("d", at: 86_400_002, by: "cy"),
    ])
    try index.write([
      message("d", at: 86_400_002, modified: 86_400_900, by: "cy", state: "DELETED"),
      message("a", at: 10, modified: 90, by: "al", "other", state: "EDITED", likes: ["bo"]),
    ])
    let connection = try index.reader()
    for key in ["conversation", "person"] {
      let kept = try connection.rows(
        "SELECT day, date, \(key), messages, replies, likes, files, calls FROM daily_by_\(key)"
      ) { row in (0..<row.count).map { row.value(at: $0) } }
      let counted = try connection.rows(
        """
        SELECT creationTime / 86400000 AS day, date(creationTime / 1000, 'unixepoch'), \(key),
          count(*), sum(reply), sum(likes), sum(files), 0 FROM messages GROUP BY day, \(key) ORDER BY day, \(key)
        """
      ) { row in (0..<row.count).map { row.value(at: $0) } }
      #expect(kept == counted && kept.count == (key == "person" ? 3 : 2))
    }
  }
}
