import Arguments
import Search

/// What is asked: words, the saved query they narrow if any, and the filters of options.
struct Question {
  /// What was typed.
  let words: String
  /// The saved query that was named.
  var saved: SavedQuery?
  /// What the words look for, where they do not say it themselves.
  var scope: SearchScope?
  /// What the places that the saved query leaves open are to be.
  var settings: [Setting] = []
  /// What options say.
  var filters = FilterOptions()

  /// What is asked, with what options say.
  init(words: String, saved: SavedQuery? = nil, _ options: SearchOptions) {
    self.words = words
    self.saved = saved
    scope = options.scoping.scope
    settings = options.settings
    filters = options.filters
  }

  /// What is asked, narrowed by filters alone.
  init(words: String, filters: FilterOptions) {
    self.words = words
    self.filters = filters
  }

  /// The order of the answer: what an option says, else what the saved query says.
  func order(_ options: SearchOptions) -> SearchOrder {
    options.order ?? saved?.order ?? .newest
  }

  /// How many hits: what an option says, else what the saved query says.
  func limit(_ options: SearchOptions) -> Int {
    options.limit ?? saved?.limit ?? SearchOptions.defaultLimit
  }

  /// The query in one text, for answers to repeat.
  var text: String {
    guard let savedText else { return words }
    return words.isEmpty ? savedText : "(\(savedText)) \(words)"
  }

  /// The saved query with its settings; as it is written where they are wrong, which reading it tells.
  private var savedText: String? {
    guard let saved else { return nil }
    return (try? saved.query(setting: Setting.values(settings))) ?? saved.query
  }

  /// Reads all of it.
  ///
  /// - Parameter clock: The moment and the zone in which dates are read.
  /// - Returns: The saved query and the words and the filters.
  /// - Throws: `QueryFailure`, `SavedQueryError`, `UsageError` for a setting without a saved query.
  func query(at clock: LocalClock) throws -> Query {
    let nodes = try filters.nodes(at: clock)
    guard let saved else {
      if !settings.isEmpty { throw UsageError(.needs("--set", "a saved query")) }
      let query = try parse(words, at: clock, scope: scope)
      return try QueryFailure.pointing(at: nil) { try query.narrowed(by: nodes) }
    }
    let text = try saved.query(setting: Setting.values(settings))
    let query = try QueryFailure.pointing(at: text, place: place) {
      try Query(parsing: text, at: clock, scope: scope)
    }
    let more = try parse(words, at: clock, scope: query.scope)
    return try QueryFailure.pointing(at: nil) {
      try query.narrowed(by: more).narrowed(by: nodes)
    }
  }

  /// What the ranges of errors that show only in the index refer to; nil where the parts are several.
  var pointedText: String? {
    guard let savedText else { return words }
    return words.isEmpty ? savedText : nil
  }

  /// Where the saved query stands.
  var place: String? { saved.map { "\($0.file):\($0.queryLine)" } }

  private func parse(
    _ text: String,
    at clock: LocalClock,
    scope: SearchScope?
  ) throws -> Query {
    try QueryFailure.pointing(at: text) { try Query(parsing: text, at: clock, scope: scope) }
  }
}
