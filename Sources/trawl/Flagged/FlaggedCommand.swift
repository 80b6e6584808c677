import Arguments
import Output
import Search

/// `trawl flagged`.
struct FlaggedCommand: Command {
  static let name = "flagged"
  static let summary = "List flagged items: who flagged them, where, whose they are and how old."
  static let discussion = """
    A query narrows the list as in 'trawl search', and every key of the query language is an option here too. \
    Flags are personal: the list is the union over the people whose flags the index holds, and says \
    whose those are. Several flags on an item are as many lines. The newest items come first. Age is \
    the item's, since the platform does not tell when a flag was set.
    """
  static let examples = [
    Example("trawl flagged --older 14d --group flagger", "What waits, by whom it waits for."),
    Example("trawl flagged budget --in 'Lisbon rollout' --from ana", "One topic, one author."),
    Example(
      "trawl flagged --date 2026-03..2026-05 --format csv > flagged.csv",
      "For a spreadsheet."
    ),
  ]
  static let dashedWords = DashedWords.arePositionals

  var words: [String] = []
  var flaggers: [String] = []
  var grouping: FlaggedGrouping?
  var limit: Int?
  var filters = FilterOptions()
  var output = OutputOptions()
  var global = GlobalOptions()

  static var arguments: [Argument<Self>] {
    [
      .positionals("query", to: \.words, help: "What a flagged item must be; see 'trawl search'."),
      .option(
        "--flagger",
        to: \.flaggers,
        value: "person",
        help: "List this person's flags; of several, anyone's of them."
      ),
      .option("--group", to: \.grouping, value: "by", help: "Put together what belongs together."),
      .option(
        "-n",
        "--limit",
        to: \.limit,
        in: 1...Int.max,
        value: "count",
        help: "Most flags to list; without it all."
      ),
      .group(\.filters),
      .group(\.output),
      .group(\.global),
    ]
  }

  func validate() throws(UsageError) { try output.validate() }

  func run(in console: Console) async throws -> Outcome {
    let zone = try global.timeZone(in: console)
    let engine = try SearchEngine(path: try global.readablePath(in: console))
    let clock = LocalClock(timeZone: zone.timeZone, now: console.now)
    let question = Question(words: words.joined(separator: " "), filters: filters)
    let query = try question.query(at: clock)
    guard query.scope.rows == .items else {
      throw UsageError(.conflict("flagged", "scope:\(query.scope.rawValue)"))
    }
    let request = FlaggedRequest(
      query: query,
      flaggers: flaggers,
      // One more, to know whether there are more.
      limit: limit.map { $0 == .max ? $0 : $0 + 1 }
    )
    var entries = try QueryFailure.pointing(at: question.pointedText) {
      try engine.flagged(request)
    }
    let isCut = limit.map { entries.count > $0 } ?? false
    if isCut { entries.removeLast() }
    let known = try engine.flaggers()
    let coverage = try engine.coverage()
    let list = FlaggedList(
      entries: entries,
      grouping: grouping,
      isCut: isCut,
      flaggers: known,
      now: console.now,
      coverage: coverage
    )
    try list.write(output, in: console, zone: zone)
    if output.format != .json { console.note(whose(known)) }
    console.say(coverage, in: zone)
    if isCut { console.note("there are more flags; give --limit a greater number") }
    if entries.isEmpty {
      console.note(known.isEmpty ? "nothing found" : "nothing found: no flag is so")
      return .nothing
    }
    return .done
  }

  /// Whose flags the list can show, in one line.
  private func whose(_ people: [NameCandidate]) -> String {
    guard !people.isEmpty else { return "the index holds nobody's flags" }
    let shown = people.prefix(8).map(\.name).joined(separator: ", ")
    let rest = people.count - 8
    let more = rest > 0 ? " and \(Figures.grouped(rest)) more" : ""
    let whose = Figures.counted(people.count, "person", "people")
    return "these are flags of \(whose), all whose flags the index holds: \(shown)\(more)"
  }
}
