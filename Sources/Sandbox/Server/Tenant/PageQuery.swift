/// Which part of a list, sorted by modification time, a request asks for.
struct PageQuery: Sendable {
  /// Which way a page lies from the time.
  enum Direction: String, Sendable {
    case before = "BEFORE"
    case after = "AFTER"
  }

  /// In ms since 1970 UTC.
  var time: Int
  var direction: Direction
  /// Most elements to give, 1 or more.
  var results: Int
  /// Another number for each request: what shuffles a page and how short it is follow from it.
  var salt: UInt64

  /// Where the page's elements are in the list, in the order in which they are given.
  ///
  /// The elements nearest to the time are taken, whatever the order. Elements of one time stand in the
  /// order of the list, so that a time with more of them than a page has can be reached from both sides.
  ///
  /// - Parameters:
  ///   - count: How many elements there are.
  ///   - paging: How lists are cut.
  ///   - time: The time of the element at an index; never less than that of the one before.
  /// - Returns: Indices.
  func indices(_ count: Int, _ paging: SandboxPaging, time: (Int) -> Int) -> [Int] {
    var chance = SplitMix(seed: salt, concern: 21)
    let size = paging.isShort ? results - chance.below(results / 2 + 1) : results
    let duplicates = max(0, min(paging.duplicates, size - 1))
    let range: Range<Int>
    switch direction {
    case .after:
      // The first element that is past the boundary.
      let first = partition(count) {
        paging.boundary == .inclusive ? time($0) >= self.time : time($0) > self.time
      }
      let start = max(0, first - duplicates)
      range = start..<min(count, max(start + size, first))
    case .before:
      let end = partition(count) {
        paging.boundary == .inclusive ? time($0) > self.time : time($0) >= self.time
      }
      let stop = min(count, end + duplicates)
      range = max(0, stop - size)..<stop
    }
    switch paging.order {
    case .oldest: return Array(range)
    case .newest: return range.reversed()
    case .shuffled: return shuffled(Array(range), &chance)
    }
  }

  /// The first index at which a condition holds that holds from there on.
  private func partition(_ count: Int, _ isPast: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isPast(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func shuffled(_ indices: [Int], _ chance: inout SplitMix) -> [Int] {
    var indices = indices
    for place in stride(from: indices.count - 1, to: 0, by: -1) {
      indices.swapAt(place, chance.below(place + 1))
    }
    return indices
  }
}
