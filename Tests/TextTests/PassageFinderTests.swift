import TestSupport
import Testing
import Text

@Suite struct PassageFinderTests {
  private let analyzer = Analyzer()

  @Test(arguments: [
    ("error", "an Error here", "an [Error] here"),
    ("type check", "type\n\n check; check type", "[type check]; check type"),
    ("node.js", "Node.js and node", "[Node.js] and node"),
    ("c++", "c and C++!", "c and [C++]!"),
    ("東京都", "明日は東京都庁で", "明日は[東京都]庁で"),
    ("京", "東京へ", "東[京へ]"),
    ("gross", "die Größe", "die Größe"),
    ("größe", "die Gro\u{0308}ße", "die [Gro\u{0308}ße]"),
    ("!!!", "  wow!!!  ", "wow!!!"),
    ("a b", "a a b a b", "a [a b] [a b]"),
    ("a a", "a a a", "[a a a]"),
    ("x", "", ""),
  ])
  func marksWhatMatched(_ query: String, _ text: String, _ expected: String) {
    let finder = PassageFinder(phrases: [analyzer.phrase(of: query)])
    #expect(render(finder.snippet(of: text, with: analyzer)) == expected)
  }

  @Test func marksPrefixesAndSeveralPhrases() {
    let phrases = [analyzer.prefix(of: "imp"), analyzer.phrase(of: "later")]
    let finder = PassageFinder(phrases: phrases)
    let snippet = finder.snippet(of: "Import now, improve later", with: analyzer)
    #expect(render(snippet) == "[Import] now, [improve] [later]")
  }

  @Test func marksInflectionsAndPieces() {
    let analyzer = Analyzer(languages: Languages([.english, .german]))
    let finder = PassageFinder(
      phrases: [analyzer.inflections(of: "report"), analyzer.phrase(of: "ships")],
      fragments: [TextFragment("ver-fl", with: analyzer)]
    )
    let text = "Reports were reported: ship, ships, Cover-Flow"
    let expected = "[Reports] were [reported]: ship, [ships], Co[ver-Fl]ow"
    #expect(render(finder.snippet(of: text, with: analyzer)) == expected)
  }

  @Test func prefersMorePhrasesThenMoreMatchesThenTheEarlier() {
    let gap = String(repeating: "filler word ", count: 30)
    let phrases = [analyzer.phrase(of: "alpha"), analyzer.phrase(of: "beta")]
    let finder = PassageFinder(phrases: phrases, length: 40)
    let both = "alpha alpha alpha \(gap) alpha beta \(gap) alpha beta alpha \(gap) beta beta alpha"
    #expect(render(finder.snippet(of: both, with: analyzer)).contains("[alpha] [beta] [alpha]"))
    let one = "beta \(gap) beta beta \(gap) beta beta"
    let snippet = finder.snippet(of: one, with: analyzer)
    #expect(snippet.marks.count == 2)
    #expect(snippet.isCutBefore && snippet.isCutAfter)
  }

  /// The best passage, not the first.
  @Test func aPassageWithBothWordsBeatsEarlierOnesWithOne() {
    let gap = String(repeating: "filler word ", count: 30)
    let phrases = [analyzer.phrase(of: "alpha"), analyzer.phrase(of: "beta")]
    let finder = PassageFinder(phrases: phrases, length: 40)
    for lone in ["alpha", "beta", "alpha alpha alpha alpha"] {
      let text = "\(lone) \(gap) \(lone) \(gap) some beta next to alpha here \(gap) \(lone)"
      let snippet = render(finder.snippet(of: text, with: analyzer))
      #expect(snippet.contains("[beta] next to [alpha]"), "\(snippet)")
    }
  }

