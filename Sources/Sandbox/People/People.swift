/// Everybody in the tenant; the first people are the most active ones, the last ones bots.
struct People: Sendable {
  let all: [Person]
  /// How many of `all` are human.
  let humanCount: Int
  let botCount: Int
  private let law: Harmonic
  /// Flattens the head of the law: nobody writes more than a few percent.
  private static let flatness = 14
  /// Makes `count` people who join and leave between `start` and `end`, in ms UTC.
  init(count: Int, start: Int, end: Int, seed: UInt64) {
    botCount = min(max(1, count / 60), PeopleMaker.bots.count, count - 1)
    humanCount = count - botCount
    law = Harmonic(over: People.flatness..<People.flatness + humanCount)
    var maker = PeopleMaker(start: start, end: end, seed: seed)
    var made = (0..<humanCount).map { maker.human(rank: $0) }
    made += (0..<botCount).map { maker.bot($0) }
    all = made
  }

  /// Somebody human, busy people first.
  func draw(_ chance: inout SplitMix) -> Int { law.draw(&chance) - People.flatness }

  /// Somebody, busy people first, who is here at `time`.
  func writer(at time: Int, _ chance: inout SplitMix) -> Int {
    for _ in 0..<8 {
      let person = draw(&chance)
      if all[person].isHere(at: time) { return person }
    }
    return 0
  }
}
