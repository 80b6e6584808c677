extension QueryKey {
  /// The key name that `name` is probably a slip of, such as `from` for `form`.
  ///
  /// Much text has the form `word:more`, so only slips of the finger count: two letters swapped,
  /// one too many or one missing; in names of six letters and more one wrong letter, in names of
  /// eight and more two slips. In shorter names a wrong letter makes another word (`time`, `find`).
  static func nearest(to name: String) -> String? {
    let typed = normalised(name)
    guard typed.utf8.count >= 3 else { return nil }
    let near = byName.keys.filter { isSlip(typed, of: $0) }
    return near.min { (editDistance(typed, $0), $0) < (editDistance(typed, $1), $1) }
  }

  private static func isSlip(_ typed: String, of name: String) -> Bool {
    let length = name.utf8.count
    switch editDistance(typed, name) {
    case 1:
      let isWrongLetter = typed.utf8.count == length && typed.utf8.sorted() != name.utf8.sorted()
      return length >= (isWrongLetter ? 6 : 4)
    case 2: return length >= 8
    default: return false
    }
  }
}

/// The one of `words` within two slips of `typed`, if the word is long enough for that to mean much.
func nearestWord(to typed: String, among words: [String]) -> String? {
  let typed = typed.lowercased()
  let near = words.filter { editDistance(typed, $0) <= ($0.utf8.count < 6 ? 1 : 2) }
  return near.min { (editDistance(typed, $0), $0) < (editDistance(typed, $1), $1) }
}

/// How many slips part two words: a letter too many, missing, wrong, or two neighbours swapped
/// (optimal string alignment; in bytes, at most 64 of each).
func editDistance(_ first: String, _ second: String) -> Int {
  let (first, second) = (Array(first.utf8.prefix(64)), Array(second.utf8.prefix(64)))
  var beforePrevious: [Int] = []
  var previous = Array(0...second.count)
  for row in first.indices {
    var current = [row + 1]
    for column in second.indices {
      let isSame = first[row] == second[column]
      var cost = min(previous[column] + (isSame ? 0 : 1), previous[column + 1] + 1)
      cost = min(cost, current[column] + 1)
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        cost = min(cost, beforePrevious[column - 1] + 1)
      }
      current.append(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[second.count]
}
