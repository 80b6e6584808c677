import Arguments
import Index
import Ingest
import Output

/// `trawl export`.
struct ExportCommand: Command {
  static let name = "export"
  static let summary = "Write the index back as an archive."
  static let discussion = """
    Writes users.ndjson, conversations.ndjson, items.ndjson, flags.ndjson, labels.ndjson, \
    favorites.ndjson and pins.ndjson with a JSON object a line, as the API gave them: an import of \
    the folder gives an equal index. Fields that the API's reference does not know are written too. \
    What is there is written: items that vanished from the platform and likes, flags and pins taken \
    back are not. All of it is of one moment, also while an ingest is running.
    """
  static let examples = [
    Example("trawl export archive/", "Everything, each field as the API gave it."),
    Example("trawl export --known-fields archive/", "Only the fields the API documents."),
    Example("trawl import --db copy.db archive/", "What an archive is good for."),
  ]

  var folder = ""
  var isKnownOnly = false
  var isForced = false
  var format = SummaryFormat.table
  var global = GlobalOptions()

  static var arguments: [Argument<Self>] {
    [
      .positional("folder", to: \.folder, help: "Where to write; made if missing.")
        .completing(.folders),
      .flag(
        "--known-fields",
        to: \.isKnownOnly,
        help: "Leave out fields that the API's reference does not know."
      ),
      .flag("--force", to: \.isForced, help: "Also write into a folder that is not empty."),
      .option("-f", "--format", to: \.format, value: "format", help: "How to print the summary."),
      .group(\.global),
    ]
  }

  func run(in console: Console) async throws -> Outcome {
    guard !folder.isEmpty else { throw UsageError(.missingArgument("<folder>")) }
    guard isForced || !Folder.hasFiles(at: folder) else {
      throw CommandError.folderNotEmpty(path: folder)
    }
    let export = try ArchiveExport(
      of: try global.databasePath(in: console),
      fields: isKnownOnly ? .known : .all
    )
    try Folder.make(at: folder)
    let summary = try export.write(to: folder) { done, total in
      console.progress.update(
        ProgressBar.State(
          label: "Exporting",
          completed: Int64(done),
          total: Int64(total),
          detail: Figures.counted(done, "item")
        )
      )
    }
    console.progress.clear()
    try console.output.write(
      format == .json ? summary.json : summary.line(folder: folder) + "\n"
    )
    return .done
  }
}

extension ArchiveExport.Summary {
  /// The summary in one line.
  fileprivate func line(folder: String) -> String {
    let counts = RecordKind.allCases.map {
      Figures.counted(records[$0] ?? 0, String($0.rawValue.dropLast()), $0.rawValue)
    }
    let gone =
      goneItems == 0 ? "" : "; \(Figures.counted(goneItems, "vanished item")) left out"
    return "exported to \(TerminalText.safe(folder)): \(counts.joined(separator: ", ")), "
      + "\(Figures.size(byteCount))\(gone)"
  }

  /// The summary as a JSON document, which ends in a line break.
  fileprivate var json: String {
    var json = JSONWriter(.indented(depth: 1))
    json.object { json in
      json.member("schemaVersion", 1)
      for kind in RecordKind.allCases { json.member(kind.rawValue, records[kind] ?? 0) }
      json.member("goneItems", goneItems)
      json.member("bytes", byteCount)
    }
    json.endLine()
    return json.text
  }
}
