import SQLite
import TestSupport
import Testing

@testable import Index

/// Batches that are written together end as if one had been written after the other.
@Suite struct GroupWritingTests {
  /// Lines of few items in many versions: later and older ones, moved in time, deleted, replies before their heads.
  private static func lines(_ random: inout SeededGenerator) -> [String] {
    (0..<40).map { _ in
      let number = Int.random(in: 0..<25, using: &random)
      let isMoved = Int.random(in: 0..<10, using: &random) == 0
      let parent = Int.random(in: 0..<4, using: &random) == 0 ? "i\(number / 2)" : nil
      return message(
        "i\(number)",
        at: Int64(number / 3 + (isMoved ? 50 : 0)),
        modified: Int64.random(in: 100..<110, using: &random),
        "word\(Int.random(in: 0..<9, using: &random)) item\(number)",
        state: Int.random(in: 0..<8, using: &random) == 0 ? "DELETED" : "EDITED",
        parent: parent,
        likes: Int.random(in: 0..<3, using: &random) == 0 ? ["ana", "bo"] : []
      )
    }
  }

  private func write(_ groups: [[[String]]], into index: TestIndex) throws -> WriteCounts {
    let writer = try IndexWriter(
      path: index.path,
      run: .init(command: "test", source: "test", started: 1)
    )
    var counts = WriteCounts()
    for group in groups {
      counts += try writer.write(
        group.map { lines in
          let batch = PreparedBatch(packer: writer.packer)
          for line in lines { batch.decode(line) }
          batch.prepare()
          return batch
        }
      )
    }
    try writer.finish(counts, quarantined: 0, finished: 1)
    return counts
  }

  @Test(arguments: 0..<30)
  func togetherIsOneAfterTheOther(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let batches = (0..<6).map { _ in Self.lines(&random) }
    let single = try TestIndex()
    let together = try TestIndex()
    let counts = try write(batches.map { [$0] }, into: single)
    #expect(try write([Array(batches[..<4]), Array(batches[4...])], into: together) == counts)
    #expect(try together.contents() == single.contents())
    for word in 0..<9 {
      #expect(
        try together.matches("word\(word)").sorted() == single.matches("word\(word)").sorted()
      )
    }
    #expect(try together.problems() == [])
  }
}
