import Arguments
import Output

/// What every command that reads or writes the index knows.
struct GlobalOptions: OptionGroup {
  var database: FileArgument?
  var zone: Zone?

  static var arguments: [Argument<Self>] {
    [
      .section(
        "Index and time",
        [
          .option(
            "--db",
            to: \.database,
            value: "path",
            help: "The index. (default: $TRAWL_DB, else trawl/trawl.db in the XDG data folder)"
          ),
          .option(
            "--timezone",
            to: \.zone,
            value: "zone",
            help: "The zone for filtering and showing. (default: $TRAWL_TIMEZONE, else UTC)"
          ),
        ]
      )
    ]
  }

  /// The index's path: `--db`, else `TRAWL_DB`, else a file in the user's data folder.
  ///
  /// - Throws: `UsageError` when none of them is known.
  func databasePath(in console: Console) throws(UsageError) -> String {
    let environment = console.environment
    if let database { return database.path }
    if let path = environment["TRAWL_DB"], !path.isEmpty { return path }
    // Paths that are not absolute are to be ignored, says the XDG Base Directory Specification.
    if let folder = environment["XDG_DATA_HOME"], folder.hasPrefix("/") {
      return "\(folder)/trawl/trawl.db"
    }
    guard let home = environment["HOME"], !home.isEmpty else {
      throw UsageError(.missingArgument("--db <path>"))
    }
    return "\(home)/.local/share/trawl/trawl.db"
  }

  /// The run's time zone: `--timezone`, else `TRAWL_TIMEZONE`, else UTC.
  ///
  /// - Throws: `UsageError` when the environment names no zone.
  func timeZone(in console: Console) throws(UsageError) -> Zone {
    if let zone { return zone }
    guard let name = console.environment["TRAWL_TIMEZONE"], !name.isEmpty else { return .utc }
    do {
      return try Zone(argument: name)
    } catch {
      throw UsageError(
        .invalidValue(argument: "TRAWL_TIMEZONE", word: name, reason: error),
        suggestion: error.suggestion
      )
    }
  }
}
