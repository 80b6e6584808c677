import Testing
import Text

@Suite struct AnalyzerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let rendering: String
    var testDescription: String { text }

    init(_ text: String, _ rendering: String) {
      self.text = text
      self.rendering = rendering
    }
  }

  @Test(arguments: [
    Case("", ""),
    Case("!!! ... --- \n\t", ""),
    Case("Hello, World", "hello world"),
    Case("don't it’s foo_bar", "don t it s foo bar"),
    Case("node.js user@host foo-bar/baz", "node js user host foo bar baz"),
    Case("3.40 12:30", "3 40 12 30"),
    Case("gen中文 x日y", "gen 中文 文 x 日 y"),
    Case("東京タワー", "東京 京タ タワ ワー ー"),
    Case("人々", "人々 々"),
    Case("한국어 좋아", "한국 국어 어 좋아 아"),
    Case("ไทย", "ไท ทย ย"),
    Case("ㅋㅋㅠㅠ", "ㅋㅋ ㅋㅠ ㅠㅠ ㅠ"),
    Case("okay👍🏽👍!", "okay 👍 👍"),
    Case("👨‍👩‍👧 ❤️ 🇵🇹", "👨 👩 👧 ❤ 🇵 🇹"),
    Case("5½ ŉx ㈱x x㍙ 4℃x", "5 1 2 n x 株 x x 1 点 4 ° c x"),
    Case("Foo™ Bar® 1️⃣ 20°", "foo ™ bar ® 1 20 °"),
    Case("├──┤ ▓▓ \u{FFFD}", ""),
    Case("a\u{0}b\u{7F}c", "a b c"),
    Case("´abc ̈x", "abc x"),
  ])
  func splitsTextIntoPositions(_ example: Case) {
    #expect(AnalyzedText(example.text).rendering == example.rendering)
  }

  @Test(arguments: [
    Case("C++", "c|c++"),
    Case("(c++), C+ and c++.", "c|c++ c|c+ and c|c++"),
    Case("c++++", "c|c++"),
    Case("C# F# notepad++", "c|c# f|f# notepad|notepad++"),
    Case("C++17 C#8 PR#12", "c|c++ 17 c|c# 8 pr 12"),
    Case("a+b a++b a#b 1+2", "a b a b a b 1 2"),
    Case("#tag @name x#tag x@name", "tag|#tag name|@name x tag x name"),
    Case("##tag @@name #5", "tag|#tag name|@name 5|#5"),
    Case("#c++", "c|c++|#c|#c++"),
    Case("#foo_bar", "foo|#foo bar"),
    Case("#東京都 #日", "東京|#東京 京都 都 日|#日"),
    Case("＃全角 ｃ＋＋", "全角|#全角 角 c|c++"),
    Case(".NET (.net) asp.net ..net ...net", "net|.net net|.net asp net net net"),
    Case(".5 .a end. Next", "5 a end next"),
    Case("#\u{200B}tag c\u{00AD}++", "tag|#tag c|c++"),
    Case("# tag @ name", "tag name"),
  ])
  func keepsSymbolsThatBelongToWords(_ example: Case) {
    #expect(AnalyzedText(example.text).rendering == example.rendering)
  }

  @Test func namesItsUnicodeVersion() {
    #expect(Analyzer.version.contains("unicode-1"))
  }

  @Test func givesByteRangesOfTheSource() {
    let text = "Größe e\u{0301}te\u{0301}. 東京 #Tag C++"
    let bytes = Array(text.utf8)
    let words = AnalyzedText(text).tokens.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(
      words == ["Größe", "e\u{0301}te\u{0301}", "東京", "京", "Tag", "#Tag", "C", "C++"]
    )
  }

  @Test func stopsWhenTold() {
    for text in ["one two three", "東京都京", "c++ d++", "é è ê"] {
      for limit in 1...2 {
        var seen = 0
        Array(text.utf8).withUnsafeBufferPointer { buffer in
          Analyzer().analyze(buffer) { _ in
            seen += 1
            return seen < limit
          }
        }
        #expect(seen == limit)
      }
    }
  }

  @Test func takesNothingFromNothing() {
    Analyzer().analyze(UnsafeBufferPointer(start: nil, count: 0)) { _ in
      Issue.record("a token of nothing")
      return true
    }
  }

  @Test(arguments: [70, 1 << 20], ["x", "é", "ж", "क", "𝒳"])
  func cutsLongWordsAtAScalar(count: Int, letter: String) {
    let analyzer = Analyzer()
    let text = AnalyzedText(String(repeating: letter, count: count) + " end", analyzer)
    let unit = AnalyzedText(letter, analyzer).tokens[0].bytes
    #expect(text.tokens.count == 2)
    #expect(text.tokens[0].bytes.count == 64 / unit.count * unit.count)
    #expect(text.tokens[0].range.count == count * letter.utf8.count)
    #expect(text.contains(analyzer.phrase(of: String(repeating: letter, count: count))))
    #expect(text.contains(analyzer.prefix(of: String(repeating: letter, count: 66))))
  }
}
