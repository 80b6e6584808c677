import Foundation
import TestSupport
import Testing

@testable import SQLite

@Suite struct ConnectionTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path("t.db") }

  init() throws { folder = try TemporaryFolder() }

  @Test func aTransactionThatThrowsLeavesNothing() throws {
    struct Stop: Error {}
    let connection = try Connection(path: ":memory:", access: .create)
    try connection.execute("CREATE TABLE t(a)")
    #expect(throws: Stop.self) {
      try connection.transaction {
        try connection.run("INSERT INTO t VALUES (1)")
        throw Stop()
      }
    }
    #expect(!connection.isInTransaction)
    #expect(try connection.integer("SELECT count(*) FROM t") == 0)
  }

  @Test func aReaderCannotWriteAndSeesOneSnapshot() throws {
    let writer = try Connection(path: path, access: .create)
    try writer.execute("PRAGMA journal_mode = WAL; CREATE TABLE t(a); INSERT INTO t VALUES (1)")
    let reader = try Connection.reading(path)
    #expect(throws: SQLiteError.self) { try reader.execute("INSERT INTO t VALUES (2)") }
    try reader.transaction(.deferred) {
      #expect(try reader.integer("SELECT count(*) FROM t") == 1)
      try writer.run("INSERT INTO t VALUES (2)")
      #expect(try reader.integer("SELECT count(*) FROM t") == 1)
    }
    #expect(try reader.integer("SELECT count(*) FROM t") == 2)
  }

  @Test func aSecondWriterIsToldThatTheFileIsBusy() throws {
    let first = try Connection(path: path, access: .create)
    try first.execute("PRAGMA journal_mode = WAL; CREATE TABLE t(a); BEGIN IMMEDIATE")
    let second = try Connection(path: path, access: .readWrite, busyMilliseconds: 10)
    let error = #expect(throws: SQLiteError.self) {
      try second.transaction { try second.run("INSERT INTO t VALUES (1)") }
    }
    #expect(error?.isBusy == true)
  }

  @Test(arguments: ["/nowhere/at/all.db", "/"])
  func aFileThatCannotBeOpenedIsNamed(_ path: String) {
    let error = #expect(throws: SQLiteError.self) { try Connection.reading(path) }
    #expect(error?.cannotOpen == true)
    #expect(error?.message.contains(path) == true)
  }

  @Test func aPathIsNoURI() throws {
    let path = path + "?mode=memory#50%"
    try Connection(path: path, access: .create).execute("CREATE TABLE t(a)")
    let frozen = try Connection(path: path, access: .immutable)
    #expect(try frozen.integer("SELECT count(*) FROM t") == 0)
  }

  /// Counts for ever unless something stops it.
  private static let endless =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

  @Test func aDeadlineStopsAStatement() throws {
    let connection = try Connection(path: ":memory:", access: .create)
    let error = #expect(throws: SQLiteError.self) {
      try connection.withDeadline(.now) { try connection.integer(Self.endless) }
    }
    #expect(error?.isInterrupted == true)
    #expect(try connection.integer("SELECT 1") == 1)
  }

  @Test func anotherThreadCanInterrupt() async throws {
    let connection = try Connection(path: ":memory:", access: .create)
    let interrupter = connection.interrupter
    let started = Thread {
      while true {
        interrupter.interrupt()
        usleep(1_000)
        if Thread.current.isCancelled { return }
      }
    }
    started.start()
    defer { started.cancel() }
    let error = #expect(throws: SQLiteError.self) { try connection.integer(Self.endless) }
    #expect(error?.isInterrupted == true)
    // The thread may still hold the handle; the connection must outlive it.
    started.cancel()
    while !started.isFinished { usleep(500) }
    withExtendedLifetime(connection) {}
  }

  @Test(arguments: [
    "CREATE TABLE x(a)", "CREATE TEMP TABLE x(a)", "INSERT INTO t VALUES (1)", "DELETE FROM t",
    "ATTACH ':memory:' AS other", "PRAGMA journal_mode = DELETE", "SELECT load_extension('x')",
    "DROP TABLE t", "VACUUM",
  ])
  func anAuthorizerRefusesAllButReading(_ sql: String) throws {
    let connection = try Connection(path: ":memory:", access: .create)
    try connection.execute("CREATE TABLE t(a)")
    try connection.allowOnlyReading()
    #expect(throws: SQLiteError.self) { try connection.execute(sql) }
    #expect(try connection.integer("SELECT count(*) FROM t") == 0)
  }
}
