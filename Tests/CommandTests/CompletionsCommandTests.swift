import Arguments
import Foundation
import Testing

@testable import trawl

/// The completion scripts, as the shells read them and as bash answers with one.
@Suite struct CompletionsCommandTests {
  private static func path(of shell: CompletionShell) -> String? {
    ["/usr/bin", "/bin", "/usr/local/bin"].map { "\($0)/\(shell.rawValue)" }
      .first(where: FileManager.default.isExecutableFile)
  }

  private static func script(for shell: CompletionShell) throws -> String {
    let result = try trawl("completions", shell.rawValue)
    #expect(result.status == 0)
    return result.text
  }

  @Test(arguments: CompletionShell.allCases)
  func shellFindsNoFaultInItsScript(shell: CompletionShell) throws {
    guard let path = Self.path(of: shell) else {
      print("\(shell.rawValue) is not installed: its script is not read by it")
      return
    }
    let place = try Workplace()
    try place.write("script", try Self.script(for: shell))
    let result = try TrawlProcess.run([path, "-n", place.path("script")])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
  }

  @Test(arguments: CompletionShell.allCases)
  func everyCommandAndOptionIsInTheScript(shell: CompletionShell) throws {
    let script = try Self.script(for: shell)
    for command in Trawl.program.info.commands.flatMap({ [$0] + $0.commands }) {
      #expect(script.contains(command.name))
      for spelling in command.arguments.flatMap(\.spellings) {
        let name = spelling.drop { $0 == "-" }
        let word =
          shell == .fish ? (spelling.hasPrefix("--") ? "-l \(name)" : "-s \(name)") : spelling
        #expect(script.contains(word), "\(command.path) \(spelling)")
      }
    }
  }

  /// What bash offers for a line whose last word is typed now; bash itself takes '=' and '@' apart.
  private func offers(_ words: [String], environment: [String: String] = [:]) throws -> [String] {
    let place = try Workplace()
    try place.write("script", try Self.script(for: .bash))
    let bash = try #require(Self.path(of: .bash))
    let folder = URL(filePath: try TrawlProcess.binary()).deletingLastPathComponent().path
    let result = try TrawlProcess.run(
      [
        bash, "--norc", "-c",
        """
        source "$1" || exit
        shift
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _trawl trawl; printf '%s\\n' "${COMPREPLY[@]}"
        """,
        "bash", place.path("script"),
      ] + words,
      environment: ["PATH": "\(folder):/usr/bin:/bin"].merging(environment) { _, given in given }
    )
    #expect(result.errors.isEmpty)
    return result.lines
  }

  @Test func bashOffersCommands() throws {
    #expect(try offers(["trawl", ""]) == Trawl.program.entries.map(\.name) + ["help"])
    #expect(try offers(["trawl", "fl"]) == ["flagged"])
    #expect(try offers(["trawl", "--v"]) == ["--version"])
    #expect(try offers(["trawl", "query", ""]) == ["list", "show", "run"])
    #expect(try offers(["trawl", "help", "st"]) == ["status"])
    #expect(try offers(["trawl", "help", "query", "s"]) == ["show"])
  }

  @Test func bashOffersOptionsAndTheirWords() throws {
    #expect(try offers(["trawl", "search", "--so"]) == ["--sort"])
    #expect(try offers(["trawl", "query", "run", "x", "--cou"]) == ["--count"])
    #expect(try offers(["trawl", "search", "--sort", "rel"]) == ["relevance"])
    #expect(try offers(["trawl", "flagged", "--format", "=", "c"]) == ["csv"])
    #expect(
      try offers(["trawl", "flagged", "--group", "="]) == ["flagger", "conversation", "author"]
    )
    #expect(try offers(["trawl", "search", "--kind", "comm"]) == ["community"])
    #expect(try offers(["trawl", "search", "--limit", ""]).isEmpty)
    #expect(try offers(["trawl", "completions", ""]) == ["bash", "zsh", "fish"])
  }

  @Test func bashOffersFilesAndFolders() throws {
    let place = try Workplace()
    try place.write("one file.txt", "")
    try place.write("folder/two.txt", "")
    let start = place.folder.path + "/"
    #expect(
      try offers(["trawl", "search", "--batch", start]).sorted()
        == [start + "folder", start + "one file.txt"]
    )
    #expect(try offers(["trawl", "search", "--queries-dir", start]) == [start + "folder"])
    #expect(try offers(["trawl", "import", start + "one"]) == [start + "one file.txt"])
  }

  @Test func bashOffersNames() throws {
    #expect(try offers(["trawl", "query", "run", "most"]) == ["most-liked"])
    #expect(try offers(["trawl", "query", "run", "--limit", "3", "most"]) == ["most-liked"])
    #expect(try offers(["trawl", "query", "run", "most-liked", "esc"]).isEmpty)
    #expect(try offers(["trawl", "search", "@", "most"]) == ["@most-liked"])
    #expect(try offers(["trawl", "search", "most"]).isEmpty)
    #expect(try offers(["trawl", "report", "we"]) == ["weekly-activity"])
    #expect(try offers(["trawl", "report", "weekly-activity", "--bl"]) == ["--block"])
    #expect(try offers(["trawl", "report", "show", "we"]) == ["weekly-activity"])
  }

  @Test func namesThatCannotBeAskedForAreSilence() throws {
    #expect(
      try offers(["trawl", "accounts", "remove", ""], environment: ["TRAWL_DB": "/x"]).isEmpty
    )
    // Not even the program is found.
    #expect(try offers(["trawl", "query", "run", ""], environment: ["PATH": "/none"]).isEmpty)
  }

  @Test func namesAreWordsAndNotCode() throws {
    let place = try Workplace()
    try place.write("configuration/trawl/queries/$(touch x) y.query", "title: X\nquery: lisbon\n")
    let found = try offers(
      ["trawl", "query", "show", ""],
      environment: ["XDG_CONFIG_HOME": place.path("configuration")]
    )
    #expect(!found.contains { $0.contains("$(touch x) y") })
  }
}
