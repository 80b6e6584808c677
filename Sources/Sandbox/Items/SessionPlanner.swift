/// Decides which sessions a day has.
struct SessionPlanner {
  private let world: World
  private var chance: SplitMix
  /// Sessions that were settled beforehand, by their start.
  private let script: [Session]
  private var scripted = 0
  /// How many items are left to the days.
  private let free: Int
  private var planned = 0
  /// The sessions of the present day; kept, as a new array a day would leave the heap in pieces.
  private(set) var sessions: [Session] = []

  init(world: World) {
    self.world = world
    chance = SplitMix(seed: world.plan.seed, concern: 5)
    script = Script.sessions(of: world)
    free = world.plan.items - script.reduce(0) { $0 + $1.count }
  }

  /// How many items the exchanges have, each as often as it occurs.
  private static let lengths: [Int] =
    Array(repeating: 1, count: 30) + Array(repeating: 2, count: 20) + Array(repeating: 3, count: 15)
    + Array(repeating: 4, count: 11) + Array(repeating: 5, count: 8) + Array(repeating: 6, count: 6)
    + [7, 7, 8, 8, 9, 10, 11, 12, 14, 18]

  /// Makes `sessions` those of the day `index`, in the order in which they start.
  mutating func plan(day index: Int) {
    let day = world.calendar.days[index]
    let due = world.calendar.due(of: free, byDay: index)
    sessions.removeAll(keepingCapacity: true)
    while scripted < script.count, script[scripted].start < day.start + CivilDay.milliseconds {
      sessions.append(script[scripted])
      scripted += 1
    }
    while planned < due {
      let session = draw(on: day, upTo: due - planned)
      planned += session.count
      sessions.append(session)
    }
    for place in sessions.indices { sessions[place].number = place }
    sessions.sort(by: Session.isBefore)
  }

  private mutating func draw(on day: CivilDay, upTo most: Int) -> Session {
    for _ in 0..<12 {
      let room = world.rooms.draw(&chance)
      let kind = kind(in: room)
      let count = count(of: kind, upTo: most)
      let person = world.rooms.member(of: room, &chance)
      let writer = world.people.all[person]
      let start = world.hours.time(
        on: day,
        offsetMinutes: writer.offsetMinutes,
        shift: writer.shift,
        &chance
      )
      guard start >= world.plan.start, start <= world.plan.end - count * 1_000,
        world.rooms.all[room].isOpen(at: start), writer.isHere(at: start)
      else { continue }
      return Session(kind: kind, room: room, person: person, start: start, count: count)
    }
    return fallback(on: day, upTo: most)
  }

  /// A session in the first room, which is always open.
  private mutating func fallback(on day: CivilDay, upTo most: Int) -> Session {
    let count = count(of: .thread, upTo: most)
    let earliest = max(day.start, world.plan.start) + 60_000
    let latest = min(day.start + CivilDay.milliseconds, world.plan.end) - count * 1_000
    let start = earliest < latest ? earliest + chance.below(latest - earliest) : latest
    let creator = Int(world.rooms.members[world.rooms.all[0].members.lowerBound])
    return Session(kind: .thread, room: 0, person: creator, start: start, count: count)
  }

  private mutating func kind(in room: Int) -> Session.Kind {
    let point = chance.below(1_000)
    let it = world.rooms.all[room]
    if it.bot != nil, point < (ScriptedRoom(rawValue: room) == .builds ? 600 : 250) {
      return .webhook
    }
    switch point {
    case 970..<993: return .call
    case 993...: return it.kind == .direct ? .thread : .membership
    default: return .thread
    }
  }

  private mutating func count(of kind: Session.Kind, upTo most: Int) -> Int {
    switch kind {
    case .thread: min(most, SessionPlanner.lengths[chance.below(SessionPlanner.lengths.count)])
    case .webhook: min(most, 1 + chance.below(3))
    default: 1
    }
  }
}
