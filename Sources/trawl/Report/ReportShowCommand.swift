import Arguments
import Output
import Reports

/// `trawl report show`.
struct ReportShowCommand: Command {
  static let name = "show"
  static let summary = "Show what a report takes and what is in it."
  static let examples = [Example("trawl report show weekly-activity", "Its parameters and blocks.")]

  var report = ""
  var pager = PagerOptions()
  var library = ReportLibraryOptions()

  static var arguments: [Argument<Self>] {
    [
      .positional("name", to: \.report, help: "The report.").completing(.reports),
      .group(\.pager),
      .group(\.library),
    ]
  }

  func run(in console: Console) async throws -> Outcome {
    let report = try library.library(in: console).definition(named: report)
    var text = "\(report.title)\n"
    if !report.summary.isEmpty { text += "\(report.summary)\n" }
    text += "\nfile: \(report.file)\n"
    for parameter in report.parameters {
      let fallback = parameter.defaultValue.map { ", default \($0)" } ?? ", needed"
      text += "parameter \(parameter.name): \(parameter.kind.rawValue)\(fallback)\n"
    }
    for block in report.blocks {
      text += "\nblock \(block.name) (\(block.presentation.rawValue)): \(block.title)\n"
      text += block.sql.split(separator: "\n").map { "  \($0)\n" }.joined()
    }
    try console.output.write(TerminalText.safeLines(text))
    return .done
  }
}
