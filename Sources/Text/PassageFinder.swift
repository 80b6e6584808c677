/// Chooses the passage of a text that shows best why it was found.
///
///     let finder = PassageFinder(phrases: [analyzer.phrase(of: "rollout")], length: 40)
///     finder.snippet(of: message, with: analyzer)   // "…the Lisbon rollout starts on Monday…"
///
/// The best passage has most of the phrases, then most matches; of these it is the one where they stand
/// closest together, as words asked for side by side are often a phrase, and then the earliest.
public struct PassageFinder: Sendable {
  /// About how many characters (scalars) a passage has.
  public let length: Int

  /// How much of a text is searched for the phrases, in bytes.
  static let byteLimit = 256 * 1024
  /// After how many matches the search ends.
  static let matchLimit = 1000

  private let phrases: [QueryPhrase]
  private let fragments: [TextFragment]

  /// A finder for the texts that one query found.
  ///
  /// - Parameters:
  ///   - phrases: What the query looks for; what it excludes stays out.
  ///   - fragments: The same of pieces of text.
  ///   - length: About how many characters a passage has, at least 1.
  public init(phrases: [QueryPhrase], fragments: [TextFragment] = [], length: Int = 160) {
    self.phrases = phrases
    self.fragments = fragments
    self.length = max(length, 1)
  }

  /// The best passage of `text`, or its beginning when no phrase is in it.
  ///
  /// - Parameters:
  ///   - text: The text, clean as `TextCleaning` makes it; any bytes are safe.
  ///   - analyzer: What the phrases were made with.
  /// - Returns: The passage.
  public func snippet(of text: UnsafeBufferPointer<UInt8>, with analyzer: Analyzer) -> Snippet {
    guard let base = text.baseAddress else { return Snippet(text: "") }
    let found = matches(in: text, with: analyzer)
    let passage = Passage(base, count: text.count, folds: analyzer.scratch.folds)
    let core = best(of: found, within: passage.byteCount(ofScalars: length))
    return passage.snippet(around: core, length: length, marks: merged(found))
  }

  /// The best passage of a string.
  ///
  /// - Parameters:
  ///   - text: The text, clean as `TextCleaning` makes it.
  ///   - analyzer: What the phrases were made with.
  /// - Returns: The passage.
  public func snippet(of text: String, with analyzer: Analyzer) -> Snippet {
    var text = text
    return text.withUTF8 { snippet(of: $0, with: analyzer) }
  }

  /// The matches, by where they begin.
  private func matches(
    in text: UnsafeBufferPointer<UInt8>,
    with analyzer: Analyzer
  ) -> [PhraseMatch] {
    let searched = UnsafeBufferPointer(rebasing: text.prefix(Self.byteLimit))
    var matcher = PhraseMatcher(phrases, matchLimit: Self.matchLimit)
    if !matcher.isIdle {
      analyzer.analyze(searched) { matcher.take($0) }
      matcher.finishPosition()
    }
    var matches = matcher.matches
    if !fragments.isEmpty {
      let folded = FoldedText(searched, folds: analyzer.scratch.folds, keepsSources: true)
      for (index, fragment) in fragments.enumerated() {
        matches += fragment.ranges(in: folded).prefix(Self.matchLimit)
          .map { PhraseMatch(phrase: phrases.count + index, range: $0) }
      }
    }
    return matches.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The stretch of matches, not longer than `limit` bytes unless it is one match, that is worth
  /// most.
  private func best(of matches: [PhraseMatch], within limit: Int) -> Range<Int>? {
    var counts = [Int](repeating: 0, count: phrases.count + fragments.count)
    var kinds = 0
    var first = 0
    // The bytes of the matches between first and last, so that long words are no distance.
    var covered = 0
    var bestWorth = (kinds: 0, matches: 0, closeness: 0)
    var best: Range<Int>?
    for last in matches.indices {
      kinds += counts[matches[last].phrase] == 0 ? 1 : 0
      counts[matches[last].phrase] += 1
      covered += matches[last].range.count
      while first < last, matches[last].range.upperBound - matches[first].range.lowerBound > limit {
        counts[matches[first].phrase] -= 1
        kinds -= counts[matches[first].phrase] == 0 ? 1 : 0
        covered -= matches[first].range.count
        first += 1
      }
      let stretch = matches[first].range.lowerBound..<matches[last].range.upperBound
      let worth = (kinds: kinds, matches: last - first + 1, closeness: covered - stretch.count)
      if worth > bestWorth {
        bestWorth = worth
        best = stretch
      }
    }
    return best
  }

  /// The ranges of the matches, those that overlap made one.
  private func merged(_ matches: [PhraseMatch]) -> [Range<Int>] {
    var marks: [Range<Int>] = []
    for range in matches.lazy.map(\.range) {
      if let last = marks.last, range.lowerBound < last.upperBound {
        marks[marks.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        marks.append(range)
      }
    }
    return marks
  }
}
