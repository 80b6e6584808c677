import Foundation
import Index
import Output
import Reports

/// Reports in process and as whole processes, and start-up.
enum ReportSuite {
  static func run(database: String, settings: Settings, results: inout Results) throws {
    try runInProcess(database: database, results: &results)
    let week = ["report", "weekly-activity", "--week", "2026-W46", "--db", database]
    for (name, arguments, target) in [
      ("weekly-activity, whole process", week + ["--format", "json"], "≤ 60"),
      ("weekly-activity as HTML, whole process", week + ["--format", "html"], nil),
      ("status", ["status", "--db", database], nil),
      ("start-up: --version", ["--version"], nil),
    ] as [(String, [String], String?)] {
      let times = try (0..<20).map { _ in try trawl(settings, arguments).milliseconds }
      results.add("report", name, Spread(times), target: target)
    }
    let folder = settings.folder + "/weeks"
    let year = [
      "report", "weekly-activity", "--all-weeks", "--from", "2025-W46", "--to", "2026-W45", "--db",
      database, "-o", folder + "/{period}.md",
    ]
    results.add(
      "report",
      "52 weeks with --all-weeks, whole process",
      try trawl(settings, year).milliseconds,
      "ms",
      target: "≤ 5,000"
    )
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The shipped reports, each run on a connection that has read the file before.
  private static func runInProcess(database: String, results: inout Results) throws {
    let zone = try Zone(identifier: "Europe/Lisbon")
    let setting = ReportSetting(zone: zone, now: 1_795_194_000_000)
    let runner = ReportRunner(connection: try Store.reader(at: database), setting)
    let library = ReportLibrary(folders: [])
    for (name, period, rounds, target) in [
      ("weekly-activity", "2026-W46", 20, "≤ 30"), ("tenant", "2026", 10, "≤ 300"),
      ("likes", "2026-10", 5, nil), ("flags", "2026-W46", 5, nil),
      ("responsiveness", "2026-10", 5, nil), ("coverage", nil, 5, nil),
    ] as [(String, String?, Int, String?)] {
      let definition = try library.definition(named: name)
      let arguments = period.map { ["period": $0] } ?? [:]
      var times: [Double] = []
      for _ in 0..<rounds {
        times.append(try milliseconds { _ = try runner.run(definition, arguments) })
      }
      results.add(
        "report",
        "\(name) \(period ?? ""), in process",
        Spread(times),
        target: target
      )
    }
  }
}
