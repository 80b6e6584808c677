import Arguments
import Testing

@testable import trawl

/// What the program does whatever its commands are.
@Suite struct ProgramTests {
  @Test func versionIsOneLine() throws {
    let result = try trawl("--version")
    #expect(result.status == 0)
    #expect(result.text == "trawl \(Trawl.version)\n")
    #expect(result.errors.isEmpty)
  }

  @Test func helpGoesToStandardOutput() throws {
    let result = try trawl("--help")
    #expect(result.status == 0)
    #expect(result.text.contains("Usage: trawl <command> [options] …\n"))
    #expect(result.errors.isEmpty)
    // What exists is listed, and nothing else.
    for entry in Trawl.program.entries { #expect(result.text.contains("\n  \(entry.name) ")) }
  }

  @Test func helpFollowsTheWidthDownward() throws {
    let narrow = try trawl("--help", environment: ["COLUMNS": "50"]).text
    #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 50 })
    let wide = try trawl("--help", environment: ["COLUMNS": "200"]).text
    #expect(wide == (try trawl("--help").text))
  }

  @Test func nothingAskedForIsAnsweredWithHelpAndAStatus() throws {
    let result = try trawl()
    #expect(result.status == 2)
    #expect(result.text.isEmpty)
    #expect(result.errors == (try trawl("--help").text))
  }

  @Test func badUsageIsALineAndAHint() throws {
    let result = try trawl("frobnicate")
    #expect(result.status == 2)
    #expect(result.text.isEmpty)
    #expect(result.errors == "trawl: unknown command 'frobnicate'\nSee 'trawl --help'.\n")
  }

  @Test func argumentsCannotReachTheTerminalRaw() throws {
    let result = try trawl("x\u{1B}[2J\u{202E}\ny")
    #expect(result.errors == "trawl: unknown command 'x␛[2J y'\nSee 'trawl --help'.\n")
  }

  @Test func fullDiskIsSaid() throws {
    let result = try trawl("--help", outputPath: "/dev/full")
    #expect(result.status == 4)
    #expect(result.errors == "trawl: cannot write standard output: no space left on device\n")
  }

  @Test func goneReaderIsQuiet() throws {
    let result = try shell("{ sleep 0.2; trawl --help; echo status $? >&2; } | true")
    #expect(result.errors == "status 0\n")
  }

  @Test func commandsHaveNoDefects() {
    #expect(Trawl.program.defects == [])
  }
}
