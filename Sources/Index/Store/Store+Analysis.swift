package import SQLite
package import Text

/// What an index says of how its words were made.
extension Store {
  /// The languages whose stems stand beside the words.
  ///
  /// - Parameters:
  ///   - connection: A connection to the index.
  ///   - path: The file's path, for the error.
  /// - Returns: The languages.
  /// - Throws: `IndexError.unknownLanguages`, or `SQLiteError`.
  package static func languages(of connection: Connection, path: String) throws -> Languages {
    let stored = try storedLanguages(of: connection)
    guard let languages = Languages(stored) else {
      throw IndexError.unknownLanguages(path: path, file: stored)
    }
    return languages
  }

  private static func storedLanguages(of connection: Connection) throws -> String {
    try connection.text("SELECT value FROM meta WHERE key = 'languages'") ?? "none"
  }

  /// Sets the languages of an index that has no item yet.
  static func choose(_ languages: Languages, on connection: Connection, path: String) throws {
    guard try storedLanguages(of: connection) != languages.description else { return }
    try connection.transaction {
      guard try connection.integer("SELECT EXISTS (SELECT 1 FROM item)") == 0 else {
        throw IndexError.otherLanguages(
          path: path,
          file: try storedLanguages(of: connection),
          asked: languages.description
        )
      }
      try note(languages, on: connection)
    }
  }

  /// Notes what the words are made by from now on.
  static func note(_ languages: Languages, on connection: Connection) throws {
    try connection.run(
      "INSERT OR REPLACE INTO meta(key, value) VALUES ('analysis', ?), ('languages', ?)",
      [.text(AnalysisVersion.current(with: languages)), .text(languages.description)]
    )
  }

  /// The rules that made the words.
  static func storedAnalysis(of connection: Connection) throws -> String {
    try connection.text("SELECT value FROM meta WHERE key = 'analysis'") ?? "none"
  }

  /// - Throws: `IndexError.otherAnalysis` when other rules than `analysis` made the words.
  static func checkAnalysis(
    of connection: Connection,
    is analysis: String,
    path: String
  ) throws {
    let stored = try storedAnalysis(of: connection)
    guard stored == analysis else {
      throw IndexError.otherAnalysis(path: path, file: stored, program: analysis)
    }
  }
}
