import Arguments
import Index
import Ingest
import Output
import Text

/// `trawl import`.
struct ImportCommand: Command {
  static let name = "import"
  static let summary = "Bring an archive into the index."
  static let discussion = """
    An archive is a folder of files with a JSON object a line, exactly as the API gives them: \
    users.ndjson, conversations.ndjson, items.ndjson, flags.ndjson, labels.ndjson, favorites.ndjson, \
    pins.ndjson; any of them may be missing. A single file, or standard input for '-', is told by \
    its name or its first line.

    Importing again changes nothing; an item with a later modificationTime replaces what is there, an \
    older one never does. What a kill cuts off, the next import brings. A line that cannot be taken is \
    named, set aside and counted by 'trawl status'; the rest goes on, and the exit status is 3.
    """
  static let examples = [
    Example("trawl import archive/", "A folder; the index is made if there is none."),
    Example("zcat items.ndjson.gz | trawl import -", "From a pipe."),
    Example("trawl import --strict --db new.db archive/", "Stop at the first bad line."),
    Example("trawl import --language de,en archive/", "So that 'report' finds 'reports'."),
  ]

  var paths: [FileArgument] = []
  var isStrict = false
  var languages: Languages?
  var format = SummaryFormat.table
  var global = GlobalOptions()

  static var arguments: [Argument<Self>] {
    [
      .positionals(
        "path",
        to: \.paths,
        required: true,
        help: "A folder, a file, or '-' for standard input."
      ),
      .flag("--strict", to: \.isStrict, help: "Stop at the first line that cannot be taken."),
      .languages(to: \.languages),
      .option("-f", "--format", to: \.format, value: "format", help: "How to print the summary."),
      .group(\.global),
    ]
  }

  func run(in console: Console) async throws -> Outcome {
    let database = try global.databasePath(in: console)
    var settings = ArchiveImport.Options()
    settings.isStrict = isStrict
    settings.languages = languages
    let archive = try ArchiveImport(
      paths: paths.map(\.path),
      options: settings,
      started: console.now
    )
    try Folder.make(at: Folder.parent(of: database))
    Memory.returnFreed()
    let start = ContinuousClock.now
    var rejected = RejectedLines(console: console)
    let summary: ImportSummary
    do {
      summary = try archive.run(into: database) {
        rejected.say($0)
      } onProgress: {
        console.progress.update(.init($0, elapsed: ContinuousClock.now - start))
      }
    } catch IndexError.missing, IndexError.unreadableLog {
      // An import makes what is missing: it was not allowed to.
      throw IndexError.notWritable(path: database)
    }
    console.progress.clear()
    rejected.conclude()
    if summary.stoppedAtBadLine {
      console.note("stopped at the first bad line, as --strict asks; what came before it is there")
    }
    try console.output.write(format == .json ? summary.json : summary.line + "\n")
    return summary.isPartial ? .partial : .done
  }
}

/// The first lines that could not be taken, and how many there were.
private struct RejectedLines {
  let console: Console
  private var count = 0

  /// So many are named; a broken file has thousands.
  static let shown = 20

  init(console: Console) { self.console = console }

  mutating func say(_ line: RejectedLine) {
    count += 1
    if count <= Self.shown { console.note("\(line.source):\(line.line): \(line.reason)") }
  }

  func conclude() {
    if count > Self.shown { console.note("and \(Figures.grouped(count - Self.shown)) more") }
  }
}

extension ProgressBar.State {
  /// Bytes of all, items, items a second, and the time left at that pace.
  fileprivate init(_ progress: ImportProgress, elapsed: Duration) {
    let milliseconds = Int64(elapsed / .milliseconds(1))
    var facts: [String] = []
    if let total = progress.totalBytes {
      facts.append("\(Figures.size(progress.bytes)) of \(Figures.size(total))")
    } else {
      facts.append(Figures.size(progress.bytes))
    }
    facts.append(Figures.counted(progress.items, "item"))
    facts.append("\(Figures.grouped(Figures.rate(progress.items, in: milliseconds)))/s")
    if let total = progress.totalBytes, progress.bytes > 0, milliseconds > 500 {
      let left = Double(milliseconds) * Double(total - progress.bytes) / Double(progress.bytes)
      facts.append("\(Figures.duration(Int64(max(0, left)))) left")
    }
    self.init(
      label: "Importing",
      completed: Int64(progress.bytes),
      total: progress.totalBytes.map(Int64.init),
      detail: facts.joined(separator: "  ")
    )
  }
}
