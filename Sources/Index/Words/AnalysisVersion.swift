internal import Circuit
public import Text

/// What made the words of an index: a file with another value must be indexed anew before it is written.
///
/// A delete from the full-text index replays the words as they were, so rules that changed would leave ghosts.
public enum AnalysisVersion {
  /// The rules of this program: its scope terms, the text analysis, the rich-text conversion, and the stems.
  ///
  /// - Parameter languages: The languages whose stems stand beside the words.
  /// - Returns: The value for an index with these languages.
  public static func current(with languages: Languages) -> String {
    let rules = "terms 1; text \(Analyzer.version); rich text \(RichText.version)"
    return languages.isEmpty ? rules : "\(rules); stems \(languages.version)"
  }
}
