import Search

/// A query that cannot be read or answered, with what is needed to point at the place.
struct QueryFailure: Error, Equatable {
  /// What is wrong.
  let error: QueryError
  /// The text that the error's range is in; nil when there is nothing to point at.
  let text: String?
  /// The file and line of a saved query.
  var place: String?

  /// Runs `body`, adding the text to a query's error.
  static func pointing<Result>(
    at text: String?,
    place: String? = nil,
    _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let error as QueryError {
      throw QueryFailure(error: error, text: text, place: place)
    }
  }
}
