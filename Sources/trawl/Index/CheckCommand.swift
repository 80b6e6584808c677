import Arguments
import Index
import Output
import Text

/// `trawl check`.
struct CheckCommand: Command {
  static let name = "check"
  static let summary = "Prove that the index is whole, or make it so."
  static let discussion = """
    SQLite's own integrity check, the full-text index compared with what its items say, every row \
    with its counterparts, and every count and rollup against a recount. Exit status 1 when a check \
    fails.

    --repair makes everything derived anew from the items (full text, counts, rollups), also when an \
    older Trawl made the words by other rules, and then checks. Killed half-way, it changes nothing.
    """
  static let examples = [
    Example("trawl check", "Each check, and what is wrong."),
    Example("trawl check --repair", "Index anew what is derived, then check."),
    Example("trawl check --repair --language de,en", "The same, with stems of these languages."),
  ]

  var isRepair = false
  var languages: Languages?
  var format = SummaryFormat.table
  var pager = PagerOptions()
  var global = GlobalOptions()

  static var arguments: [Argument<Self>] {
    [
      .flag("--repair", to: \.isRepair, help: "First make everything derived anew."),
      .option(
        "--language",
        to: \.languages,
        value: "codes",
        help: "With --repair: the languages whose inflections plain words find, or none."
      ),
      .option("-f", "--format", to: \.format, value: "format", help: "How to print the results."),
      .group(\.pager),
      .group(\.global),
    ]
  }

  func validate() throws(UsageError) {
    if languages != nil, !isRepair { throw UsageError(.needs("--language", "--repair")) }
  }

  func run(in console: Console) async throws -> Outcome {
    let path = try global.readablePath(in: console)
    do {
      if isRepair { try repair(path, console) }
      return try check(path, console)
    } catch IndexError.unreadableLog(let path) {
      // SQLite's comparing check of full text is a write to it.
      throw IndexError.notWritable(path: path)
    }
  }

  private func repair(_ path: String, _ console: Console) throws {
    let repair = try IndexRepair(path: path, languages: languages)
    try repair.run { done, total in
      console.progress.update(
        ProgressBar.State(
          label: "Indexing anew",
          completed: done,
          total: total,
          detail: Figures.counted(done, "item")
        )
      )
    }
    console.progress.clear()
  }

  private func check(_ path: String, _ console: Console) throws -> Outcome {
    var completed: Int64 = 0
    let results = try IndexCheck(path: path).run { name in
      console.progress.update(
        ProgressBar.State(
          label: "Checking",
          completed: completed,
          total: Int64(IndexCheck.names.count),
          detail: name
        )
      )
      completed += 1
    }
    console.progress.clear()
    let passed = results.allSatisfy(\.passed)
    try console.output.write(
      format == .json ? json(results, path: path, passed: passed) : Self.text(results)
    )
    return passed ? .done : .nothing
  }

  private static func text(_ results: [CheckResult]) -> String {
    let width = results.map(\.name.count).max() ?? 0
    return results.map { result in
      let margin = String(repeating: " ", count: width - result.name.count + 2)
      guard !result.passed else { return "\(result.name)\(margin)ok\n" }
      return result.problems.enumerated().map { index, problem in
        let start = index == 0 ? result.name + margin : String(repeating: " ", count: width + 2)
        return "\(start)\(TerminalText.safe(problem))\n"
      }.joined()
    }.joined()
  }

  private func json(_ results: [CheckResult], path: String, passed: Bool) -> String {
    var json = JSONWriter(.indented(depth: 2))
    json.object { json in
      json.member("schemaVersion", 1)
      json.member("path", path)
      json.member("repaired", isRepair)
      json.member("passed", passed)
      json.array("checks") { json in
        for result in results {
          json.object { json in
            json.member("name", result.name)
            json.member("passed", result.passed)
            json.array("problems") { json in
              for problem in result.problems { json.value(problem) }
            }
          }
        }
      }
    }
    json.endLine()
    return json.text
  }
}
