import Arguments
import Index
import Output
import Reports

/// `trawl report run`, and `trawl report NAME`.
struct ReportRunCommand: Command {
  static let name = "run"
  static let summary = "Run a report."
  static let discussion = """
    JSON and CSV hold all rows; Markdown may cut long tables and says so.

    CSV has one table, so a report of several blocks is best written with -o into a folder, a file a \
    block, or one block chosen with --block. On standard output the blocks follow one another, each \
    after a line '# NAME' and parted by an empty line.
    """
  static let examples = [
    Example("trawl report weekly-activity --week last -o week.md", "Last week, for people."),
    Example(
      "trawl report weekly-activity --week 2026-W12 --format csv -o week12/",
      "A CSV file a block."
    ),
    Example("trawl report weekly-activity --week this --format csv --block days", "One table."),
  ]

  var report = ""
  var week: String?
  var values: [NamedValue] = []
  var format: ReportFormat?
  var file: FileArgument?
  var block: String?
  var isRaw = false
  var pager = PagerOptions()
  var library = ReportLibraryOptions()
  var global = GlobalOptions()

  static var arguments: [Argument<Self>] {
    [
      .positional("name", to: \.report, help: "The report; see 'trawl report list'.")
        .completing(.reports),
      .option(
        "--week",
        to: \.week,
        value: "week",
        help: "The week, such as 2026-W12, last or this: short for --set week=…"
      ),
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
      .group(\.pager),
      .group(\.library),
      .group(\.global),
    ]
  }

  func validate() throws(UsageError) {
    if isRaw, chosenFormat != .csv { throw UsageError(.needs("--raw", "--format csv")) }
    if week != nil, values.contains(where: { $0.name == "week" }) {
      throw UsageError(.conflict("--week", "--set week=…"))
    }
  }

  func run(in console: Console) async throws -> Outcome {
    let definition = try library.library(in: console).definition(named: report)
    let runner = ReportRunner(
      connection: try Store.reader(at: try global.readablePath(in: console)),
      zone: try global.timeZone(in: console),
      now: console.now
    )
    var arguments = Dictionary(values.map { ($0.name, $0.value) }) { _, last in last }
    arguments["week"] = week ?? arguments["week"]
    let result = try chosen(try runner.run(definition, arguments))
    try ReportOutput(result: result, isRaw: isRaw, isOneBlock: block != nil)
      .write(chosenFormat, to: file, in: console)
    for note in result.notes { console.note(note) }
    return .done
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
    return ReportResult(
      report: result.report,
      title: result.title,
      parameters: result.parameters,
      period: result.period,
      zone: result.zone,
      notes: result.notes,
      parts: [.block(found)],
      coverage: result.coverage
    )
  }
}

/// `name=value` on the command line.
struct NamedValue: ArgumentValue, Equatable {
  let name: String
  let value: String

  init(argument: String) throws(InvalidValue) {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
      throw InvalidValue(expected: .described("a parameter and its value, such as week=last"))
    }
    name = String(argument[..<equals])
    value = String(argument[argument.index(after: equals)...])
  }

  var argumentText: String { "\(name)=\(value)" }
}
