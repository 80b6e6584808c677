import TestSupport
import Testing

@testable import Search

@Suite struct SpellingRangeTests {
  @Test(
    arguments: [
      ("rolout", "rollout", 1, .near(1)),
      ("rolout", "rolout", 1, .near(0)),
      ("rolout", "roluot", 1, .near(1)),
      ("rolout", "rol", 1, .far),
      ("rolout", "rolloutings", 1, .beyond(Array("rolloutj".utf8))),
      ("rolout", "rabbit", 1, .beyond(Array("rac".utf8))),
      ("größe", "gröse", 1, .near(1)),
      ("größe", "gräber", 1, .beyond(Array("gräc".utf8))),
    ] as [(String, String, Int, SpellingRange.Verdict)]
  )
  func termsAreJudged(word: String, term: String, limit: Int, verdict: SpellingRange.Verdict) {
    #expect(SpellingRange(of: word, limit: limit).judge(term) == verdict, "\(word) \(term)")
  }

  /// Nothing near is skipped, and what is near is as near as a plain recursion says.
  @Test(arguments: [1, 2])
  func skippingFindsWhatLookingAtAllFinds(limit: Int) {
    var random = SeededGenerator(seed: UInt64(limit))
    func word(_ length: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: length, using: &random)).map { _ in
          "abcdé".randomElement(using: &random) ?? "a"
        }
      )
    }
    let byBytes = { (first: String, second: String) in
      first.utf8.lexicographicallyPrecedes(second.utf8)
    }
    let vocabulary = Set((0..<200).map { _ in word(1...5) }).sorted(by: byBytes)
    for _ in 0..<6 {
      let wanted = word(3...5)
      let range = SpellingRange(of: wanted, limit: limit)
      var found: [String: Int] = [:]
      var looks = 0
      var bound: [UInt8] = []
      while let term = vocabulary.first(where: { !$0.utf8.lexicographicallyPrecedes(bound) }) {
        looks += 1
        switch range.judge(term) {
        case .near(let distance):
          found[term] = distance
          bound = Array(term.utf8) + [0]
        case .far: bound = Array(term.utf8) + [0]
        case .beyond(let next): bound = next
        case .behindAll: bound = [0xFF]
        }
      }
      let expected = vocabulary.reduce(into: [String: Int]()) { near, term in
        let distance = Self.slips(Array(wanted)[...], Array(term)[...])
        if distance <= limit { near[term] = distance }
      }
      #expect(found == expected, "\(wanted)")
      #expect(looks < vocabulary.count)
    }
  }

  /// The definition, without tables: the last letters are the same, swapped, wrong, missing or too many.
  private static func slips(_ first: ArraySlice<Character>, _ second: ArraySlice<Character>) -> Int
  {
    guard abs(first.count - second.count) <= 2, let one = first.last, let other = second.last else {
      return max(first.count, second.count)
    }
    if one == other { return slips(first.dropLast(), second.dropLast()) }
    var least =
      1
      + min(
        slips(first.dropLast(), second.dropLast()),
        slips(first.dropLast(), second),
        slips(first, second.dropLast())
      )
    if first.count > 1, second.count > 1, first.dropLast().last == other,
      second.dropLast().last == one
    {
      least = min(least, 1 + slips(first.dropLast(2), second.dropLast(2)))
    }
    return least
  }
}
