import Arguments
import Index
import Output
import Reports
import Search

/// `trawl report run`, and `trawl report NAME`.
struct ReportRunCommand: Command {
  static let name = "run"
  static let summary = "Run a report."
  static let discussion = """
    JSON and CSV hold all rows; Markdown and HTML may cut long tables and say so.

    CSV has one table, so a report of several blocks is best written with -o into a folder, a file a \
    block, or one block chosen with --block. On standard output the blocks follow one another, each \
    after a line '# NAME' and parted by an empty line.

    In the path of -o, {report} and {period} stand for the report's name and its period, such as \
    2026-W47; folders are made as they are needed. --all-weeks writes a report for each whole week \
    of the period, or of the last 52.
    """
  static let examples = [
    Example("trawl report weekly-activity --week last -o week.html", "Last week, for people."),
    Example(
      "trawl report weekly-activity --month 2026-03 --format csv -o march/",
      "A CSV file a block, of a month."
    ),
    Example("trawl report weekly-activity --week this --format csv --block days", "One table."),
    Example(
      "trawl report weekly-activity --all-weeks -o 'weekly/{period}.md'",
      "A year of weekly reports, a file each."
    ),
    Example("trawl report tenant --verify", "Compare its numbers with a count of the items."),
  ]

  var report = ""
  var period = PeriodOptions()
  var values: [NamedValue] = []
  var format: ReportFormat?
  var file: FileArgument?
  var block: String?
  var isRaw = false
  var timeout: Arguments.TimeSpan?
  var allWeeks = false
  var verifies = false
  var privacy = ReportPrivacyOptions()
  var pager = PagerOptions()
  var library = ReportLibraryOptions()
  var global = GlobalOptions()

  static var arguments: [Argument<Self>] {
    [
      .positional("name", to: \.report, help: "The report; see 'trawl report list'.")
        .completing(.reports),
      .option("--set", to: \.values, value: "name=value", help: "A parameter of the report."),
      .option(
        "-f",
        "--format",
        to: \.format,
        value: "format",
        help: "How to write it; without it, what the name of the output file says, else markdown."
      ),
      .option(
        "-o",
        "--output",
        to: \.file,
        value: "path",
        help: "Where to write it, whole or not at all; a folder for CSV of several blocks."
      ),
      .option("--block", to: \.block, value: "name", help: "Only this block."),
      .flag("--raw", to: \.isRaw, help: "Leave CSV cells that a spreadsheet would run."),
      .option(
        "--timeout",
        to: \.timeout,
        value: "time",
        help: "Give up after this long, such as 5m. (default: 1m)"
      ),
      .flag("--all-weeks", to: \.allWeeks, help: "A report for each week of the period."),
      .flag(
        "--verify",
        to: \.verifies,
        help: "Instead of writing it, compare it with a count of the items alone."
      ),
      .group(\.period),
      .group(\.privacy),
      .group(\.pager),
      .group(\.library),
      .group(\.global),
    ]
  }

  func validate() throws(UsageError) {
    try period.validate()
    if isRaw, chosenFormat != .csv { throw UsageError(.needs("--raw", "--format csv")) }
    if allWeeks, file == nil, !verifies { throw UsageError(.needs("--all-weeks", "--output")) }
    if verifies {
      let others = [
        ("--output", file != nil), ("--block", block != nil), ("--format", format != nil),
      ]
      if let other = others.first(where: \.1) { throw UsageError(.conflict("--verify", other.0)) }
    }
  }

  func run(in console: Console) async throws -> Outcome {
    let definition = try library.library(in: console).definition(named: report)
    let path = try global.readablePath(in: console)
    var setting = ReportSetting(zone: try global.timeZone(in: console), now: console.now)
    setting.weekStart = period.weekStart
    setting.minimumGroup = privacy.minimumGroup
    setting.isPseudonymised = privacy.isPseudonymised
    setting.program = Trawl.version
    if let timeout { setting.limit = .milliseconds(timeout.milliseconds) }
    setting.subjects = ReportSubjects(
      path: path,
      clock: LocalClock(timeZone: setting.zone.timeZone, now: setting.now)
    )
    let runner = ReportRunner(connection: try Store.reader(at: path), setting)
    var isAgreed = true
    for arguments in try runs(of: definition, setting) {
      if verifies {
        isAgreed = try verify(definition, arguments, with: runner, in: console) && isAgreed
      } else {
        try write(try runner.run(definition, arguments), setting, in: console)
      }
    }
    return isAgreed ? .done : .nothing
  }

  /// The arguments of each report that is wanted: one, or one a week.
  private func runs(
    of definition: ReportDefinition,
    _ setting: ReportSetting
  ) throws -> [[String: String]] {
    var arguments = Dictionary(values.map { ($0.name, $0.value) }) { _, last in last }
    guard period.isGiven || allWeeks else { return [arguments] }
    guard let name = definition.periodParameter?.name else {
      throw CommandError.noPeriod(report: report)
    }
    if arguments[name] != nil { throw CommandError.periodTwice(parameter: name) }
    guard allWeeks else {
      arguments[name] = try period.text(setting)
      return [arguments]
    }
    let span = try Period(
      try period.text(setting) ?? "52w",
      now: setting.now,
      in: setting.zone.timeZone,
      weekStart: setting.weekStart
    )
    let weeks = span.wholeWeeks
    guard !weeks.isEmpty else { throw CommandError.noWholeWeek(period: span.name) }
    return weeks.map { week in arguments.merging([name: week]) { $1 } }
  }

  private func write(
    _ result: ReportResult,
    _ setting: ReportSetting,
    in console: Console
  ) throws {
    let place = try file.map { try ReportPlace($0, isOneOfMany: allWeeks).filled(with: result) }
    try ReportOutput(result: try chosen(result), isRaw: isRaw, isOneBlock: block != nil)
      .write(chosenFormat, to: place, in: console)
    for note in result.notes { console.note(note) }
    // What the report itself may not say, since tomorrow it would say something else.
    if let coverage = result.header.coverage, coverage.isOverdue(at: setting.now) {
      console.say(coverage, in: setting.zone)
    }
  }

  /// Compares a report with a count of the items; false where they differ.
  private func verify(
    _ definition: ReportDefinition,
    _ arguments: [String: String],
    with runner: ReportRunner,
    in console: Console
  ) throws -> Bool {
    let found = try runner.verify(definition, arguments)
    let period = definition.periodParameter.flatMap { arguments[$0.name] }.map { " \($0)" } ?? ""
    for change in found.changes {
      console.note("\(report)\(period): \(change.sentence(before: "counted", after: "reported"))")
    }
    for problem in found.rollups { console.note("\(report)\(period): \(problem)") }
    let isRight = found.changes.isEmpty && found.rollups.isEmpty
    try console.output.write(
      "\(report)\(period): \(isRight ? "equals a count of the items" : "differs from a count of the items; see 'trawl check'")\n"
    )
    return isRight
  }

  private var chosenFormat: ReportFormat {
    format ?? file.flatMap { ReportFormat(fileName: $0.path) } ?? .markdown
  }

  /// The result with the one block that was asked for, or whole.
  private func chosen(_ result: ReportResult) throws(CommandError) -> ReportResult {
    guard let block else { return result }
    guard let found = result.block(named: block) else {
      throw .unknownBlock(block, report: result.report, known: result.blocks.map(\.name))
    }
    return result.with(parts: [.block(found)])
  }
}
