import Arguments

extension Trawl {
  /// How a command's process ends, as `Outcome` has it.
  static let statuses: [Manual.Entry] = [
    .init("0", "done"),
    .init("1", "nothing found or a check failed"),
    .init("2", "bad usage or query"),
    .init("3", "partial: something is missing and was named"),
    .init("4", "failed"),
  ]

  /// What the man page says beside the commands.
  static let manual = Manual(
    description: """
      Trawl brings a team-chat tenant (Unify Circuit, REST API v2) into one SQLite file, by its API or \
      from an archive, and answers from that file: searches across every conversation, reports of \
      activity, and the flagged items of the whole tenant.

      Results go to standard output, all else to standard error. A run has one time zone, for \
      filtering and for showing. Times in JSON and NDJSON are ms since 1970 UTC, as the API has them; \
      in CSV they are ISO 8601. Answers that are longer than the screen of a terminal go through a pager.
      """,
    statuses: statuses,
    environment: [
      .init("TRAWL_DB", "The index when --db does not name one."),
      .init("TRAWL_TIMEZONE", "The zone when --timezone does not name one; UTC without it."),
      .init(
        "TRAWL_PAGER, PAGER",
        "The pager for a terminal, the first that is set; 'less -FRX' without them. Empty, or cat: none."
      ),
      .init("NO_COLOR", "When not empty, nothing is coloured or emphasized."),
      .init("COLUMNS, LINES", "The size of the terminal, where it is to be another than its own."),
      .init(
        "XDG_DATA_HOME, XDG_CONFIG_HOME",
        "Where the user's data and configuration lie; ~/.local/share and ~/.config without them."
      ),
      .init("https_proxy", "The proxy for the API."),
    ],
    files: [
      .init("~/.local/share/trawl/trawl.db", "The index."),
      .init("~/.config/trawl/queries/*.query", "The user's saved queries."),
      .init("~/.local/share/trawl/reports/*.md", "The user's reports."),
      .init("PREFIX/share/trawl/queries, PREFIX/share/trawl/reports", "Those that are installed."),
    ]
  )
}
