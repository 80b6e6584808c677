import Foundation
import Search

/// New items into an index that is there: how long they take, and searches meanwhile.
enum ChangeSuite {
  /// Measures on a copy of the index, and deletes it.
  ///
  /// - Throws: `BenchError`, Foundation's errors of files, `SearchEngine`'s.
  static func run(
    archive: String,
    database: String,
    settings: Settings,
    results: inout Results
  ) throws {
    let copy = settings.folder + "/changes.db"
    let file = settings.folder + "/new-items.ndjson"
    ImportSuite.removeDatabase(copy)
    try FileManager.default.copyItem(atPath: database, toPath: copy)
    defer {
      ImportSuite.removeDatabase(copy)
      try? FileManager.default.removeItem(atPath: file)
    }
    let lines = try NewItems(archive: archive)
    let times = try (0..<5).map { round in
      try lines.write(1_000, round: round, to: file)
      return try trawl(settings, ["import", file, "--db", copy]).milliseconds
    }
    results.add("changes", "import of 1,000 new items", Spread(times), target: "≤ 300")
    try lines.write(1_000, round: 5, to: file)
    evict(copy)
    let cold = try trawl(settings, ["import", file, "--db", copy]).milliseconds
    results.add("changes", "the same, nothing of the index in memory", cold, "ms")
    try lines.write(100_000, round: 6, to: file)
    try search(copy, whileImporting: file, settings: settings, results: &results)
  }

  /// Searches for common words, each once, for as long as an import runs.
  private static func search(
    _ database: String,
    whileImporting file: String,
    settings: Settings,
    results: inout Results
  ) throws {
    let engine = try SearchEngine(path: database)
    let clock = LocalClock(timeZone: .gmt, now: 1_795_194_000_000)
    let samples = try QuerySample.all(of: database)
    let queries = try ["one common word", "one word", "two words"].flatMap { name in
      try samples.first { $0.name == name }?.queries.map { try Query(parsing: $0, at: clock) } ?? []
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: settings.trawl)
    process.arguments = ["import", file, "--db", database]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    var times: [SearchOrder: [Double]] = [:]
    var next = 0
    while process.isRunning, let query = queries.isEmpty ? nil : queries[next % queries.count] {
      for order in [SearchOrder.newest, .relevance] {
        let request = SearchRequest(query: query, order: order)
        times[order, default: []].append(try milliseconds { _ = try engine.search(request) })
      }
      next += 1
      // An analyst's pace: the import keeps its two cores.
      usleep(5_000)
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchError.failed("trawl import ended with status \(process.terminationStatus)")
    }
    for order in [SearchOrder.newest, .relevance] {
      let name = "\(order.rawValue) 20 of words while 100,000 items are imported"
      results.add("changes", name, Spread(times[order] ?? []))
    }
  }
}
