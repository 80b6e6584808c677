import SQLite
import Synchronization
import TestSupport
import Testing

@testable import Index

/// The log of a file is brought in while its writer goes on.
@Suite struct CheckpointerTests {
  @Test func theLogOfABusyWriterStaysSmall() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("t.db")
    let connection = try Connection(path: path, access: .create)
    try connection.execute("PRAGMA journal_mode = WAL; CREATE TABLE x(a)")
    let checkpointer = Checkpointer(path: path, limits: (fewest: 8, most: 32))
    let sizes = Mutex<[Int]>([])
    connection.onCommit { pages in
      sizes.withLock { $0.append(pages) }
      checkpointer.note(pages: pages)
    }
    for _ in 0..<200 {
      try connection.run("INSERT INTO x VALUES (zeroblob(10000))")
    }
    checkpointer.wait()
    let pages = sizes.withLock { $0 }
    #expect(pages.count == 200)
    // A commit writes some pages beyond the limit, and the one after it begins the log anew.
    #expect(pages.max() ?? 0 < 32 + 8)
    #expect(try connection.integer("SELECT count(*) FROM x") == 200)
    #expect(try connection.text("PRAGMA integrity_check") == "ok")
  }

  @Test func aSmallLogIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("t.db")
    let connection = try Connection(path: path, access: .create)
    try connection.execute("PRAGMA journal_mode = WAL; CREATE TABLE x(a)")
    let checkpointer = Checkpointer(path: path)
    let largest = Mutex(0)
    connection.onCommit { pages in
      largest.withLock { $0 = pages }
      checkpointer.note(pages: pages)
    }
    for _ in 0..<50 { try connection.run("INSERT INTO x VALUES (zeroblob(10000))") }
    checkpointer.wait()
    #expect(largest.withLock { $0 } > 100)
  }
}
