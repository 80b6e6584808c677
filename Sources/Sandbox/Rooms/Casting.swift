/// Chooses who takes part in a conversation.
struct Casting {
  /// The people of all conversations, one after the other.
  private(set) var members: [Int32] = []
  private let people: People
  private var start = 0
  /// For each person the last conversation that they were put into.
  private var lastRoom: [Int32]
  private var room: Int32 = 0
  /// Who already has a direct conversation; only ever looked up, so its order does not matter.
  private var pairs: Set<Int> = []

  init(people: People) {
    self.people = people
    lastRoom = Array(repeating: -1, count: people.all.count)
  }

  /// Puts two people who have none yet into a direct conversation, if there are such.
  mutating func castPair(at time: Int, _ chance: inout SplitMix) -> Bool {
    for _ in 0..<12 {
      let one = people.writer(at: time, &chance)
      let other = people.draw(&chance)
      let key = min(one, other) * people.all.count + max(one, other)
      if one != other, pairs.insert(key).inserted {
        add(one)
        add(other)
        return true
      }
    }
    return false
  }

  /// Puts about `size` people into a conversation that somebody starts at `time`.
  mutating func cast(_ size: Int, at time: Int, _ chance: inout SplitMix) {
    let size = min(size, people.humanCount)
    add(people.writer(at: time, &chance))
    var tries = size * 2
    while count < size, tries > 0 {
      add(people.draw(&chance))
      tries -= 1
    }
    var next = chance.below(people.humanCount)
    while count < size {
      add(next)
      next = (next + 1) % people.humanCount
    }
  }

  /// Ends the conversation and says where its people are.
  mutating func close(with bot: Int?) -> Range<Int> {
    if let bot { add(bot) }
    let range = start..<members.count
    start = members.count
    room += 1
    return range
  }

  private var count: Int { members.count - start }

  private mutating func add(_ person: Int) {
    if lastRoom[person] == room { return }
    lastRoom[person] = room
    members.append(Int32(person))
  }
}
