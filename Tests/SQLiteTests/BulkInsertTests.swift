import SQLite
import Testing

@Suite struct BulkInsertTests {
  @Test(arguments: [0, 1, 15, 16, 17, 40])
  func everyElementBecomesARow(_ count: Int) throws {
    let connection = try Connection(path: ":memory:", access: .create)
    try connection.execute("CREATE TABLE pair(a INTEGER PRIMARY KEY, b INTEGER)")
    let insert = try BulkInsert(into: "pair", columns: 2, on: connection)
    try insert.add(0..<count) { number, row, first in
      try row.bind(Int64(number), at: first)
      try row.bind(Int64(10 * number), at: first + 1)
    }
    let rows = try connection.rows("SELECT a, b FROM pair ORDER BY a") {
      [$0.integer(at: 0), $0.integer(at: 1)]
    }
    #expect(rows == (0..<Int64(count)).map { [$0, 10 * $0] })
  }
}
