import Arguments

/// How a report is written.
enum ReportFormat: String, CaseIterable, ArgumentValue {
  case markdown
  case md
  case csv
  case json
  case html

  /// The format that a file's name asks for.
  init?(fileName: String) {
    let name = fileName.lowercased()
    if name.hasSuffix(".md") || name.hasSuffix(".markdown") {
      self = .markdown
    } else if name.hasSuffix(".csv") {
      self = .csv
    } else if name.hasSuffix(".json") {
      self = .json
    } else if name.hasSuffix(".html") || name.hasSuffix(".htm") {
      self = .html
    } else {
      return nil
    }
  }
}
