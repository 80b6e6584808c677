import TestSupport
import Testing

@testable import Text

@Suite struct TextFragmentTests {
  private let analyzer = Analyzer()

  @Test(arguments: [
    ("ver-fl", "Cover-Flow", true), ("VER", "cover", true), ("ver fl", "cover\n flow", true),
    ("ver fl", "cover-flow", false), ("fe", "Café", true), ("fé", "cafe", true),
    ("trass", "Straße", true), ("aß", "strasse", true), ("fi", "ﬁn", true), ("++", "C++", true),
    ("://", "https://x.example", true), ("京", "東京都", true), ("か", "が", false),
    ("が", "か\u{3099}", true), ("и", "й", false), ("й", "и\u{306}", true),
    ("한", "\u{1112}\u{1161}\u{11AB}국", true), ("soft", "so\u{AD}ft", true), ("👍", "👍🏽", true),
    ("@x.ex", "ana@X.example", true), ("", "x", false), ("\u{200B}", "x", false), ("x", "", false),
  ])
  func occursFolded(_ typed: String, _ text: String, _ expected: Bool) {
    var text = TextCleaning.clean(text)
    let fragment = TextFragment(typed, with: analyzer)
    #expect(text.withUTF8 { fragment.occurs(in: $0, with: analyzer) } == expected)
  }

  @Test func everyPieceOfATextIsFoundWhereItStands() {
    var generator = SeededGenerator(seed: 13)
    for _ in 0..<1000 {
      let text = TextCleaning.clean(RandomText.text(pieces: 12, using: &generator))
      let characters = Array(text)
      let first = Int.random(in: characters.indices, using: &generator)
      let length = Int.random(in: 1...6, using: &generator)
      let piece = String(characters[first..<min(first + length, characters.count)])
      let fragment = TextFragment(piece, with: analyzer)
      guard !fragment.isEmpty else { continue }
      let source = String(characters[..<first]).utf8.count
      var copy = text
      let ranges = copy.withUTF8 { bytes in
        #expect(fragment.occurs(in: bytes, with: analyzer), "\(piece.debugDescription) in \(text)")
        return fragment.ranges(
          in: FoldedText(bytes, folds: analyzer.scratch.folds, keepsSources: true)
        )
      }
      #expect(!ranges.isEmpty)
      for range in ranges {
        let marked = String(decoding: Array(text.utf8)[range], as: UTF8.self)
        var cut = marked
        #expect(
          cut.withUTF8 { fragment.occurs(in: $0, with: analyzer) },
          "\(marked.debugDescription) for \(piece.debugDescription)"
        )
      }
      #expect(ranges.contains { $0.lowerBound <= source + piece.utf8.count })
    }
  }

  @Test func staysWholeOnAnyBytes() {
    var generator = SeededGenerator(seed: 14)
    for _ in 0..<500 {
      let bytes = RandomText.brokenBytes(pieces: 10, using: &generator)
      bytes.withUnsafeBufferPointer { bytes in
        let text = FoldedText(bytes, folds: analyzer.scratch.folds, keepsSources: true)
        #expect(text.bytes.count == text.sources.count)
        #expect(text.sources.allSatisfy { $0.upperBound <= bytes.count && !$0.isEmpty })
      }
    }
  }
}
