import Testing

@testable import Sandbox

@Suite struct ChanceTests {
  @Test func splitMixGivesThePublishedNumbers() {
    // The reference implementation's first numbers for this seed.
    var chance = SplitMix(seed: 1_234_567)
    let numbers = (0..<5).map { _ in chance.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ]
    )
  }

  @Test(arguments: [1..<2, 1..<50, 9..<400, 30..<3_000])
  func harmonicFollowsItsLaw(range: Range<Int>) {
    let law = Harmonic(over: range)
    var chance = SplitMix(seed: 77)
    let draws = 60_000
    var counts: [Int: Int] = [:]
    for _ in 0..<draws { counts[law.draw(&chance), default: 0] += 1 }
    #expect(counts.keys.allSatisfy(range.contains))
    let total = range.reduce(0.0) { $0 + 1 / Double($1) }
    // By quarters of the range, as single numbers are too rare to judge.
    let quarter = max(1, range.count / 4)
    for start in stride(from: range.lowerBound, to: range.upperBound, by: quarter) {
      let part = start..<min(start + quarter, range.upperBound)
      let expected = part.reduce(0.0) { $0 + 1 / Double($1) } / total * Double(draws)
      let found = Double(part.reduce(0) { $0 + (counts[$1] ?? 0) })
      #expect(abs(found - expected) < 5 * expected.squareRoot() + 1)
    }
  }

  @Test func skewedPrefersTheFirst() {
    var chance = SplitMix(seed: 5)
    for bound in [1, 2, 3, 10, 100] {
      let draws = (0..<4_000).map { _ in chance.skewed(below: bound) }
      #expect(draws.allSatisfy { (0..<bound).contains($0) })
      let first = draws.count { $0 == 0 }
      #expect(bound == 1 || first > draws.count { $0 == bound - 1 })
    }
  }

  @Test func rareWordsAreDistinctWhereTheyAreFrequent() {
    var lexicon = Lexicon()
    let maker = RareWordMaker(Tongue.english.rareWords, into: &lexicon)
    let words = (24..<4_000).map { rank in
      var word: [UInt8] = []
      maker.spell(rank) { index in
        let range = lexicon.pieces[index].plain
        word += lexicon.bytes[Int(range.lowerBound)..<Int(range.upperBound)]
      }
      return word
    }
    #expect(Double(Set(words).count) > Double(words.count) * 0.95)
  }
}
