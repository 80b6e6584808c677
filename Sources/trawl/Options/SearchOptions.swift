import Arguments
import Output
import Search

/// What `search` and `query run` have in common: everything but the query itself.
struct SearchOptions: OptionGroup {
  var order: SearchOrder?
  var limit: Int?
  var isAll = false
  var cursor: String?
  var isCount = false
  var isExplain = false
  var timeout: Arguments.TimeSpan?
  var isExhaustive = false
  var settings: [Setting] = []
  var scoping = ScopeOptions()
  var gathering = GatheringOptions()
  var filters = FilterOptions()
  var output = SearchOutputOptions()
  var library = QueryLibraryOptions()
  var global = GlobalOptions()

  static var arguments: [Argument<Self>] {
    [
      .option(
        "--sort",
        to: \.order,
        value: "order",
        help: "Which hits come first; without it the newest, or what a saved query says."
      ),
      .flag(
        "--exhaustive",
        to: \.isExhaustive,
        help: """
          Look at everything, however long that takes: by relevance compare all matches, not only the \
          newest; for sub: and exact: read all texts.
          """
      ),
      .option(
        "-n",
        "--limit",
        to: \.limit,
        in: 1...Int.max,
        value: "count",
        help: "Most hits to give; without it 20, or what a saved query says."
      ),
      .flag("--all", to: \.isAll, help: "Give all hits there are."),
      .option(
        "--cursor",
        to: \.cursor,
        value: "cursor",
        help: "Go on where an answer ended, with the cursor it gave."
      ),
      .flag("--count", to: \.isCount, help: "Print how many hits there are, exactly."),
      .flag("--explain", to: \.isExplain, help: "Print how the query is read and answered."),
      .option(
        "--timeout",
        to: \.timeout,
        value: "time",
        help: "Stop after so long, such as 500ms or 2s, with what has been found; exit status 3."
      ),
      .option(
        "--set",
        to: \.settings,
        value: "name=value",
        help: "Set what a saved query leaves open; 'trawl query list' shows its parameters."
      ),
      .group(\.scoping),
      .group(\.gathering),
      .group(\.filters),
      .group(\.output),
      .group(\.library),
      .group(\.global),
    ]
  }

  /// How many hits where nothing is said.
  static let defaultLimit = 20

  /// Refuses what makes no sense together in a batch, where a line can hold everything but rows.
  ///
  /// - Throws: `UsageError`.
  func validateForBatch() throws(UsageError) {
    let excluded = [
      (cursor != nil, "--cursor"), (gathering.grouping != nil, "--group"),
      (gathering.hidesHits, "--no-hits"),
      (output.isFormatGiven && output.format != .ndjson, "--format \(output.format.rawValue)"),
    ]
    for (isGiven, name) in excluded where isGiven { throw UsageError(.conflict("--batch", name)) }
    try validateOrder()
  }

  private func validateOrder() throws(UsageError) {
    if isAll, limit != nil { throw UsageError(.conflict("--all", "--limit")) }
  }

  /// Refuses what makes no sense together.
  ///
  /// - Throws: `UsageError`.
  func validate() throws(UsageError) {
    try output.validate()
    try validateOrder()
    try gathering.validate(with: output)
    if isCount, isExplain { throw UsageError(.conflict("--count", "--explain")) }
    for (isGiven, name) in [
      (isAll, "--all"), (limit != nil, "--limit"), (cursor != nil, "--cursor"),
    ]
    where isGiven && (isCount || isExplain) {
      throw UsageError(.conflict(isCount ? "--count" : "--explain", name))
    }
    if isCount || isExplain, let other = gathering.given.first {
      throw UsageError(.conflict(isCount ? "--count" : "--explain", other))
    }
    if gathering.grouping != nil {
      if isExhaustive { throw UsageError(.conflict("--group", "--exhaustive")) }
      if let order, ![.newest, .oldest].contains(order) {
        throw UsageError(.conflict("--group", "--sort \(order.rawValue)"))
      }
    }
    let countFormats: [SearchFormat] = [.table, .json, .ndjson, .csv]
    if isCount, !countFormats.contains(output.format) {
      throw UsageError(.conflict("--count", "--format \(output.format.rawValue)"))
    }
  }
}
