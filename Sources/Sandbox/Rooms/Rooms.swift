/// All conversations of the tenant, the busiest first.
struct Rooms: Sendable {
  let all: [Room]
  /// The people of all rooms, one room after the other.
  let members: [Int32]
  private let law: Harmonic
  /// Flattens the head of the law: the busiest room has a share of about 1 to 3 percent.
  private static let flatness = 9

  init(all: [Room], members: [Int32]) {
    self.all = all
    self.members = members
    law = Harmonic(over: Rooms.flatness..<Rooms.flatness + all.count)
  }

  /// A room, busy ones first.
  func draw(_ chance: inout SplitMix) -> Int { law.draw(&chance) - Rooms.flatness }

  /// A human member of `room`, busy ones first.
  func member(of room: Int, _ chance: inout SplitMix) -> Int {
    let range = all[room].members
    return Int(members[range.lowerBound + chance.skewed(below: all[room].humanCount)])
  }
}
