import Arguments
import Foundation
import Testing

@testable import trawl

@Suite struct ManCommandTests {
  private static let page = Result { try trawl("man").text }

  private static func path(of name: String) -> String? {
    ["/usr/bin", "/usr/local/bin"].map { "\($0)/\(name)" }
      .first(where: FileManager.default.isExecutableFile)
  }

  @Test func sectionsAreInTheirOrder() throws {
    let titles = try Self.page.get().split(separator: "\n").filter { $0.hasPrefix(".SH ") }
    #expect(
      titles.map { String($0.dropFirst(4)) } == [
        "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "COMMON OPTIONS", "EXIT STATUS",
        "ENVIRONMENT", "FILES", "EXAMPLES",
      ]
    )
  }

  @Test func everyCommandAndOptionIsThere() throws {
    let page = try Self.page.get()
    for command in Trawl.program.info.commands.flatMap({ $0.commands.isEmpty ? [$0] : $0.commands })
    {
      #expect(page.contains("\n.SS trawl \(command.path.joined(separator: " ")) "))
      for name in command.arguments.flatMap(\.names) {
        let shown = name.replacing("-", with: "\\-")
        #expect(page.contains(shown), "\(command.path) \(name)")
      }
    }
  }

  /// Whatever formatter there is, these hold: only the macros of man(7), and ASCII.
  @Test func pageIsRoffThatAnyFormatterTakes() throws {
    let page = try Self.page.get()
    #expect(page.utf8.allSatisfy { $0 == 0x0A || 0x20...0x7E ~= $0 })
    let macros: Set = ["TH", "SH", "SS", "PP", "TP", "B", "I", "IR", "EX", "EE"]
    for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      let name = line.dropFirst().prefix { !$0.isWhitespace }
      #expect(macros.contains(String(name)), "\(line)")
    }
    #expect(
      page.split(separator: "\n").count { $0 == ".EX" }
        == page.split(separator: "\n").count { $0 == ".EE" }
    )
  }

  @Test func formattersFindNoFault() throws {
    let place = try Workplace()
    try place.write("trawl.1", try Self.page.get())
    if let mandoc = Self.path(of: "mandoc") {
      let result = try TrawlProcess.run([mandoc, "-Tlint", place.path("trawl.1")])
      // The page has no date, so that it is the same whenever it is made.
      #expect(result.lines.allSatisfy { $0.contains("missing date") }, "\(result.text)")
    } else if let groff = Self.path(of: "groff") {
      let result = try TrawlProcess.run(
        [groff, "-man", "-Tutf8", "-ww", "-z", place.path("trawl.1")],
        environment: ["PATH": "/usr/bin:/bin"]
      )
      #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    } else {
      print("neither mandoc nor groff is installed: the page is not read by a formatter")
    }
  }
}
