/// Everybody in the tenant; the first people are the most active ones, the last ones bots.
struct People: Sendable {
  let all: [Person]
  /// How many of `all` are human.
  let humanCount: Int
  let botCount: Int
  private let start: Int
  private let end: Int

  /// Makes `count` people who join and leave between `start` and `end`, in ms UTC.
  init(count: Int, start: Int, end: Int, seed: UInt64) {
    self.start = start
    self.end = end
    botCount = min(max(1, count / 60), PeopleMaker.bots.count, count - 1)
    humanCount = count - botCount
    var maker = PeopleMaker(start: start, end: end, seed: seed)
    var made = (0..<humanCount).map { maker.human(rank: $0) }
    made += (0..<botCount).map { maker.bot($0) }
    all = made
  }

  /// Somebody, busy people first, who is here at `time`.
  func writer(at time: Int, _ chance: inout SplitMix) -> Int {
    for _ in 0..<8 {
      let person = chance.skewed(below: humanCount)
      if all[person].isHere(at: time) { return person }
    }
    return 0
  }
}
