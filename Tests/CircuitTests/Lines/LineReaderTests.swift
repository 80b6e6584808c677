import Circuit
import Foundation
import TestSupport
import Testing

@Suite struct LineReaderTests {
  @Test(arguments: [1, 2, 7, 64, 1000, 1 << 20])
  func everyLineComesOnceWithItsNumber(chunkByteCount: Int) throws {
    var random = SeededGenerator(seed: 5)
    var lines = (0..<300).map { number in
      String(repeating: "x", count: Int.random(in: 0..<60, using: &random)) + "\(number)"
    }
    lines[100] = String(repeating: "y", count: 5000)
    for end in ["", "\n"] {
      let text = lines.joined(separator: "\n") + end
      let read = try read(text, chunkByteCount: chunkByteCount, maximalLineByteCount: 1 << 20)
      #expect(read.lines.map(\.text) == lines)
      #expect(read.lines.map(\.number) == Array(1...lines.count))
      #expect(read.tooLong.isEmpty)
    }
  }

  @Test(arguments: [1, 3, 16, 40])
  func aLineThatIsTooLongIsPassedOver(chunkByteCount: Int) throws {
    let long = String(repeating: "z", count: 1000)
    let text = "one\n\(long)\nthree\n\(long)\n\(long)\nsix\n\(long)"
    let read = try read(text, chunkByteCount: chunkByteCount, maximalLineByteCount: 40)
    #expect(read.lines.map(\.text) == ["one", "three", "six"])
    #expect(read.lines.map(\.number) == [1, 3, 6])
    #expect(read.tooLong == [2, 4, 5, 7])
  }

  @Test(arguments: ["", "\n", "\n\n", "a\n\nb"])
  func emptyLinesAreLines(text: String) throws {
    let read = try read(text, chunkByteCount: 4, maximalLineByteCount: 100)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    #expect(read.lines.map(\.text) == lines)
  }

  @Test func aBatchReadsAFileWithAnyLineEnds() throws {
    let text = "\u{FEFF}{\"itemId\":\"a\"}\r\n\r\n{\"itemId\":\"b\"}\nbroken\n{\"itemId\":\"c\"}"
    try Self.withFile(text) { path in
      let reader = try LineReader(path: path)
      let batch = ItemBatch()
      var identifiers: [String?] = []
      var lines: [Int] = []
      var rejected: [Int: String?] = [:]
      while let chunk = try reader.next() {
        batch.reset()
        batch.decode(chunk)
        identifiers += (0..<batch.count).map { batch[$0].itemId.string }
        lines += (0..<batch.count).map { batch[$0].line }
        for record in batch.rejected { rejected[record.line] = record.bytes.string }
      }
      #expect(identifiers == ["a", "b", "c"])
      #expect(lines == [1, 3, 5])
      #expect(rejected == [4: "broken"])
    }
  }

  @Test func anItemAcrossChunksIsWhole() throws {
    let items = (0..<50).map { "{\"itemId\":\"\($0)\",\"text\":{\"content\":\"word \($0)\"}}" }
    try Self.withFile(items.joined(separator: "\n")) { path in
      let reader = try LineReader(path: path, chunkByteCount: 97)
      let batch = ItemBatch()
      var contents: [String?] = []
      while let chunk = try reader.next() {
        batch.reset()
        batch.decode(chunk)
        contents += (0..<batch.count).map { batch[$0].content.string }
      }
      #expect(contents == (0..<50).map { "word \($0)" })
    }
  }

  @Test func aMissingFileIsAnError() {
    let path = "/nonexistent/items.ndjson"
    #expect(throws: ReadingError.open(path: path, errno: ENOENT)) { try LineReader(path: path) }
    #expect(
      ReadingError.open(path: path, errno: ENOENT).description
        == "cannot open '\(path)': No such file or directory"
    )
  }

  @Test func aFolderCannotBeRead() throws {
    let reader = try LineReader(path: "/")
    #expect(throws: ReadingError.read(errno: EISDIR)) { try reader.next() }
    #expect(ReadingError.read(errno: EISDIR).description == "cannot read: Is a directory")
  }

  @Test func aDescriptorStaysOpen() throws {
    try Self.withFile("a\nb") { path in
      let handle = try #require(FileHandle(forReadingAtPath: path))
      let reader = LineReader(descriptor: handle.fileDescriptor)
      let first = try reader.next()
      #expect(first.map { String(decoding: $0.bytes, as: UTF8.self) } == "a\n")
      let second = try reader.next()
      #expect(second.map { String(decoding: $0.bytes, as: UTF8.self) } == "b")
      #expect(try reader.next() == nil)
      #expect(try handle.offset() == 3)
      try handle.close()
    }
  }

  // MARK: - Reading

  private struct Line: Equatable {
    var number: Int
    var text: String
  }

  private func read(
    _ text: String,
    chunkByteCount: Int,
    maximalLineByteCount: Int
  ) throws -> (lines: [Line], tooLong: [Int]) {
    var lines: [Line] = []
    var tooLong: [Int] = []
    try Self.withFile(text) { path in
      let reader = try LineReader(
        path: path,
        chunkByteCount: chunkByteCount,
        maximalLineByteCount: maximalLineByteCount
      )
      while let chunk = try reader.next() {
        tooLong += chunk.tooLong.map(\.line)
        var parts = chunk.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        if parts.last?.isEmpty == true { parts.removeLast() }
        for (offset, part) in parts.enumerated() {
          lines.append(
            Line(number: chunk.firstLine + offset, text: String(decoding: part, as: UTF8.self))
          )
        }
      }
    }
    return (lines, tooLong)
  }

  private static func withFile(_ text: String, _ body: (String) throws -> Void) throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    try folder.write("lines", text)
    try body(folder.path("lines"))
  }
}
