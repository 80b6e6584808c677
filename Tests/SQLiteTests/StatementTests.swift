import Testing

@testable import SQLite

@Suite struct StatementTests {
  let connection: Connection

  init() throws { connection = try Connection(path: ":memory:", access: .create) }

  @Test(arguments: [
    Value.null, .integer(.min), .integer(.max), .integer(0), .real(-0.5), .real(1e300), .text(""),
    .text("a\u{0}b\u{0}"), .text("naïve 😀"), .blob([]), .blob([0, 255, 0]),
  ])
  func aValueComesBackAsItWentIn(_ value: Value) throws {
    let back = try connection.first("SELECT ?", [value]) { $0.value(at: 0) }
    #expect(back == value)
  }

  @Test func textIsStoredWholeBehindANUL() throws {
    let length = try connection.integer(
      "SELECT length(CAST(? AS BLOB))",
      [.text("ab\u{0}cd")]
    )
    #expect(length == 5)
  }

  @Test func borrowedBytesAreReadWithoutACopyOfTheirEnd() throws {
    let text = Array("hidden\u{0}tail".utf8)
    let statement = try connection.statement("SELECT ?, ?")
    try text.withUnsafeBufferPointer { text in
      try statement.bind(borrowedText: text, at: 1)
      try statement.bind(borrowedBytes: UnsafeRawBufferPointer(text), at: 2)
      #expect(try statement.step())
      #expect(statement.row.withBytes(at: 0) { Array($0) } == Array(text))
      #expect(statement.row.bytes(at: 1) == Array(text))
      statement.reset()
      statement.clearBindings()
    }
  }

  @Test func aBufferWithoutAnAddressIsNull() throws {
    let statement = try connection.statement("SELECT ? IS NULL")
    try statement.bind(borrowedText: UnsafeBufferPointer(start: nil, count: 0), at: 1)
    #expect(try statement.step())
    #expect(statement.row.integer(at: 0) == 1)
  }

  @Test func brokenUTF8IsReadAsReplacementCharacters() throws {
    let text = try connection.first("SELECT CAST(x'61ff62' AS TEXT)") { $0.text(at: 0) }
    #expect(text == "a\u{fffd}b")
  }

  @Test func anErrorNamesTheSQLButNeverTheValues() throws {
    try connection.execute("CREATE TABLE t(a UNIQUE)")
    try connection.run("INSERT INTO t VALUES (?)", ["a secret"])
    let error = #expect(throws: SQLiteError.self) {
      try connection.run("INSERT INTO t VALUES (?)", ["a secret"])
    }
    #expect(error?.extendedCode == 2067)
    #expect(error?.sql == "INSERT INTO t VALUES (?)")
    #expect(error?.description.contains("secret") == false)
  }

  @Test(arguments: ["", "  ", "SELECT 1; SELECT 2", "SELECT FROM"])
  func whatIsNotOneStatementIsRefused(_ sql: String) {
    #expect(throws: SQLiteError.self) { try connection.statement(sql) }
  }

  @Test func aTrailingSemicolonIsNoSecondStatement() throws {
    #expect(try connection.integer("SELECT 7 ; \n") == 7)
  }

  @Test func theSameStatementMayRunInsideItself() throws {
    try connection.execute("CREATE TABLE n(x); INSERT INTO n VALUES (1), (2), (3)")
    var pairs = 0
    try connection.forEachRow("SELECT x FROM n") { _ in
      try connection.forEachRow("SELECT x FROM n") { _ in pairs += 1 }
    }
    #expect(pairs == 9)
  }

  @Test func theCacheIsBoundedAndForgetsBindings() throws {
    for number in 0..<200 { _ = try connection.integer("SELECT \(number)") }
    #expect(connection.idle.count <= Connection.cachedStatements)
    #expect(try connection.integer("SELECT ?", [5]) == 5)
    #expect(try connection.integer("SELECT ?") == nil)
  }

  @Test func aStatementOutlivesTheNameOfItsConnection() throws {
    var owner: Connection? = try Connection(path: ":memory:", access: .create)
    let statement = try #require(try owner?.statement("SELECT 1"))
    owner = nil
    #expect(try statement.step())
  }

  @Test func theCacheDoesNotKeepItsConnection() throws {
    weak var gone: Connection?
    do {
      let owner = try Connection(path: ":memory:", access: .create)
      _ = try owner.integer("SELECT 1")
      gone = owner
    }
    #expect(gone == nil)
  }
}
