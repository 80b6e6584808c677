/// A conversation of a tenant.
struct StoredConversation: Sendable {
  let id: String
  /// The type as the API names it.
  let type: String
  /// The conversation's JSON without its participants.
  var json: [UInt8]
  /// In ms since 1970 UTC.
  var modified: Int
  /// Who takes part, as indices of users.
  var participants: [Int]
  /// Its items as indices, by modification time; equal times in the order of their arrival.
  private(set) var items: [Int32] = []
  /// Pinned items as indices, with when they were pinned.
  var pins: [(item: Int, time: Int)] = []

  init(id: String, type: String, json: [UInt8], modified: Int, participants: [Int]) {
    self.id = id
    self.type = type
    self.json = json
    self.modified = modified
    self.participants = participants
  }

  /// Takes all items at once, in any order.
  mutating func set(items: [Int32], in store: ItemStore) {
    // By index among equals: a sort of the standard library need not keep their order.
    self.items = items.sorted { one, other in
      let (first, second) = (store.entries[Int(one)].modified, store.entries[Int(other)].modified)
      return first == second ? one < other : first < second
    }
  }

  /// Adds an item behind those of its time.
  mutating func insert(_ item: Int, in store: ItemStore) {
    let time = store.entries[item].modified
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if store.entries[Int(items[middle])].modified <= time {
        low = middle + 1
      } else {
        high = middle
      }
    }
    items.insert(Int32(item), at: low)
  }

  mutating func remove(_ item: Int) { items.removeAll { $0 == Int32(item) } }
}
