import SQLite
import TestSupport
import Testing

/// Segments of a full-text table that another database wrote.
@Suite struct FTS5SegmentTests {
  private static let options = "a, b, columnsize = 0"

  /// A table with segments taken over, and one that had the same documents written to it.
  private final class Pair {
    let table: Connection
    let plain: Connection
    private var generator: SeededGenerator
    private var next: Int64 = 1

    /// Bytes of a page: of small ones a long list takes many, and gets a directory with pages of its own.
    private let pageSize: Int

    init(seed: UInt64, pageSize: Int = 64) throws {
      self.pageSize = pageSize
      generator = SeededGenerator(seed: seed)
      table = try Connection(path: ":memory:", access: .create)
      plain = try Connection(path: ":memory:", access: .create)
      for connection in [table, plain] {
        try connection.execute(
          """
          CREATE TABLE doc(id INTEGER PRIMARY KEY, a, b);
          CREATE VIRTUAL TABLE words USING fts5(\(FTS5SegmentTests.options), content = 'doc', content_rowid = 'id');
          INSERT INTO words(words, rank) VALUES ('automerge', 0), ('pgsz', \(pageSize));
          """
        )
      }
    }

    func text() -> String {
      (0..<Int.random(in: 0..<12, using: &generator)).map { _ in
        // Some words are everywhere, so that their lists are longer than a page.
        let bound = Bool.random(using: &generator) ? 3 : 3_000
        return "w\(Int.random(in: 0..<bound, using: &generator))"
      }.joined(separator: " ")
    }

    func documents(_ count: Int) -> [(id: Int64, a: String, b: String)] {
      (0..<count).map { _ in
        next += Int64.random(in: 1..<1 << 20, using: &generator)
        return (next, text(), text())
      }
    }

    static func write(_ documents: [(id: Int64, a: String, b: String)], to connection: Connection)
      throws
    {
      for (id, a, b) in documents {
        try connection.run(
          "INSERT INTO words(rowid, a, b) VALUES (?,?,?)",
          [.integer(id), .text(a), .text(b)]
        )
      }
    }

    func store(_ documents: [(id: Int64, a: String, b: String)]) throws {
      for connection in [table, plain] {
        for (id, a, b) in documents {
          try connection.run("INSERT INTO doc VALUES (?,?,?)", [.integer(id), .text(a), .text(b)])
        }
      }
    }

    func adopt(_ documents: [(id: Int64, a: String, b: String)], hashSize: Int) throws {
      let other = try Connection(path: ":memory:", access: .create)
      try other.execute(
        """
        CREATE VIRTUAL TABLE words USING fts5(\(FTS5SegmentTests.options), content = '');
        INSERT INTO words(words, rank) VALUES
          ('automerge', 0), ('pgsz', \(pageSize)), ('hashsize', \(hashSize)), ('crisismerge', 1000);
        """
      )
      try other.transaction { try Self.write(documents, to: other) }
      let added = try table.adoptSegments(ofTable: "words", from: other)
      #expect(added.pages > 0 && added.levels > 0)
    }

    func replace(_ document: (id: Int64, a: String, b: String)) throws {
      let new = text()
      for connection in [table, plain] {
        try connection.run(
          "INSERT INTO words(words, rowid, a, b) VALUES ('delete',?,?,?)",
          [.integer(document.id), .text(document.a), .text(document.b)]
        )
        try connection.run(
          "UPDATE doc SET a = ? WHERE id = ?",
          [.text(new), .integer(document.id)]
        )
        try Self.write([(document.id, new, document.b)], to: connection)
      }
    }

    func check() throws {
      try table.execute("INSERT INTO words(words, rank) VALUES ('integrity-check', 1)")
      for query in ["w0", "w1 w2", "\"w0 w1\"", "w17", "w2*", "a : w1", "w0 NOT w1"] {
        let found = try [table, plain].map { connection in
          try connection.rows("SELECT rowid FROM words(?) ORDER BY rowid DESC", [.text(query)]) {
            $0.integer(at: 0)
          }
        }
        #expect(found[0] == found[1], "\(query)")
      }
    }
  }

  @Test(arguments: [(0, 64), (1, 400), (2, 4_050)] as [(UInt64, Int)])
  func answersAsIfWrittenHere(seed: UInt64, pageSize: Int) throws {
    let pair = try Pair(seed: seed, pageSize: pageSize)
    let both = [pair.table, pair.plain]
    for round in 0..<8 {
      for connection in both { try connection.execute("BEGIN") }
      for size in [500, 3, 100].prefix(1 + round % 3) {
        let documents = pair.documents(size)
        try pair.store(documents)
        try pair.adopt(documents, hashSize: round % 2 == 0 ? 1 << 20 : 20_000)
        try Pair.write(documents, to: pair.plain)
        // What FTS5 itself holds back meanwhile must not be lost, nor what is taken over after it.
        try pair.replace(documents[0])
      }
      if round % 5 == 3 {
        try pair.table.execute("INSERT INTO words(words, rank) VALUES ('merge', 400)")
      }
      let end = round % 4 == 2 ? "ROLLBACK" : "COMMIT"
      for connection in both { try connection.execute(end) }
      try pair.check()
    }
    // Bit 36 of a row's number marks the directories.
    let directories = try pair.table.integer("SELECT count(*) FROM words_data WHERE id >> 36 & 1")
    #expect((directories ?? 0 > 0) == (pageSize < 1_000))
    try pair.table.execute("INSERT INTO words(words) VALUES ('optimize')")
    try pair.check()
  }

  @Test func anUnknownFormatIsNotTouched() throws {
    let pair = try Pair(seed: 1)
    try pair.table.execute(
      "UPDATE words_data SET block = x'00000000ff00000101010001' WHERE id = 10"
    )
    let before = try pair.table.rows("SELECT id, block FROM words_data") { $0.value(at: 1) }
    #expect(throws: SQLiteError.self) { try pair.adopt(pair.documents(3), hashSize: 1 << 20) }
    #expect(try pair.table.rows("SELECT id, block FROM words_data") { $0.value(at: 1) } == before)
  }
}
