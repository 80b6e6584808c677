import Testing

@testable import Index

/// Words of many new items, which another thread writes.
@Suite struct SegmentBuilderTests {
  private let index: TestIndex

  init() throws { index = try TestIndex() }

  private func line(_ number: Int, _ text: String, modified: Int) -> String {
    #"{"itemId":"i\#(number)","convId":"c\#(number % 7)","type":"TEXT","creatorId":"u","creationTime":\#(number * 1_000),"#
      + #""modificationTime":\#(number * 1_000 + modified),"text":{"content":"\#(text)","state":"EDITED"}}"#
  }

  private func batch(_ lines: [String], for writer: IndexWriter) -> PreparedBatch {
    let batch = PreparedBatch(packer: writer.packer, languages: writer.languages)
    for line in lines { batch.decode(line) }
    batch.prepare()
    return batch
  }

  @Test func itemsMayChangeWhileTheirWordsAreWritten() throws {
    let writer = try index.writer(at: 1)
    let count = SegmentBuilder.smallest + 100
    for round in 0..<2 {
      let numbers = (1...count).map { $0 + round * count }
      _ = try writer.write(
        batch(numbers.map { line($0, "früh common", modified: 0) }, for: writer)
      )
      // The thread has them; what follows changes some, in the same transaction.
      try writer.startWords()
      _ = try writer.write(
        batch(numbers.prefix(50).map { line($0, "spät", modified: 5) }, for: writer)
      )
      if round == 1 { try writer.applyWords() }
      _ = try writer.write(
        batch(numbers.prefix(10).map { line($0, "zuletzt common", modified: 9) }, for: writer)
      )
      try writer.commit()
    }
    try writer.finish(WriteCounts(), quarantined: 0, finished: 1)
    #expect(try index.problems().isEmpty)
    #expect(try index.matches("spat").count == 80)
    #expect(try index.matches("zuletzt").count == 20)
    #expect(try index.matches("common").count == 2 * (count - 40))
    #expect(try index.matches("fruh").count == 2 * (count - 50))
  }

  @Test func whatWasNotCommittedIsNotThere() throws {
    do {
      let writer = try index.writer(at: 1)
      let lines = (1...SegmentBuilder.smallest).map { line($0, "one", modified: 0) }
      _ = try writer.write(batch(lines, for: writer))
      try writer.applyWords()
    }
    #expect(try index.matches("one").isEmpty)
    try index.write([line(1, "one", modified: 0)])
    #expect(try index.matches("one") == ["i1"])
    #expect(try index.problems().isEmpty)
  }
}
