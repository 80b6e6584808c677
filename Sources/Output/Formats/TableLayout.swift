/// How wide each column of a table becomes.
struct TableLayout {
  /// The columns' widths.
  let widths: [Int]

  /// Spaces between two columns.
  static let gap = 2

  /// Finds widths that fit a line if any do.
  ///
  /// Ages go below their times first. Then flexible columns give way, the widest first, down to their
  /// minimum; then the others, down to what still shows something.
  ///
  /// - Parameters:
  ///   - natural: The width that each column would like.
  ///   - columns: What each may give.
  ///   - available: The line's width.
  init(natural: [Int], columns: [Column], available: Int) {
    var widths = natural
    var excess = widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) - available
    let times = columns.indices.map {
      columns[$0].showsAge ? min(widths[$0], Self.timeWidth) : widths[$0]
    }
    let flexible = columns.indices.map {
      columns[$0].fit == .rigid ? times[$0] : columns[$0].minimum
    }
    let leastWidths = columns.indices.map { min(widths[$0], Self.least) }
    for minimums in [times, flexible, leastWidths] where excess > 0 {
      excess = Self.shrink(&widths, by: excess, downTo: minimums)
    }
    self.widths = widths
  }

  private static let least = 4
  /// The width of `2018-03-14 09:26`.
  private static let timeWidth = 16

  /// Takes columns away from the widest first; answers what is left to take.
  private static func shrink(_ widths: inout [Int], by excess: Int, downTo minimums: [Int]) -> Int {
    var excess = excess
    while excess > 0 {
      let candidates = widths.indices.filter { widths[$0] > minimums[$0] }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      // Down to the next widest at once, so that a long text costs no long loop.
      let next = candidates.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let step = max(1, min(excess, widths[widest] - max(next, minimums[widest])))
      widths[widest] -= step
      excess -= step
    }
    return excess
  }
}

extension Column {
  /// How narrow a table may make it.
  fileprivate var minimum: Int {
    switch fit {
    case .rigid: 0
    case .flexible(let minimum), .wrapping(let minimum, _): minimum
    }
  }

  /// Over how many lines its text may go.
  var lineLimit: Int {
    guard case .wrapping(_, let lines) = fit else { return showsAge ? 2 : 1 }
    return max(1, lines)
  }
}
