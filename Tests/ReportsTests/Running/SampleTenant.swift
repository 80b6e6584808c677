import Foundation
import Index
import SQLite

/// A tenant made up by a seed, for tests that compute from it what a report should say.
struct SampleTenant {
  /// An item, and everything that the tests count.
  struct Item {
    let id: Int64
    let time: Int64
    let conversation: Int
    let person: Int
    let kind: Int
    let isDeleted: Bool
    let isGone: Bool
    /// The index of the item it answers, in `items`.
    let parent: Int?
    let likers: [Int]
    let flaggers: [Int]
    let files: Int
    let text: String

    /// By the design's definition: a TEXT item that is not deleted (or gone).
    var isMessage: Bool { kind == 0 && !isDeleted && !isGone }
  }

  /// In the order of their times.
  let items: [Item]
  let people = 9
  let conversations = 5

  /// Makes items from `from` to `to` (ms), many of them close to the instants of `edges`.
  init(seed: UInt64, count: Int, from: Int64, to: Int64, edges: [Int64] = []) {
    var random = SeededGenerator(state: seed)
    var times = Set((0..<count).map { _ in Int64.random(in: from..<to, using: &random) })
    for edge in edges { times.formUnion([edge - 1, edge, edge + 1]) }
    var items: [Item] = []
    for time in times.sorted() {
      let roll = Int.random(in: 0..<100, using: &random)
      func some(of chance: Int) -> [Int] {
        (1...9).filter { _ in Int.random(in: 0..<100, using: &random) < chance }
      }
      items.append(
        Item(
          id: Rowid.first(ofMillisecond: time),
          time: time,
          conversation: Int.random(in: 1...5, using: &random),
          // 0: the API did not say who.
          person: Int.random(in: 0...9, using: &random),
          kind: roll < 80 ? 0 : roll < 90 ? 1 : 2,
          isDeleted: Int.random(in: 0..<10, using: &random) == 0,
          isGone: Int.random(in: 0..<20, using: &random) == 0,
          parent: items.isEmpty || roll % 3 > 0
            ? nil : Int.random(in: items.indices, using: &random),
          likers: some(of: 10),
          flaggers: some(of: 4),
          files: max(0, Int.random(in: -5...3, using: &random)),
          text: "text of \(time)"
        )
      )
    }
    self.items = items
  }

  static func personID(_ person: Int) -> String { "person-\(person)" }
  static func conversationID(_ conversation: Int) -> String { "conversation-\(conversation)" }
  static func itemID(_ item: Item) -> String { "item-\(item.id)" }
}
