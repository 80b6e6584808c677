import Arguments
import Foundation
import Testing

@testable import trawl

/// `Golden/help.txt`: the help of every command, as people see it.
@Suite struct HelpGoldenTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden/help.txt")

  private static var commands: [[String]] {
    [[]]
      + Trawl.program.entries.flatMap { entry in
        switch entry {
        case .command: [[entry.name]]
        case .family(let family): [[family.name]] + family.commands.map { [family.name, $0.name] }
        }
      }
  }

  /// `RECORD=1` writes the file anew, and fails the run so that it cannot stay on.
  @Test func helpIsAsRecorded() throws {
    let pages = try Self.commands.map { words in
      let result = try TrawlProcess.run([try TrawlProcess.binary()] + words + ["--help"])
      #expect(result.status == 0)
      return "$ trawl \((words + ["--help"]).joined(separator: " "))\n\(result.text)"
    }
    let text = pages.joined(separator: "\n")
    guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
      try Data(text.utf8).write(to: Self.file)
      Issue.record("recorded \(Self.file.path); run again without RECORD")
      return
    }
    let golden = String(decoding: try Data(contentsOf: Self.file), as: UTF8.self)
    let pairs = zip(text.split(separator: "\n"), golden.split(separator: "\n"))
    if let (now, before) = pairs.first(where: { $0 != $1 }) { #expect(now == before) }
    #expect(text == golden)
  }

  @Test func everyCommandHasExamplesThatParse() throws {
    for words in Self.commands where !words.isEmpty {
      let help = try TrawlProcess.run([try TrawlProcess.binary()] + words + ["--help"]).text
      let isFamily = words.count == 1 && ["report", "query", "accounts"].contains(words[0])
      #expect(isFamily || help.contains("\nExamples:\n  "), "\(words)")
      #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.hasPrefix("  trawl") })
    }
  }
}
