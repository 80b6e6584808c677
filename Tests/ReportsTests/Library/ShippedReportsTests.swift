import Foundation
import Testing

@testable import Reports

/// The copies inside the binary against the files in `reports/`.
@Suite struct ShippedReportsTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// `RECORD=1` writes the copies anew, and fails the run so that it cannot stay on.
  @Test func theBinaryHasTheReportsOfTheFolder() throws {
    let folder = root.appending(path: "reports")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }.sorted()
    let texts = try files.map { file in
      (
        name: String(file.dropLast(3)),
        text: try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      )
    }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try source(of: texts).write(
        to: root.appending(path: "Sources/Reports/Library/ShippedReports.swift"),
        atomically: true,
        encoding: .utf8
      )
      Issue.record("recorded; build again and run without RECORD")
    } else {
      #expect(
        ShippedReports.texts.map(\.name) == texts.map(\.name)
          && ShippedReports.texts.map(\.text) == texts.map(\.text),
        "run the tests with RECORD=1 after a change in reports/"
      )
    }
  }

  @Test func everyReportIsWellFormed() throws {
    for name in ReportLibrary(folders: []).names {
      let report = try ReportLibrary(folders: []).definition(named: name)
      #expect(!report.summary.isEmpty)
    }
  }

  private func source(of texts: [(name: String, text: String)]) -> String {
    let cases = texts.map { name, text in
      "    (\n      name: \"\(name)\",\n      text: ###\"\"\"\n"
        + text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "      " + $0 }.joined(separator: "\n")
        + "\n      \"\"\"###\n    )"
    }
    return """
      // swift-format-ignore-file: its lines are those of the reports.

      /// The reports that every Trawl has: copies of the files in `reports/`, so that an installed binary
      /// needs no other file.
      ///
      /// Made by `RECORD=1 swift test --filter ShippedReportsTests`, which also tells when it is out of step.
      enum ShippedReports {
        /// Name and text of each.
        static let texts: [(name: String, text: String)] = [
      \(cases.joined(separator: ",\n"))
        ]
      }

      """
  }
}
