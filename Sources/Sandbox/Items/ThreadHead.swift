/// A message that others can reply to.
struct ThreadHead: Sendable {
  /// The number of the item.
  let item: Int
  let time: Int
  let author: Int
  let isQuestion: Bool
}

/// The threads of each conversation that were begun last.
struct RecentThreads: Sendable {
  private static let depth = 4
  private var heads: [ThreadHead]

  init(rooms: Int) {
    let none = ThreadHead(item: -1, time: .max, author: 0, isQuestion: false)
    heads = Array(repeating: none, count: rooms * RecentThreads.depth)
  }

  /// Puts `head` before the others of `room`; the oldest one is forgotten.
  mutating func begin(_ head: ThreadHead, in room: Int) {
    let first = room * RecentThreads.depth
    for place in stride(from: first + RecentThreads.depth - 1, to: first, by: -1) {
      heads[place] = heads[place - 1]
    }
    heads[first] = head
  }

  /// A thread of `room` that had begun before `time`, mostly the last one.
  func draw(in room: Int, before time: Int, _ chance: inout SplitMix) -> ThreadHead? {
    let head = heads[room * RecentThreads.depth + chance.skewed(below: RecentThreads.depth)]
    return head.time < time ? head : nil
  }
}