  /// Words that stand apart are worth less than the phrase that was asked for.
  @Test func theWholePhraseComesBeforeItsWords() {
    let gap = String(repeating: "filler word ", count: 30)
    let phrases = [analyzer.phrase(of: "needs attention")]
    let finder = PassageFinder(phrases: phrases, length: 40)
    let text = "attention: it needs work \(gap) this needs attention now \(gap) needs more"
    let snippet = render(finder.snippet(of: text, with: analyzer))
    #expect(snippet.contains("this [needs attention] now"), "\(snippet)")
    let both = PassageFinder(phrases: phrases + [analyzer.phrase(of: "work")], length: 40)
    let mixed = "work work work \(gap) it needs attention, hard work \(gap) work"
    #expect(
      render(both.snippet(of: mixed, with: analyzer)).contains("[needs attention], hard [work]")
    )
  }

  @Test func wordsSideBySideComeBeforeThoseApart() {
    let gap = String(repeating: "filler word ", count: 30)
    let phrases = [analyzer.phrase(of: "release"), analyzer.phrase(of: "notes")]
    let finder = PassageFinder(phrases: phrases, length: 40)
    let text =
      "notes of the last release \(gap) see the release notes for it \(gap) release of notes"
    let snippet = render(finder.snippet(of: text, with: analyzer))
    #expect(snippet.contains("the [release] [notes] for"), "\(snippet)")
  }

  @Test func showsTheBeginningWhenNothingMatches() {
    let text = "The quick brown fox jumps over the lazy dog"
    let finder = PassageFinder(phrases: [analyzer.phrase(of: "zebra")], length: 12)
    #expect(
      finder.snippet(of: text, with: analyzer) == Snippet(text: "The quick…", isCutAfter: true)
    )
    let whole = PassageFinder(phrases: []).snippet(of: text, with: analyzer)
    #expect(whole == Snippet(text: text))
  }

  @Test func cutsOnWordsAndKeepsToItsLength() {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<500 {
      let text = TextCleaning.clean(RandomText.text(pieces: 60, using: &generator))
      let tokens = AnalyzedText(text, analyzer).tokens
      guard let token = tokens.randomElement(using: &generator) else { continue }
      let word = String(decoding: Array(text.utf8)[token.range], as: UTF8.self)
      let phrase = analyzer.phrase(of: word)
      let length = Int.random(in: 20...80, using: &generator)
      let finder = PassageFinder(phrases: [phrase], length: length)
      let snippet = finder.snippet(of: text, with: analyzer)
      #expect(!snippet.marks.isEmpty, "\(word.debugDescription) in \(text.debugDescription)")
      #expect(snippet.text.unicodeScalars.count <= length + 2)
      var end = 0
      for mark in snippet.marks {
        #expect(mark.lowerBound >= end && mark.upperBound <= snippet.text.utf8.count)
        end = mark.upperBound
        let marked = String(decoding: Array(snippet.text.utf8)[mark], as: UTF8.self)
        let isFound = AnalyzedText(marked, analyzer).contains(phrase)
        // A word longer than the passage is cut.
        let isCut = mark.upperBound == snippet.text.utf8.count - 3 && snippet.isCutAfter
        #expect(isFound || isCut, "\(marked.debugDescription) for \(word.debugDescription)")
      }
      let inside = snippet.text.utf8
        .dropFirst(snippet.isCutBefore ? 3 : 0).dropLast(snippet.isCutAfter ? 3 : 0)
      #expect(contains(flat(text).utf8, inside))
    }
  }

  @Test func staysWholeOnAnyBytes() {
    var generator = SeededGenerator(seed: 10)
    for _ in 0..<500 {
      let bytes = RandomText.brokenBytes(pieces: 30, using: &generator)
      let word = RandomText.pieces.randomElement(using: &generator) ?? ""
      let finder = PassageFinder(phrases: [analyzer.phrase(of: word)], length: 15)
      let snippet = bytes.withUnsafeBufferPointer { finder.snippet(of: $0, with: analyzer) }
      #expect(snippet.text.utf8.allSatisfy { $0 >= 0x20 })
    }
  }

  @Test(arguments: ["x", "word ", "日", "か\u{3099}", "\u{200B}", " ", "#+", "👍"])
  func isBoundedOnHugeTexts(_ unit: String) {
    let text = String(repeating: unit, count: (1 << 20) / unit.utf8.count)
    let phrases = [analyzer.phrase(of: unit), analyzer.prefix(of: "w")]
    let snippet = PassageFinder(phrases: phrases, length: 100).snippet(of: text, with: analyzer)
    #expect(snippet.text.unicodeScalars.count <= 300)
  }

  private func render(_ snippet: Snippet) -> String {
    var bytes = Array(snippet.text.utf8)
    for mark in snippet.marks.reversed() {
      bytes.insert(UInt8(ascii: "]"), at: mark.upperBound)
      bytes.insert(UInt8(ascii: "["), at: mark.lowerBound)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func contains(_ text: String.UTF8View, _ part: Substring.UTF8View) -> Bool {
    text.indices.contains { text[$0...].starts(with: part) }
  }

  /// White space as single spaces.
  private func flat(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value > 0x20 {
        result.append(scalar)
      } else if result.last != " " {
        result.append(" ")
      }
    }
    return String(result)
  }
}
