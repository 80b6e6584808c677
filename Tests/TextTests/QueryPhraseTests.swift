import Testing
import Text

@Suite struct QueryPhraseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let query: String
    let phrase: String
    let prefix: String
    var testDescription: String { query }

    init(_ query: String, _ phrase: String, prefix: String) {
      self.query = query
      self.phrase = phrase
      self.prefix = prefix
    }
  }

  @Test(arguments: [
    Case("", "", prefix: ""),
    Case("!!!", "", prefix: ""),
    Case("Word", "word", prefix: "word*"),
    Case("don't", "don t", prefix: "don t*"),
    Case("node.js", "node js", prefix: "node js*"),
    Case("C++", "c++", prefix: "c++*"),
    Case("C++17", "c++ 17", prefix: "c++ 17*"),
    Case("#tag now", "#tag now", prefix: "#tag now*"),
    Case(".NET", ".net", prefix: ".net*"),
    Case("東", "東*", prefix: "東*"),
    Case("東京", "東京", prefix: "東京"),
    Case("東京都", "東京 京都", prefix: "東京 京都"),
    Case("東京 foo", "東京 京 foo", prefix: "東京 京 foo*"),
    Case("foo 東京", "foo 東京", prefix: "foo 東京"),
    Case("3月", "3 月*", prefix: "3 月*"),
    Case("3月5日に", "3 月 5 日に", prefix: "3 月 5 日に"),
    Case("#東京", "#東京", prefix: "#東京"),
    Case("#日", "#日*", prefix: "#日*"),
    Case("👍", "👍", prefix: "👍"),
  ])
  func looksForTheMostSpecificTokens(_ example: Case) {
    let analyzer = Analyzer()
    #expect(render(analyzer.phrase(of: example.query)) == example.phrase)
    #expect(render(analyzer.prefix(of: example.query)) == example.prefix)
  }

  @Test(arguments: [
    ("C++", "I like C++, C and Rust", true), ("C++", "I like C", false),
    ("C", "I like C++", true), ("C#", "C++ or C", false), ("C++", "since C++17", true),
    ("#tag", "a #Tag here", true), ("#tag", "a tag here", false), ("tag", "a #tag", true),
    ("@ana", "ping @Ana!", true), ("@ana", "ana", false), (".net", "(.NET 8)", true),
    (".net", "the net", false), ("node.js", "Node.JS rocks", true),
    ("node.js", "node or js", false),
    ("東京", "明日は東京都で", true), ("京東", "東京東", true), ("京東", "東京", false),
    ("京", "東京", true), ("東 京", "東京", false), ("strasse", "Hauptstraße", false),
    ("ｶﾞ", "がんばれ ガンバレ", true), ("👍", "super 👍🏽👍🏽", true), ("ㅠㅠ", "ㅋㅋㅠㅠ", true),
  ])
  func findsWhatIsMeant(_ query: String, _ text: String, _ isFound: Bool) {
    let analyzer = Analyzer()
    #expect(AnalyzedText(text, analyzer).contains(analyzer.phrase(of: query)) == isFound)
  }

  @Test(arguments: ["i", "im", "imp", "imports", "東", "c", "c+", "#t", "grö"])
  func findsPrefixes(_ query: String) {
    let analyzer = Analyzer()
    let text = AnalyzedText("imports to 京東京 in C++ with #tag and Größe", analyzer)
    #expect(text.contains(analyzer.prefix(of: query)))
    #expect(!text.contains(analyzer.prefix(of: query + "q")))
  }

  private func render(_ phrase: QueryPhrase) -> String {
    phrase.tokens.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      + (phrase.isPrefix ? "*" : "")
  }
}
