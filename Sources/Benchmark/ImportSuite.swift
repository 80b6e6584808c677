import Circuit
import Foundation
import Index
import Ingest

/// Import end to end, each of its stages alone, and a plain loader beside it.
enum ImportSuite {
  /// Measures, and leaves an index of the archive behind.
  ///
  /// - Returns: The index's path.
  static func run(
    archive: String,
    settings: Settings,
    results: inout Results
  ) throws -> String {
    let items = archive + "/items.ndjson"
    let bytes = try FileManager.default.contentsOfDirectory(atPath: archive)
      .reduce(0) { $0 + (try size(of: "\(archive)/\($1)")) }
    let count = try floors(of: items, database: settings.folder + "/floor.db", results: &results)
    let plain = try PlainLoader.load(items, into: settings.folder + "/plain.db")
    results.add("import", "a plain FTS5 loader, also in Swift", plain, "items/s")

    let database = settings.file("bench", "db")
    removeDatabase(database)
    let whole = try trawl(settings, ["import", archive, "--db", database])
    let rate = Double(count) / whole.milliseconds * 1_000
    results.add("import", "trawl import, whole process", rate, "items/s", target: "≥ 60,000")
    results.add("import", "times the plain loader", rate / plain, "×")
    results.add(
      "import",
      "peak memory",
      Double(whole.peakBytes) / 1e6,
      "MB",
      target: count > 5_000_000 ? "≤ 500" : "≤ 400"
    )
    let stored = try size(of: database)
    results.add("import", "database", Double(stored) / 1e6, "MB")
    results.add(
      "import",
      "database of the NDJSON",
      Double(stored) / Double(bytes),
      "×",
      target: "≤ 0.75"
    )
    let again = try trawl(settings, ["import", archive, "--db", database])
    results.add(
      "import",
      "again, nothing new",
      Double(count) / again.milliseconds * 1_000,
      "items/s"
    )
    return database
  }

  /// Imports into `database` in this process, unless it is there already.
  static func runInProcess(archive: String, into database: String, results: inout Results) throws {
    guard !FileManager.default.fileExists(atPath: database) else { return }
    let summary = try ArchiveImport(paths: [archive], started: 0).run(into: database)
    let rate = Double(summary.items.total) / Double(max(summary.elapsedMilliseconds, 1)) * 1_000
    results.add("import", "in process", rate, "items/s")
    results.add("import", "in process, peak memory", Double(peakBytes(of: "self")) / 1e6, "MB")
  }

  /// Each stage by itself, one after the other on one thread: what a pipeline cannot be faster than.
  private static func floors(
    of path: String,
    database: String,
    results: inout Results
  ) throws -> Int {
    removeDatabase(database)
    defer { removeDatabase(database) }
    let writer = try IndexWriter(
      path: database,
      run: .init(command: "benchmark", source: path, started: 0)
    )
    let reader = try LineReader(path: path)
    let batch = PreparedBatch(packer: writer.packer)
    var count = 0
    var decoding = 0.0
    var text = 0.0
    while let chunk = try reader.next() {
      batch.reset()
      decoding += milliseconds { batch.items.decode(chunk) }
      // Batches as large as an import's, so that sorting by rowid pays as much.
      while batch.items.count < 16_384, let more = try reader.next() {
        decoding += milliseconds { batch.items.decode(more) }
      }
      text += milliseconds { batch.prepare() }
      _ = try writer.write(batch)
      if writer.uncommitted >= 196_608 { try writer.commit() }
      count += batch.items.count
    }
    try writer.commit()
    let stages = [
      ("decode", decoding), ("plain text, tokens, terms", text),
      ("rows", writer.times.rows.milliseconds), ("full text", writer.times.words.milliseconds),
      ("ids, rollups and commits", writer.times.commit.milliseconds),
    ]
    for (name, time) in stages {
      results.add("import", "floor: \(name)", Double(count) / time * 1_000, "items/s")
    }
    let total = stages.reduce(0) { $0 + $1.1 }
    results.add(
      "import",
      "rollups, of all stages one after the other",
      100 * writer.times.rollups.milliseconds / total,
      "%",
      target: "≤ 15"
    )
    return count
  }

  static func size(of path: String) throws -> Int {
    let facts = try FileManager.default.attributesOfItem(atPath: path)
    return (facts[.size] as? NSNumber)?.intValue ?? 0
  }

  static func removeDatabase(_ path: String) {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }
}

/// Runs `trawl`, and stops the benchmark when it fails.
///
/// - Throws: `BenchError`.
@discardableResult
func trawl(_ settings: Settings, _ arguments: [String]) throws -> ProcessResult {
  let result = try run(settings.trawl, arguments)
  guard result.status == 0 else {
    throw BenchError.failed(
      "trawl \(arguments.joined(separator: " ")) ended with status \(result.status)"
    )
  }
  return result
}
