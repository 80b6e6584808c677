/// The words within a few slips of one: a letter too many, missing, wrong, or two neighbours swapped.
///
/// It judges words in ascending order and tells how far to skip, so that of a vocabulary only the words
/// near by and one beyond each dead end are looked at.
///
///     SpellingRange(of: "rolout", limit: 1).judge("rollout")   // .near(1)
///     SpellingRange(of: "rolout", limit: 1).judge("rabbit")    // .beyond("rac"): skip what begins with "rab"
struct SpellingRange {
  enum Verdict: Equatable {
    /// So many slips away.
    case near(Int)
    /// Too far away; words that begin with it may be near.
    case far
    /// Too far away, as is every word up to this one.
    case beyond([UInt8])
    /// Too far away, as is every word after it.
    case behindAll
  }

  private let word: [UInt32]
  private let limit: Int

  /// The words within `limit` slips of `word`, counted in Unicode scalars.
  init(of word: String, limit: Int) {
    self.word = word.unicodeScalars.map(\.value)
    self.limit = limit
  }

  /// How a term of the vocabulary stands to the word, by optimal string alignment.
  func judge(_ term: String) -> Verdict {
    let scalars = Array(term.unicodeScalars)
    var beforeLast: [Int] = []
    var last = Array(0...word.count)
    var lastMinimum = 0
    for row in scalars.indices {
      var current = [row + 1]
      for column in word.indices {
        let isSame = scalars[row].value == word[column]
        var cost = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, scalars[row].value == word[column - 1],
          scalars[row - 1].value == word[column]
        {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      let minimum = current.min() ?? 0
      // A swap reaches back over one row.
      if minimum > limit, lastMinimum + 1 > limit { return Self.skip(past: scalars[...row]) }
      (beforeLast, last, lastMinimum) = (last, current, minimum)
    }
    return last[word.count] <= limit ? .near(last[word.count]) : .far
  }

  /// The first word after all those that begin with `prefix`.
  private static func skip(past prefix: ArraySlice<Unicode.Scalar>) -> Verdict {
    var prefix = prefix
    while let last = prefix.popLast() {
      let next = last.value == 0xD7FF ? 0xE000 : last.value + 1
      guard let scalar = Unicode.Scalar(next) else { continue }
      prefix.append(scalar)
      return .beyond(Array(String(String.UnicodeScalarView(prefix)).utf8))
    }
    return .behindAll
  }
}
