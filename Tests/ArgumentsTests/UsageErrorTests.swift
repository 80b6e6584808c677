import Arguments
import Testing

/// Every sentence that a wrong command line can get, with the line that gets it.
@Suite struct UsageErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let message: String
    let hint: String

    init(_ line: String, _ message: String, _ hint: String = "See 'trawl search --help'.") {
      self.line = line
      self.message = message
      self.hint = hint
    }

    var testDescription: String { line.isEmpty ? "(empty)" : line }
  }

  static let cases = [
    Case("search --limt 5", "unknown option '--limt'; did you mean '--limit'?"),
    Case("search --limt=5", "unknown option '--limt'; did you mean '--limit'?"),
    Case("search --no-marks", "unknown option '--no-marks'; did you mean '--no-mark'?"),
    Case("search --hlep", "unknown option '--hlep'; did you mean '--help'?"),
    Case(
      "search --xyzzy",
      "unknown option '--xyzzy'; put '--' before it to take it as a word"
    ),
    Case("load -x", "unknown option '-x'", "See 'trawl load --help'."),
    Case("load --xyzzy", "unknown option '--xyzzy'", "See 'trawl load --help'."),
    Case("search --limit", "option '--limit' needs a value: '--limit <count>'"),
    Case("search -n", "option '-n' needs a value: '-n <count>'"),
    Case("search --limit -q", "option '--limit' needs a value: '--limit <count>'"),
    Case("search --limit --db x", "option '--limit' needs a value: '--limit <count>'"),
    Case("search --quiet=yes", "option '--quiet' takes no value"),
    Case("search --no-mark=", "option '--no-mark' takes no value"),
    Case("search -n 0", "'-n' must be a whole number from 1 to 1000, not '0'"),
    Case("search --limit=1e3", "'--limit' must be a whole number from 1 to 1000, not '1e3'"),
    Case("search --weight nan", "'--weight' must be a number, not 'nan'"),
    Case("search --format xml", "'--format' must be table, json or ids, not 'xml'"),
    Case(
      "search --format jsno",
      "'--format' must be table, json or ids, not 'jsno'; did you mean 'json'?"
    ),
    Case(
      "search --older-than 2y",
      "'--older-than' must be a length of time such as 90s, 15m, 12h, 14d or 2w, not '2y'"
    ),
    Case("search --db=", "'--db' must be a file's path, not ''"),
    Case("search -q --color", "'--quiet' and '--color' exclude each other"),
    Case("load", "missing argument '<path>'", "See 'trawl load --help'."),
    Case("load a", "missing argument '<more>'", "See 'trawl load --help'."),
    Case(
      "load a b --depth -1",
      "'--depth' must be a whole number of 0 or more, not '-1'",
      "See 'trawl load --help'."
    ),
    Case(
      "query list yaml",
      "'<kind>' must be table, json or ids, not 'yaml'",
      "See 'trawl query list --help'."
    ),
    Case(
      "query list json more",
      "unexpected argument 'more'",
      "See 'trawl query list --help'."
    ),
    Case("query run x", "unexpected argument 'x'", "See 'trawl query run --help'."),
    Case("query", "'trawl query' needs a command: list or run", "See 'trawl query --help'."),
    Case(
      "query lits",
      "unknown command 'lits'; did you mean 'list'?",
      "See 'trawl query --help'."
    ),
    Case(
      "query --db x",
      "option '--db' stands before the command; write 'trawl query COMMAND --db'",
      "See 'trawl query --help'."
    ),
    Case(
      "",
      "'trawl' needs a command: search, load, query or report",
      "See 'trawl --help'."
    ),
    Case("serach", "unknown command 'serach'; did you mean 'search'?", "See 'trawl --help'."),
    Case("frobnicate", "unknown command 'frobnicate'", "See 'trawl --help'."),
    Case("help frobnicate", "unknown command 'frobnicate'", "See 'trawl --help'."),
    Case(
      "--db x search",
      "option '--db' stands before the command; write 'trawl COMMAND --db'",
      "See 'trawl --help'."
    ),
  ]

  @Test(arguments: cases)
  func wrongLineIsExplained(_ row: Case) throws {
    let words = row.line.split(separator: " ").map(String.init)
    let error = try #require(throws: UsageError.self) { try sample.parse(words) }
    #expect(error.description == row.message)
    #expect(error.hint == row.hint)
  }

  @Test func attachedShortValueIsToldApart() throws {
    let error = try #require(throws: UsageError.self) { try sample.parse(["load", "-d5"]) }
    #expect(error.description == "unknown option '-d5'")
  }

  @Test func needingAnotherOptionIsSaid() {
    let error = UsageError(.needs("--raw", "--format csv"))
    #expect(error.description == "'--raw' needs '--format csv'")
    #expect(error.hint == nil)
    #expect(error.inCommand(["trawl", "x"]).hint == "See 'trawl x --help'.")
    #expect(error.inCommand(["trawl", "x"]).inCommand(["other"]).command == ["trawl", "x"])
  }

  @Test func wholeNumberWithoutBoundsIsSaid() {
    let reason = InvalidValue(expected: .wholeNumber(nil))
    let error = UsageError(.invalidValue(argument: "TRAWL_N", word: "x", reason: reason))
    #expect(error.description == "'TRAWL_N' must be a whole number, not 'x'")
  }
}
