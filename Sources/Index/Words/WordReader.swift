internal import Text

/// What makes words of items: dear to make, so that it is lent from batch to batch.
final class WordReader {
  /// Texts and scope terms.
  let words = ItemWords()
  private var made: (languages: Languages, analyzer: Analyzer)?

  /// The analyzer of texts in some languages.
  func analyzer(for languages: Languages) -> Analyzer {
    if let made, made.languages == languages { return made.analyzer }
    let analyzer = Analyzer(languages: languages)
    made = (languages, analyzer)
    return analyzer
  }
}
