import Foundation

/// The weekly report and start-up, as whole processes.
enum ReportSuite {
  static func run(database: String, settings: Settings, results: inout Results) throws {
    for (name, arguments, target) in [
      (
        "weekly-activity, whole process",
        ["report", "weekly-activity", "--week", "2026-W46", "--format", "json", "--db", database],
        "≤ 100"
      ),
      ("status", ["status", "--db", database], nil),
      ("start-up: --version", ["--version"], nil),
    ] as [(String, [String], String?)] {
      let times = try (0..<20).map { _ in try trawl(settings, arguments).milliseconds }
      results.add("report", name, Spread(times), target: target)
    }
  }
}
