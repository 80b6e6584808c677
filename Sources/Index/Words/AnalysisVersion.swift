internal import Circuit
internal import Text

/// What made the words of an index: a file with another value must be indexed anew before it is written.
///
/// A delete from the full-text index replays the words as they were, so rules that changed would leave ghosts.
public enum AnalysisVersion {
  /// The rules of this program: its scope terms, the text analysis and the rich-text conversion.
  public static let current = "terms 1; text \(Analyzer.version); rich text \(RichText.version)"
}
