import Foundation
import TestSupport
import Testing
import Text

@Suite struct AnalyzerPropertyTests {
  @Test func keepsThePromisesOfATokenOnAnyBytes() {
    var generator = SeededGenerator(seed: 1)
    let analyzer = Analyzer()
    for _ in 0..<1500 {
      let bytes = RandomText.brokenBytes(pieces: 12, using: &generator)
      let tokens = AnalyzedText(bytes, analyzer).tokens
      #expect(tokens.first?.isColocated != true)
      var start = 0
      for token in tokens {
        #expect((1...64).contains(token.bytes.count))
        #expect(token.bytes.allSatisfy { $0 >= 0x21 && $0 != 0x7F })
        #expect(!(0x41...0x5A).contains(token.bytes[0]))
        #expect(String(validating: token.bytes, as: UTF8.self) != nil)
        #expect(!token.range.isEmpty && token.range.upperBound <= bytes.count)
        #expect(token.isColocated || token.range.lowerBound >= start)
        start = token.isColocated ? start : token.range.lowerBound
      }
    }
  }

  @Test func findsEveryPhraseCutAtItsTokens() {
    var generator = SeededGenerator(seed: 2)
    let analyzer = Analyzer()
    for round in 0..<3000 {
      let bytes =
        round % 3 == 0
        ? Array(RandomText.text(pieces: 10, using: &generator).utf8)
        : round % 3 == 1
          ? Array(RandomText.scalars(20, using: &generator).utf8)
          : RandomText.brokenBytes(pieces: 10, using: &generator)
      let text = AnalyzedText(bytes, analyzer)
      guard let first = text.tokens.randomElement(using: &generator),
        let last = text.tokens.filter({ $0.range.upperBound >= first.range.upperBound })
          .prefix(5).randomElement(using: &generator)
      else { continue }
      let cut = bytes[first.range.lowerBound..<last.range.upperBound]
      let words = String(decoding: cut, as: UTF8.self)
      let found = text.contains(analyzer.phrase(of: words))
      #expect(found, "\(words.debugDescription) in \(String(decoding: bytes, as: UTF8.self))")
      #expect(text.contains(analyzer.prefix(of: words)))
    }
  }

  @Test func analysesTextsApartAsTogether() {
    var generator = SeededGenerator(seed: 3)
    let analyzer = Analyzer()
    for _ in 0..<1000 {
      let left = RandomText.text(pieces: 5, using: &generator)
      let right = RandomText.text(pieces: 5, using: &generator)
      let apart = AnalyzedText(left, analyzer).positions + AnalyzedText(right, analyzer).positions
      #expect(AnalyzedText(left + " " + right, analyzer).positions == apart)
    }
  }

  @Test func treatsPlainTextAsItTreatsTheSameTextWithIgnorables() {
    // The first goes through the fast path, the second scalar by scalar.
    var generator = SeededGenerator(seed: 4)
    let analyzer = Analyzer()
    let alphabet = Array("abcXYZ019 .,+#@-_'/".unicodeScalars)
    for _ in 0..<1500 {
      var plain = String.UnicodeScalarView()
      var padded = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...30, using: &generator) {
        guard let scalar = alphabet.randomElement(using: &generator) else { continue }
        plain.append(scalar)
        padded.append(scalar)
        if Bool.random(using: &generator) { padded.append("\u{00AD}") }
      }
      let expected = AnalyzedText(String(plain), analyzer).positions
      #expect(AnalyzedText(String(padded), analyzer).positions == expected, "\(String(plain))")
    }
  }

  @Test func splitsPlainWordsAsStringDoes() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<500 {
      let bytes = (0..<60).map { _ in UInt8.random(in: 0..<0x80, using: &generator) }
      let text = String(decoding: bytes, as: UTF8.self)
      let expected = text.lowercased().unicodeScalars
        .split { !("a"..."z").contains($0) && !("0"..."9").contains($0) }
        .map { String($0) }
      let words = AnalyzedText(bytes).tokens.filter { !$0.isColocated }.map(\.text)
      #expect(words == expected)
    }
  }

  @Test func doesNotDependOnTheNormalForm() {
    var generator = SeededGenerator(seed: 6)
    let analyzer = Analyzer()
    let blocks: [ClosedRange<UInt32>] = [
      0x41...0x17F, 0x300...0x36F, 0x370...0x3FF, 0x400...0x4FF, 0x590...0x5FF, 0x620...0x6FF,
      0x900...0x97F, 0x980...0x9FF, 0xB80...0xBFF, 0xE01...0xE5B, 0x1000...0x109F,
      0x1100...0x11FF, 0x1E00...0x1FFF, 0x3040...0x30FF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    ]
    for _ in 0..<1500 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        guard let block = blocks.randomElement(using: &generator) else { continue }
        for _ in 0..<3 {
          Unicode.Scalar(UInt32.random(in: block, using: &generator)).map { scalars.append($0) }
        }
        scalars.append(Unicode.Scalar(UInt32.random(in: 0x300...0x315, using: &generator)) ?? " ")
      }
      let text = String(scalars)
      let expected = AnalyzedText(text, analyzer).positions
      for form in [
        text.decomposedStringWithCanonicalMapping, text.precomposedStringWithCanonicalMapping,
      ] {
        #expect(AnalyzedText(form, analyzer).positions == expected, "\(scalars.map(\.value))")
      }
    }
  }
}
