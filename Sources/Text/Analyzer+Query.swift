extension Analyzer {
  /// What to look for to find `text` as words: its tokens at successive positions, the most
  /// specific at each.
  ///
  ///     analyzer.phrase(of: "foo_bar").tokens.count   // 2
  ///     analyzer.phrase(of: "!!!").isEmpty            // true
  ///
  /// It is found in every text from which `text` was cut at word boundaries.
  ///
  /// - Parameter text: What a person typed.
  /// - Returns: The phrase; empty when there is nothing in `text` to look for.
  public func phrase(of text: String) -> QueryPhrase {
    collect(text).phrase(isOpen: false)
  }

  /// What to look for to find `text` as a plain word, with its inflections in the analyzer's languages.
  ///
  ///     analyzer.inflections(of: "Berichte")   // "berichte", and what else has the stem "bericht"
  ///
  /// What is not one word of letters (`node.js`, `C++`, `2026`) has none, and is found as `phrase(of:)` finds it.
  ///
  /// - Parameter text: What a person typed.
  /// - Returns: The phrase; empty when there is nothing in `text` to look for.
  public func inflections(of text: String) -> QueryPhrase {
    let found = collect(text)
    var phrase = found.phrase(isOpen: false)
    guard let stems, found.isWord, let word = phrase.tokens.first else { return phrase }
    phrase.inflections = Array(stems.inflections(of: word).dropFirst())
    return phrase
  }

  /// What to look for to find the words that begin as the last one of `text` does.
  ///
  /// - Parameter text: What a person typed, without the asterisk.
  /// - Returns: The phrase; empty when there is nothing in `text` to look for.
  public func prefix(of text: String) -> QueryPhrase {
    collect(text).phrase(isOpen: true)
  }

  private func collect(_ text: String) -> PhraseSink {
    var text = text
    return text.withUTF8 { scan($0, into: PhraseSink()) }
  }
}
