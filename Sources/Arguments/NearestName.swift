/// The name that was probably meant by a misspelt one.
///
///     nearestName(to: "--limt", among: ["--limit", "--db"])   // "--limit"
///
/// - Parameters:
///   - word: What was typed.
///   - names: What could have been meant.
/// - Returns: The nearest name, the first of equals, or nil when none is near: more than half of
///   its letters (at most three) would have to change.
public func nearestName(to word: String, among names: [String]) -> String? {
  let typed = Array(word.lowercased())
  // Only short words are compared, so that a pasted page costs nothing.
  guard typed.count <= 64 else { return nil }
  var best: (name: String, distance: Int)?
  for name in names {
    let letters = Array(name.lowercased())
    let bare = letters.drop { $0 == "-" }.count
    let allowed = min(3, max(1, bare / 2))
    guard bare > 1, abs(letters.count - typed.count) <= allowed else { continue }
    let distance = editDistance(typed, letters)
    if distance <= allowed, distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

/// How many letters to insert, drop, change or swap with a neighbour make one word the other (optimal
/// string alignment distance).
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let same = left[row] == right[column]
      var cost = min(last[column] + (same ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
