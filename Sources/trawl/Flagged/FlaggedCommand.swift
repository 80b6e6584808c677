import Arguments
import Chronology
import Output
import Search

/// `trawl flagged`.
struct FlaggedCommand: Command {
  static let name = "flagged"
  static let summary = "List flagged items: who flagged them, where, whose they are and how old."
  static let discussion = """
    Flags are personal: the list is the union over the people whose flags the index holds, and says \
    whose those are. Several flags on an item are as many lines. The newest items come first. Age is \
    the item's, since the platform does not tell when a flag was set.
    """
  static let examples = [
    Example("trawl flagged --older-than 14d --group flagger", "What waits, by whom it waits for."),
    Example("trawl flagged --in 'Lisbon rollout' --author ana", "One conversation, one author."),
    Example(
      "trawl flagged --date 2026-03..2026-05 --format csv > flagged.csv",
      "For a spreadsheet."
    ),
  ]

  var flaggers: [String] = []
  var conversations: [String] = []
  var authors: [String] = []
  var before: [String] = []
  var after: [String] = []
  var date: [String] = []
  var olderThan: Arguments.TimeSpan?
  var grouping: FlaggedGrouping?
  var limit: Int?
  var output = OutputOptions()
  var global = GlobalOptions()

  static var arguments: [Argument<Self>] {
    [
      .section(
        "Filters",
        [
          .option("--flagger", to: \.flaggers, value: "person", help: "Who flagged it."),
          .option(
            "--conversation",
            "--in",
            to: \.conversations,
            value: "conversation",
            help: "The conversation: id or topic."
          ),
          .option("--author", "--from", to: \.authors, value: "person", help: "Who wrote it."),
          .option("--before", to: \.before, value: "date", help: "Written before the date begins."),
          .option("--after", to: \.after, value: "date", help: "Written after the date has ended."),
          .option(
            "--date",
            to: \.date,
            value: "date",
            help: "Written on a date or in a range a..b, both ends included."
          ),
          .option(
            "--older-than",
            to: \.olderThan,
            value: "time",
            help: "Written longer ago than so long, such as 14d."
          ),
        ]
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
      .group(\.output),
      .group(\.global),
    ]
  }

  func validate() throws(UsageError) { try output.validate() }

  func run(in console: Console) async throws -> Outcome {
    let zone = try global.timeZone(in: console)
    let engine = try SearchEngine(path: try global.readablePath(in: console))
    let clock = LocalClock(timeZone: zone.timeZone, now: console.now)
    let request = FlaggedRequest(
      flaggers: flaggers,
      conversations: conversations,
      authors: authors,
      created: try created(at: clock),
      // One more, to know whether there are more.
      limit: limit.map { $0 == .max ? $0 : $0 + 1 }
    )
    var entries = try engine.flagged(request)
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

  /// The time that all of the options about it leave.
  private func created(at clock: LocalClock) throws -> Chronology.TimeSpan? {
    var spans: [Chronology.TimeSpan] = []
    for (key, values) in [(QueryKey.before, before), (.after, after), (.date, date)] {
      for value in values {
        let node = try QueryFailure.pointing(at: nil) {
          try QueryNode(key: key, value: value, at: clock)
        }
        if case .filter(.created(let span)) = node.kind { spans.append(span) }
      }
    }
    if let olderThan {
      let (latest, isTooLong) = clock.now.subtractingReportingOverflow(olderThan.milliseconds)
      spans.append(Chronology.TimeSpan(from: nil, to: isTooLong ? .min : latest))
    }
    guard !spans.isEmpty else { return nil }
    let (froms, tos) = (spans.compactMap(\.from), spans.compactMap(\.to))
    return Chronology.TimeSpan(from: froms.max(), to: tos.min())
  }
}
