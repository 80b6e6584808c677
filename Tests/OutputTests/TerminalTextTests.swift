import Testing

@testable import Output

@Suite struct TerminalTextTests {
  @Test func nothingATerminalActsOnIsLeft() {
    for text in Hostile.texts + Hostile.random(count: 3000) {
      let safe = TerminalText.safe(text)
      #expect(!safe.unicodeScalars.contains(where: Hostile.isDangerous), "\(text.debugDescription)")
      #expect(TerminalText.safe(safe) == safe)
    }
  }

  @Test(arguments: [
    ("a\u{1B}[31mb", "a␛[31mb"), ("a\nb", "a b"), ("a\r\n\r\n\tb", "a b"), ("a  b", "a  b"),
    ("\u{9B}2J", "\u{FFFD}2J"), ("\u{202E}abc", "abc"), ("x\u{7F}\u{0}", "x␡␀"),
    ("می‌خواهم", "می‌خواهم"), ("👨‍👩‍👧", "👨‍👩‍👧"), ("a\u{AD}b\u{200B}c", "abc"),
  ])
  func hostileTextBecomesHarmless(text: String, expected: String) {
    #expect(Array(TerminalText.safe(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func linesAreKeptWhenAskedFor() {
    #expect(TerminalText.safeLines("a\u{1B}\nb\r\n\n\tc") == "a␛\nb\n\n c")
  }

  @Test(arguments: [
    ("abc", 3), ("中文", 4), ("e\u{301}", 1), ("👨‍👩‍👧‍👦", 2), ("🇵🇹", 2), ("❤️", 2), ("한", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("Ａ", 2), ("नि", 1), ("", 0), ("\u{1B}", 1), ("👍🏽", 2),
  ])
  func widthCountsColumns(text: String, columns: Int) {
    #expect(TerminalText.width(of: text) == columns)
  }

  @Test func truncatedTextFits() {
    for text in Hostile.texts + Hostile.random(count: 500) {
      for width in [0, 1, 2, 5, 20] {
        let cut = TerminalText.truncated(text, to: width)
        #expect(TerminalText.width(of: cut) <= width)
        if TerminalText.width(of: text) > width, width > 0 { #expect(cut.hasSuffix("…")) }
      }
    }
  }

  @Test func truncationNeverSplitsAWideCharacter() {
    #expect(TerminalText.truncated("中文中文", to: 4) == "中…")
    #expect(TerminalText.truncated("ab cd", to: 4) == "ab…")
    #expect(TerminalText.truncated("abcd", to: 4) == "abcd")
  }

  @Test func towersOfMarksAreCapped() {
    let glyphs = Glyph.line("z" + String(repeating: "\u{300}", count: 500))
    #expect(glyphs.count == 1)
    #expect(glyphs.allSatisfy { $0.text.unicodeScalars.count <= 12 })
  }

  @Test func endlessTextIsCutBeforeItIsMeasured() {
    let glyphs = Glyph.line(String(repeating: "中", count: 1_000_000))
    #expect(glyphs.count < 20_000)
    #expect(glyphs.last?.text == "…")
  }

  @Test func wrappingBreaksAtSpacesAndKeepsEveryWord() {
    let words = "the quick brown fox jumps over the lazy dog"
    let lines = Glyph.line(words).wrapped(to: 10, lines: 9).map { $0.map(\.text).joined() }
    #expect(lines.joined(separator: " ") == words)
    #expect(lines.allSatisfy { $0.count <= 10 })
    #expect(lines.count > 3)
  }

  @Test func wrappingBreaksLongWordsAndEndsInAnEllipsis() {
    let lines = Glyph.line("abcdefghij klm").wrapped(to: 4, lines: 2).map {
      $0.map(\.text).joined()
    }
    #expect(lines == ["abcd", "efg…"])
  }

  @Test(arguments: [
    ("a (b", 2..<3, "  ^"), ("form:x", 0..<4, "^^^^"), ("中文 x", 7..<8, "     ^"),
    ("ab", 2..<2, "  ^"), ("ab", 1..<99, " ^"), ("ab", -5..<1, "^"), ("a\nb c", 4..<5, "    ^"),
  ])
  func caretsStandUnderTheRange(text: String, range: Range<Int>, expected: String) {
    #expect(TerminalText.caret(under: range, in: text) == expected)
  }
}
