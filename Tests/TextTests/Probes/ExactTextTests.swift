import Foundation
import TestSupport
import Testing
import Text

@Suite struct ExactTextTests {
  @Test(arguments: [
    ("Café", "Ein Café.", true), ("Café", "CAFÉ", false), ("Café", "Cafe", false),
    ("Café", "Cafe\u{301}", true), ("Cafe\u{301}", "Café", true), ("Cafe", "Cafe\u{301}", false),
    ("C++", "in C++, now", true), ("C++", "in C", false), ("C++", "c++", false),
    ("C++", "C++17", true), ("C", "C++", true), (".net", "(.net)", true), (".net", "net", false),
    ("#tag", "a #tag b", true), ("#tag", "tag", false), ("#tag", "#tags", false),
    ("ship", "shipping", false), ("ship", "flagship", false), ("ship", "flag-ship", true),
    ("two words", "two\n\twords", true), ("two words", "two\u{A0}words", true),
    (" two  words ", "two words", true), ("two words", "twowords", false),
    ("Straße", "Strasse", false), ("ﬁn", "fin", false), ("Ａ", "A", false),
    ("京都", "東京都", true), ("京都", "京 都", false), ("か", "が", false), ("か", "か\u{3099}", false),
    ("aa", "aaa aa", true), ("aa", "aaa", false), ("12", "12:30", true), ("12", "123", false),
    ("\u{202E}ship\u{7}", "ship", true), ("!?", "what!?", true), ("", "x", false), ("x", "", false),
  ])
  func occursAsTyped(_ typed: String, _ text: String, _ expected: Bool) {
    #expect(ExactText(typed).occurs(in: TextCleaning.clean(text)) == expected)
  }

  @Test func isFoundWhereverItWasCutBetweenWords() {
    var generator = SeededGenerator(seed: 11)
    let pieces = RandomText.pieces.filter { $0.contains { $0.isLetter || $0.isNumber } }
    for _ in 0..<500 {
      let words = (0..<8).map { _ in pieces.randomElement(using: &generator) ?? "x" }
      let text = TextCleaning.clean(words.joined(separator: " "))
      let first = Int.random(in: 0..<8, using: &generator)
      let cut = words[first...Int.random(in: first..<8, using: &generator)].joined(separator: "  ")
      #expect(ExactText(cut).occurs(in: text), "\(cut.debugDescription) in \(text)")
      #expect(ExactText(cut).occurs(in: text.decomposedStringWithCanonicalMapping))
    }
  }

  @Test func staysWholeOnAnyBytes() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<500 {
      let bytes = RandomText.brokenBytes(pieces: 10, using: &generator)
      let typed = RandomText.pieces.randomElement(using: &generator) ?? ""
      _ = bytes.withUnsafeBufferPointer { ExactText(typed).occurs(in: $0) }
    }
  }
}
