import Arguments
import Output

/// How `search` prints what it finds: as any command prints rows, or as the platform would answer.
enum SearchFormat: String, ArgumentValue, CaseIterable {
  case table, json, ndjson, csv, markdown, ids
  /// The API's `ConversationSearchResult`.
  case circuit

  /// The format of rows; nil for what has a shape of its own.
  var rows: OutputFormat? { OutputFormat(rawValue: rawValue) }
}

/// How a search prints what it finds.
struct SearchOutputOptions: OptionGroup {
  /// What `--format` says.
  var given: SearchFormat?
  var isRaw = false
  var pager = PagerOptions()

  static var arguments: [Argument<Self>] {
    [
      .section(
        "Output",
        [
          .option(
            "-f",
            "--format",
            to: \.given,
            value: "format",
            help: """
              How to print rows, a table unless a saved query says otherwise; circuit is the shape of \
              the API's search_conversations.
              """
          ),
          .flag("--raw", to: \.isRaw, help: "Leave CSV cells that a spreadsheet would run."),
          .group(\.pager),
        ]
      )
    ]
  }

  /// How to print; a table where nothing is said.
  var format: SearchFormat { given ?? .table }

  /// Whether `--format` is given.
  var isFormatGiven: Bool { given != nil }

  /// Refuses `--raw` where it means nothing.
  ///
  /// - Throws: `UsageError`.
  func validate() throws(UsageError) { try rows.validate() }

  /// The same for what prints rows.
  var rows: OutputOptions { OutputOptions(format: format.rows ?? .json, isRaw: isRaw) }
}
