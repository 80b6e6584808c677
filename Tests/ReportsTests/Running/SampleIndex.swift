import Foundation
import Ingest
import Output
import SQLite
import TestSupport

@testable import Index
@testable import Reports

/// An index in a folder of its own, which goes with it, and a reader of it.
final class SampleIndex {
  private let folder: TemporaryFolder
  let path: String
  let connection: Connection

  /// Imports a tenant's archive; without a tenant the index is empty.
  init(_ tenant: SampleTenant? = nil) throws {
    folder = try TemporaryFolder()
    path = folder.path("index.db")
    if let tenant {
      for (file, lines) in tenant.archive {
        try folder.write(file, lines)
      }
      _ = try ArchiveImport(paths: [folder.path], started: 1).run(into: path)
      let gone = tenant.items.filter(\.isGone).map { "\($0.time * Rowid.slots)" }
      try Connection(path: path, access: .readWrite).execute(
        "UPDATE item SET gone = 1 WHERE id IN (\(gone.joined(separator: ", ")))"
      )
      // What was derived before they were gone.
      try IndexRepair(path: path).run()
    } else {
      _ = try Store.writer(at: path, tokenizer: IndexTokenizer())
    }
    connection = try Store.reader(at: path)
  }

  /// Changes the index behind the reader's back.
  func write(_ script: String) throws {
    try Connection(path: path, access: .readWrite).execute(script)
  }

  func runner(
    zone: String = "UTC",
    now: Int64 = SampleReport.now,
    limit: Duration = .seconds(60)
  ) throws -> ReportRunner {
    var setting = ReportSetting(zone: try Zone(identifier: zone), now: now)
    setting.limit = limit
    return ReportRunner(connection: connection, setting)
  }

  /// The rows of one block of SQL in a report of this week.
  func rows(
    _ sql: String,
    _ arguments: [String: String] = [:],
    zone: String = "UTC"
  ) throws -> [[Cell]] {
    try runner(zone: zone).run(SampleReport.definition(sql), arguments).blocks[0].rows
  }
}

/// A report of one block, named `a`, whose fence opens at line 9.
enum SampleReport {
  /// Friday 2018-03-23 10:13:20 UTC.
  static let now: Int64 = 1_521_800_000_000

  static func definition(_ sql: String, prose: String = "") throws -> ReportDefinition {
    let text = """
      ---
      title: T
      parameters:
        - week: week = this
        - least: integer = 2
        - word: text = it's
      ---
      \(prose)
      ```sql name=a
      \(sql)
      ```

      """
    return try ReportDefinition(parsing: text, name: "r", file: "r.md")
  }
}
