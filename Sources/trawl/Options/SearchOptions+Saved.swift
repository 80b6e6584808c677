import Search

extension SearchOptions {
  /// The options with the format that a saved query says, unless an option says another.
  ///
  /// - Throws: `SavedQueryError` when there is no such format.
  func printing(as saved: SavedQuery?) throws(SavedQueryError) -> SearchOptions {
    guard let name = saved?.format, !output.isFormatGiven else { return self }
    guard let format = SearchFormat(rawValue: name) else {
      let known = SearchFormat.allCases.map(\.rawValue)
      throw SavedQueryError(unknownFormat: name, known: known, file: saved?.file)
    }
    var options = self
    options.output.given = format
    return options
  }
}
