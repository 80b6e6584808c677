import Foundation
import Testing

@testable import Reports

/// The copies inside the binary against the files in `reports/`.
@Suite struct ShippedReportsTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func theBinaryHasTheReportsOfTheFolder() throws {
    let folder = root.appending(path: "reports")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }.sorted()
    #expect(ShippedReports.texts.map { $0.name + ".md" } == files, "run 'make embed'")
    for (name, text) in ShippedReports.texts {
      let file = try String(contentsOf: folder.appending(path: name + ".md"), encoding: .utf8)
      #expect(text == file, "run 'make embed'")
    }
  }

  @Test func everyReportIsWellFormed() throws {
    for name in ReportLibrary(folders: []).names {
      let report = try ReportLibrary(folders: []).definition(named: name)
      #expect(!report.summary.isEmpty)
    }
  }
}
