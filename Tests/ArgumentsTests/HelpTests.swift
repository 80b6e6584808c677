import Arguments
import Testing

/// Help pages, compared whole.
@Suite struct HelpTests {
  @Test func programListsItsCommandsUnderHeadings() throws {
    let expected = """
      A sample program.

      Usage: trawl <command> [options] …

      Search:
        search    Search messages.

      Keep:
        load      Load archives.
        query     Saved searches.
        report    Reports.

      Options:
        -h, --help     Show this help.
            --version  Show the version.

      'trawl <command> --help' says more about a command.

      TRAWL_DB names the file when --db does not.

      """
    for words in [["--help"], ["-h"], ["help"]] {
      guard case .print(let text) = try sample.parse(words) else {
        Issue.record("\(words) printed nothing")
        continue
      }
      #expect(text == expected)
    }
  }

  @Test func commandShowsEveryArgument() throws {
    #expect(
      try printed("search", "macro", "--help") == """
        Search messages.

        Usage: trawl search [options] [<word> …]

        Words are joined by AND; a phrase stands in quotes, which the shell must not
        eat, so that the whole query is best put in single quotes.

          macro -from:alice     leading minus: not

        Arguments:
          [<word> …]  What to look for.

        Options:
          -n, --limit <count>    Most results to show. (default: 20)
          -f, --format <format>  How to print. (table, json, ids; default: table)
              --[no-]color       Colours, wherever the output goes.
              --[no-]mark        Mark what matched.
          -h, --help             Show this help.

        Filters:
              --from <person>     Who wrote it. (may be given several times)
              --older-than <age>  How old at least.
              --weight <factor>   How much a title counts. (default: 1.5)

        Every command:
              --db <path>  The index.
          -q, --quiet      Say nothing but results.

        Examples:
          trawl search 'macro from:alice'
              All that Alice wrote on it.

        """
    )
  }

  @Test func familyListsItsCommands() throws {
    #expect(
      try printed("report", "--help") == """
        Reports.

        Usage: trawl report <command> [options] …

        Commands:
          run       Write one.

        Options:
          -h, --help  Show this help.

        'trawl report …' without a command is 'trawl report run …'.

        'trawl report <command> --help' says more about a command.

        """
    )
  }

  @Test func helpFindsNestedCommands() throws {
    let page = try #require(try printed("query", "list", "-h"))
    #expect(page.hasPrefix("List them.\n\nUsage: trawl query list [options] [<kind>]\n"))
    #expect(try printed("help", "query", "list") == page)
    #expect(try printed("help", "query") == printed("query", "--help"))
    #expect(try printed("report", "weekly", "--help") == printed("report", "run", "--help"))
  }

  @Test func requiredArgumentsStandWithoutBrackets() throws {
    let page = try #require(try printed("load", "--help"))
    #expect(page.contains("Usage: trawl load [options] <path> <more> …\n"))
  }

  @Test func helpWrapsToItsWidth() throws {
    for width in [40, 60, 80] {
      guard case .print(let text) = try sample.parse(["search", "--help"], width: width) else {
        Issue.record("no help")
        return
      }
      // Lines that stay as written (examples, indented ones) are all shorter than 40.
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= max(width, 48) })
    }
  }

  @Test func versionNamesTheProgram() throws {
    #expect(try printed("--version") == "trawl 1.2.3\n")
  }

  @Test func wordsAfterTwoDashesAskForNoHelp() throws {
    let search: Search? = try parsed("search", "--", "--help")
    #expect(search?.words == ["--help"])
  }
}
