@testable import Ingest

/// A conversation on a platform that lives: what it answers to a walk's requests while people go on writing.
struct SimulatedRoom {
  struct Manner: Sendable, CustomStringConvertible {
    var isInclusive = false
    /// Pages come oldest first, newest first, or shuffled.
    var order = 0
    var repeatsThings = false
    var pagesComeShort = false
    var size = 10

    var description: String {
      "inclusive \(isInclusive), order \(order), repeats \(repeatsThings), short \(pagesComeShort)"
    }

    static let all: [Manner] = [false, true].flatMap { inclusive in
      [0, 1, 2].flatMap { order in
        [false, true].flatMap { short in
          [
            Manner(
              isInclusive: inclusive,
              order: order,
              repeatsThings: order == 2,
              pagesComeShort: short
            )
          ]
        }
      }
    }
  }

  var manner: Manner
  private(set) var clock: Int64
  /// By id: when each was last modified.
  private(set) var items: [UInt64: Int64] = [:]
  private var nextID: UInt64 = 1

  init(_ manner: Manner, clock: Int64) {
    self.manner = manner
    self.clock = clock
  }

  /// Writes an item at `time`, or now.
  mutating func post(at time: Int64? = nil) {
    items[nextID] = time ?? clock
    nextID += 1
  }

  /// Lets time pass.
  mutating func pass(_ milliseconds: Int64) { clock += milliseconds }

  /// Modifies an item: it moves to now.
  mutating func edit(_ id: UInt64) { items[id] = clock }

  mutating func vanish(_ id: UInt64) { items[id] = nil }

  func answer(
    _ request: PageWalk.Request,
    using random: inout some RandomNumberGenerator
  ) -> WalkPage {
    var found: [(key: UInt64, value: Int64)]
    switch request {
    case .after(let moment):
      found = items.filter { manner.isInclusive ? $0.value >= moment : $0.value > moment }
        .sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    case .before(let moment):
      found = items.filter { manner.isInclusive ? $0.value <= moment : $0.value < moment }
        .sorted { ($0.value, $0.key) > ($1.value, $1.key) }
    }
    var size = manner.size
    if manner.pagesComeShort { size = Int.random(in: 1...size, using: &random) }
    if manner.repeatsThings, found.count > 1 { found.insert(found[0], at: 1) }
    found = Array(found.prefix(size))
    switch manner.order {
    case 0: break
    case 1: found.reverse()
    default: found.shuffle(using: &random)
    }
    return WalkPage(entries: found.map { WalkPage.Entry(id: $0.key, modified: $0.value) })
  }
}
