import Testing

@testable import SQLite

/// Splits at spaces and puts the upper-cased word beside each.
private final class DoublingTokenizer: FTS5Tokenizer {
  var queries = 0

  func tokenize(
    _ text: UnsafeBufferPointer<UInt8>,
    isQuery: Bool,
    into sink: FTS5TokenSink
  ) -> Int32 {
    if isQuery { queries += 1 }
    var start = 0
    for word in text.split(separator: UInt8(ascii: " ")) {
      let end = start + word.count
      let code = sink(
        UnsafeBufferPointer(rebasing: word),
        start: start,
        end: end,
        isColocated: false
      )
      if code != 0 { return code }
      let upper = word.map { $0 & 0xdf }
      let second = upper.withUnsafeBufferPointer {
        sink($0, start: start, end: end, isColocated: true)
      }
      if second != 0 { return second }
      start = end + 1
    }
    return 0
  }
}

@Suite struct ExtensionTests {
  @Test func aFunctionGetsItsArgumentsWhole() throws {
    let connection = try Connection(path: ":memory:", access: .create)
    try connection.define("bytes_of", arguments: -1) { arguments, result in
      guard !arguments.isNull(0) else { return }
      result.set(Int64(arguments.withBytes(0) { $0.count } + arguments.count * 100))
    }
    #expect(try connection.integer("SELECT bytes_of(?)", [.text("a\u{0}b")]) == 103)
    #expect(try connection.integer("SELECT bytes_of(NULL, 1)") == nil)
  }

  @Test func aFunctionCanFail() throws {
    let connection = try Connection(path: ":memory:", access: .create)
    try connection.define("no", arguments: 0) { _, result in result.fail("not today") }
    let error = #expect(throws: SQLiteError.self) { try connection.integer("SELECT no()") }
    #expect(error?.message == "not today")
  }

  @Test func aTokenizerServesDocumentsAndQueries() throws {
    let connection = try Connection(path: ":memory:", access: .create)
    let tokenizer = DoublingTokenizer()
    try connection.register(tokenizer, as: "doubling")
    try connection.execute(
      """
      CREATE VIRTUAL TABLE f USING fts5(a, tokenize = 'doubling');
      INSERT INTO f VALUES ('red green'), ('blue')
      """
    )
    #expect(try connection.integer("SELECT count(*) FROM f WHERE f MATCH 'GREEN'") == 1)
    #expect(try connection.integer("SELECT count(*) FROM f WHERE f MATCH '\"red green\"'") == 1)
    #expect(try connection.integer("SELECT count(*) FROM f WHERE f MATCH 'yellow'") == 0)
    #expect(tokenizer.queries == 3)
    try connection.execute("INSERT INTO f(f, rank) VALUES ('integrity-check', 1)")
  }

  @Test func anAuxiliaryFunctionSeesEachOccurrence() throws {
    let connection = try Connection(path: ":memory:", access: .create)
    try connection.defineAuxiliary("places") { match, result in
      var places = "\(match.rowid):"
      for phrase in 0..<match.phraseCount {
        let isWhole = match.forEachOccurrence(ofPhrase: phrase) {
          places += " \(phrase)@\($0).\($1)"
        }
        if !isWhole { return result.fail("no places") }
      }
      result.set(places)
    }
    try connection.execute(
      """
      CREATE VIRTUAL TABLE f USING fts5(a, b);
      INSERT INTO f(rowid, a, b) VALUES (9, 'x y x', 'y'), (4, 'z', 'x')
      """
    )
    let places = try connection.rows(
      "SELECT places(f) FROM f WHERE f MATCH 'x OR y' ORDER BY rowid"
    ) {
      $0.text(at: 0)
    }
    #expect(places == ["4: 0@1.0", "9: 0@0.0 0@0.2 1@0.1 1@1.0"])
  }
}
