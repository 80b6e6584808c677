import TestSupport
import Testing
import Text

@Suite struct TokenStreamTests {
  @Test func replaysWhatTheAnalyzerFound() {
    var generator = SeededGenerator(seed: 7)
    let analyzer = Analyzer()
    var stream = TokenStream()
    var texts: [(range: Range<Int>, tokens: [CopiedToken])] = []
    for _ in 0..<200 {
      let bytes = RandomText.brokenBytes(pieces: 8, using: &generator)
      let range = bytes.withUnsafeBufferPointer { analyzer.encode($0, into: &stream) }
      texts.append((range, AnalyzedText(bytes, analyzer).tokens))
    }
    for (range, tokens) in texts {
      #expect(replay(stream, range).map(\.0) == tokens.map(\.bytes))
      #expect(replay(stream, range).map(\.1) == tokens.map(\.isColocated))
    }
    let all = replay(stream, 0..<stream.byteCount).map(\.0)
    #expect(all == texts.flatMap { $0.tokens.map(\.bytes) })
  }

  @Test func takesTermsMadeElsewhere() {
    var stream = TokenStream()
    let longest = String(repeating: "Z", count: TokenStream.tokenLimit)
    stream.append(term: "Fa1b2")
    stream.append(term: longest)
    Array("Zstem".utf8).withUnsafeBufferPointer { stream.append($0, isColocated: true) }
    let tokens = replay(stream, 0..<stream.byteCount)
    #expect(tokens.map { String(decoding: $0.0, as: UTF8.self) } == ["Fa1b2", longest, "Zstem"])
    #expect(tokens.map(\.1) == [false, false, true])
  }

  @Test func stopsAndEmpties() {
    var stream = TokenStream()
    stream.append(term: "a")
    stream.append(term: "b")
    var seen = 0
    stream.forEach(in: 0..<stream.byteCount) { _, _ in
      seen += 1
      return false
    }
    #expect(seen == 1)
    stream.removeAll()
    #expect(stream.byteCount == 0)
  }

  private func replay(_ stream: TokenStream, _ range: Range<Int>) -> [([UInt8], Bool)] {
    var tokens: [([UInt8], Bool)] = []
    stream.forEach(in: range) { token, isColocated in
      tokens.append((Array(token), isColocated))
      return true
    }
    return tokens
  }
}
