import Arguments

/// How a command prints a summary: for people, or as one JSON document.
enum SummaryFormat: String, ArgumentValue, CaseIterable {
  case table
  case json
}
