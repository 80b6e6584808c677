import Arguments
import Testing

@Suite struct ParsingTests {
  @Test func nothingGivenLeavesEveryDefault() throws {
    #expect(try parsed("search") == Search())
  }

  @Test func valuesStandApartOrAfterAnEqualsSign() throws {
    var expected = Search()
    expected.words = ["lisbon"]
    expected.limit = 5
    expected.shape = .json
    expected.people = ["ana", "ben=x"]
    expected.olderThan = TimeSpan(milliseconds: 14 * 86_400_000)
    expected.weight = 0.5
    expected.isColoured = true
    expected.isMarked = false
    expected.shared.database = try FileArgument(argument: "x.db")
    #expect(
      try parsed(
        "search",
        "-n",
        "5",
        "--format=json",
        "--from",
        "ana",
        "--from=ben=x",
        "--older-than",
        "2w",
        "lisbon",
        "--weight",
        "0.5",
        "--color",
        "--no-mark",
        "--db",
        "x.db"
      ) == expected
    )
  }

  @Test(arguments: [
    (["-from:alice", "macro", "-7"], ["-from:alice", "macro", "-7"]),
    (["--", "--limit", "-n"], ["--limit", "-n"]),
    (["a", "--", "--", "b"], ["a", "--", "b"]),
    (["-"], ["-"]),
    (["", "a b"], ["", "a b"]),
    (["--limit=3", "a", "--quiet", "b"], ["a", "b"]),
  ])
  func wordsThatAreNoOptionsArePositionals(words: [String], expected: [String]) throws {
    guard case .run(let command, let path) = try sample.parse(["search"] + words) else {
      Issue.record("no command")
      return
    }
    #expect((command as? Search)?.words == expected)
    #expect(path == ["trawl", "search"])
  }

  @Test func lastOfRepeatedSingleValuesCounts() throws {
    let search: Search? = try parsed("search", "-n", "5", "--limit=7", "--mark", "--no-mark")
    #expect(search?.limit == 7)
    #expect(search?.isMarked == false)
  }

  @Test func valuesMayBeginWithADash() throws {
    let search: Search? = try parsed("search", "--from", "-", "--from", "-x", "--from=--limit")
    #expect(search?.people == ["-", "-x", "--limit"])
  }

  @Test func positionalsFillInOrder() throws {
    let load: Load? = try parsed("load", "a", "b", "--depth", "0", "c")
    #expect(load?.path == "a")
    #expect(load?.others.map(\.path) == ["b", "c"])
    #expect(load?.depth == 0)
  }

  @Test func familiesFindTheirCommands() throws {
    #expect(try parsed("query", "list", "json") == QueryList(kind: .json))
    #expect(try parsed("query", "list") == QueryList(kind: nil))
    #expect(try parsed("report", "run", "weekly") == ReportRun(report: "weekly"))
  }

  @Test func shorthandStandsForItsCommand() throws {
    let expected = ReportRun(report: "weekly", week: "last")
    #expect(try parsed("report", "weekly", "--week", "last") == expected)
    #expect(try parsed("report", "--week", "last", "weekly") == expected)
  }

  @Test func sampleHasNoDefects() {
    #expect(sample.defects == [])
  }

  @Test func defectsAreFound() {
    let broken = Program<Void>(
      name: "x",
      version: "0",
      summary: "",
      sections: [.init("A", [.command(Broken.self), .command(Broken.self)])]
    )
    #expect(
      Set(broken.defects) == [
        "two commands are called 'broken'",
        "broken: two options are spelled '--no-a'",
        "broken: no option can be spelled '-h'",
        "broken: no option can be spelled '-long'",
        "broken: '<b>' stands after one that takes every word",
      ]
    )
  }
}

private struct Broken: Command {
  static let name = "broken"
  static let summary = ""
  var isOn = false
  var words: [String] = []
  static var arguments: [Argument<Self>] {
    [
      .flag("--aa", "-h", to: \.isOn, help: ""),
      .flag("--no-a", "-long", to: \.isOn, help: ""),
      .positionals("a", to: \.words, help: ""),
      .positionals("b", to: \.words, help: ""),
      .flag("--no-a", to: \.isOn, help: ""),
    ]
  }
  func run(in context: Void) async throws -> Outcome { .done }
}
