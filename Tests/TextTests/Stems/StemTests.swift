import TestSupport
import Testing

@testable import Text

@Suite struct StemTests {
  private static let words: [Language: [String]] = [
    .english: [
      "report", "reports", "reported", "reporting", "reporter", "ship", "ships", "shipping",
      "shipped", "shipment", "university", "universities", "universe", "happy", "happiness",
      "generic", "general", "was", "is", "run", "running", "ran", "die", "dying", "news", "new",
    ],
    .german: [
      "Bericht", "Berichte", "Berichten", "berichten", "berichtet", "Haus", "Häuser", "Häusern",
      "Straße", "Straßen", "Strasse", "muss", "müssen", "über", "groß", "größer", "und", "Hund",
      "Hunde", "Verfassung", "Verfassungen", "Bundesverfassungsgericht",
      "Bundesverfassungsgerichts",
    ],
    .russian: [
      "отчёт", "отчёты", "отчётов", "корабль", "корабли", "новый", "новая", "новые", "report",
    ],
  ]

  private static let inLanguages: [Languages] = [
    Languages([.english]), Languages([.german]), Languages([.german, .english]),
    Languages([.german, .english, .russian]),
  ]

  @Test(arguments: [
    ("de", "die Berichte der Häuser", "die berichte|~debericht der hauser|~dehaus"),
    ("en", "Reports!", "reports|~enreport"),
    ("de,en", "running", "running|~enrun"),
    ("de,en", "reporting reports", "reporting|~enreport reports|~dereport|~enreport"),
    ("en", "#reports @shipped c++", "reports|~enreport|#reports shipped|~enship|@shipped c|c++"),
    ("en", "v2s as 東京", "v2s as 東京 京"),
    ("none", "reports", "reports"),
  ])
  func stemsStandBesideTheirWords(_ languages: String, _ text: String, _ expected: String) throws {
    let analyzer = Analyzer(languages: try #require(Languages(languages)))
    #expect(AnalyzedText(text, analyzer).rendering == expected)
  }

  @Test func aStemLiesWhereItsWordLies() {
    let tokens = AnalyzedText("two reports", Analyzer(languages: Languages([.english]))).tokens
    #expect(tokens.map(\.text) == ["two", "reports", "~enreport"])
    #expect(tokens.map(\.range) == [0..<3, 4..<11, 4..<11])
    #expect(tokens.map(\.isColocated) == [false, false, true])
  }

  /// A plain word finds exactly the words that share a stem with it in one of the languages.
  @Test(arguments: inLanguages)
  func aPlainWordFindsWhatSharesAStemWithIt(_ languages: Languages) {
    let analyzer = Analyzer(languages: languages)
    let stemmers = languages.all.compactMap(Stemmer.init)
    let words = Self.words.values.flatMap(\.self).map { word in
      (
        word: word, folded: analyzer.phrase(of: word), text: AnalyzedText("a \(word), b", analyzer),
        stems: stemmers.map { $0.stem(of: analyzer.phrase(of: word).tokens[0]) }
      )
    }
    for wanted in words {
      let phrase = analyzer.inflections(of: wanted.word)
      #expect(phrase.inflections.count <= 2 * languages.all.count)
      for word in words {
        let isFound = phrase.variants.contains { word.text.contains($0) }
        let isMeant = zip(wanted.stems, word.stems).contains { $0 == $1 }
        #expect(isFound == isMeant, "\(wanted.word) and \(word.word)")
        #expect(word.text.contains(wanted.folded) == (word.folded == wanted.folded))
      }
    }
  }

  @Test(arguments: [
    "", "!!!", "v2", "2026", "C++", "#reports", "node.js", "two words", "foo_bar", "it", "東京",
    "👍", String(repeating: "reports", count: 6),
  ])
  func whatIsNotOneWordOfLettersHasNoInflections(_ text: String) {
    let analyzer = Analyzer(languages: Languages([.english, .german]))
    #expect(analyzer.inflections(of: text) == analyzer.phrase(of: text))
    #expect(analyzer.inflections(of: text).variants == [analyzer.phrase(of: text)])
  }

  /// More words than the table has places, most of them more than once.
  @Test func theTableForgetsButNeverErrs() {
    var generator = SeededGenerator(seed: 3)
    let languages = Languages([.english, .german])
    let table = StemTable(languages)
    let stemmers = languages.all.compactMap(Stemmer.init)
    let endings = ["", "s", "ing", "en", "ern", "ed", "est", "ies", "ungen"]
    for _ in 0..<30_000 {
      let letters = (0..<Int.random(in: 1...34, using: &generator)).map { _ in
        UInt8.random(in: UInt8(ascii: "a")...UInt8(ascii: "e"), using: &generator)
      }
      let word = letters + Array((endings.randomElement(using: &generator) ?? "").utf8)
      var found: [[UInt8]] = []
      let isWhole = word.withUnsafeBufferPointer { buffer in
        table.forEachStem(of: buffer) { stem in
          found.append(Array(stem))
          return true
        }
      }
      let expected = stemmers.compactMap { stemmer -> [UInt8]? in
        let stem = stemmer.stem(of: word)
        return stem == word || !StemTable.wordLengths.contains(word.count)
          ? nil : Array("~\(stemmer.language.rawValue)".utf8) + stem
      }
      guard isWhole, found == expected else {
        Issue.record("\(String(decoding: word, as: UTF8.self)): \(found), not \(expected)")
        return
      }
    }
  }

  @Test func stemsChangeNothingElse() {
    var generator = SeededGenerator(seed: 4)
    let plain = Analyzer()
    let stemming = Analyzer(languages: Languages([.english, .german, .russian, .hindi, .arabic]))
    var stream = TokenStream()
    for _ in 0..<1000 {
      let bytes = RandomText.brokenBytes(pieces: 10, using: &generator)
      let tokens = AnalyzedText(bytes, stemming).tokens
      let words = AnalyzedText(bytes, plain).tokens
      #expect(words.allSatisfy { $0.bytes[0] != StemTable.mark })
      #expect(tokens.filter { $0.bytes[0] != StemTable.mark } == words)
      #expect(tokens.allSatisfy { $0.bytes[0] != StemTable.mark || $0.isColocated })
      let range = bytes.withUnsafeBufferPointer { stemming.encode($0, into: &stream) }
      var replayed: [[UInt8]] = []
      stream.forEach(in: range) { token, _ in
        replayed.append(Array(token))
        return true
      }
      #expect(replayed == tokens.map(\.bytes))
    }
  }
}
