import Search

/// What is asked: words, the saved query they narrow if any, and the filters of options.
struct Question {
  /// What was typed.
  let words: String
  /// The saved query that was named.
  var saved: SavedQuery?
  /// What the words look for, where they do not say it themselves.
  var scope: SearchScope?
  /// What options say.
  var filters = FilterOptions()

  /// The query in one text, for answers to repeat.
  var text: String {
    guard let saved else { return words }
    return words.isEmpty ? saved.query : "(\(saved.query)) \(words)"
  }

  /// Reads all of it.
  ///
  /// - Parameter clock: The moment and the zone in which dates are read.
  /// - Returns: The saved query and the words and the filters.
  /// - Throws: `QueryFailure`.
  func query(at clock: LocalClock) throws -> Query {
    let nodes = try filters.nodes(at: clock)
    guard let saved else {
      let query = try parse(words, at: clock, scope: scope)
      return try QueryFailure.pointing(at: nil) { try query.narrowed(by: nodes) }
    }
    let query = try QueryFailure.pointing(at: saved.query, place: place) {
      try Query(parsing: saved.query, at: clock, scope: scope)
    }
    let more = try parse(words, at: clock, scope: query.scope)
    return try QueryFailure.pointing(at: nil) {
      try query.narrowed(by: more).narrowed(by: nodes)
    }
  }

  /// What the ranges of errors that show only in the index refer to; nil where the parts are several.
  var pointedText: String? {
    guard let saved else { return words }
    return words.isEmpty ? saved.query : nil
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
