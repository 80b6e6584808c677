import Index

/// Brings items that had to leave their crowded millisecond back into the order of their times.
///
/// Their rows lie later than their times, by a displacement at most: what is older than that can be passed on.
struct TimeOrder {
  let displacement: Int64
  /// In order; nearly always one item or none.
  private var waiting: [CountedItem] = []

  init(displacement: Int64) { self.displacement = displacement }

  mutating func add(_ item: CountedItem, _ body: (CountedItem) -> Void) {
    guard displacement > 0 else { return body(item) }
    let reached = Rowid.millisecond(of: item.item) - displacement
    let done = waiting.prefix { $0.time < reached }.count
    for waited in waiting.prefix(done) { body(waited) }
    waiting.removeFirst(done)
    let place = waiting.lastIndex { ($0.time, $0.item) < (item.time, item.item) }
    waiting.insert(item, at: place.map { $0 + 1 } ?? 0)
  }

  mutating func finish(_ body: (CountedItem) -> Void) {
    for item in waiting { body(item) }
    waiting = []
  }
}
