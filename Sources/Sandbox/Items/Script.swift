/// The sessions that are settled before the days are filled.
enum Script {
  /// All of them, in the order in which they start.
  static func sessions(of world: World) -> [Session] {
    var sessions: [Session] = []
    for (index, room) in world.rooms.all.enumerated() {
      let creator = Int(world.rooms.members[room.members.lowerBound])
      sessions.append(
        Session(kind: .created, room: index, person: creator, start: room.created, count: 1)
      )
    }
    // What a tiny tenant has no room for is left out.
    var room = world.plan.items / 2 - sessions.count
    for session in stories(of: world) + renames(of: world) + bursts(of: world)
    where session.count <= room {
      room -= session.count
      sessions.append(session)
    }
    for place in sessions.indices { sessions[place].number = place }
    return sessions.sorted(by: Session.isBefore)
  }

  private static func renames(of world: World) -> [Session] {
    world.rooms.all.enumerated().compactMap { index, room in
      guard let renamed = room.renamed else { return nil }
      let creator = Int(world.rooms.members[room.members.lowerBound])
      return Session(kind: .renamed, room: index, person: creator, start: renamed, count: 1)
    }
  }

  /// One burst in a million items, and one in every tenant that is not tiny.
  private static func bursts(of world: World) -> [Session] {
    let plan = world.plan
    let builds = ScriptedRoom.builds.rawValue
    guard plan.items >= 5_000, builds < world.rooms.all.count,
      let bot = world.rooms.all[builds].bot
    else { return [] }
    let count = max(1, plan.items / 1_000_000)
    return (1...count).map { index in
      let start = plan.start + (plan.end - plan.start) / (count + 1) * index
      return Session(kind: .burst, room: builds, person: bot, start: start, count: 20)
    }
  }

  private static func stories(of world: World) -> [Session] {
    let plan = world.plan
    guard plan.items >= 1_000, plan.end - plan.start >= 21 * CivilDay.milliseconds,
      world.rooms.all.count >= ScriptedRoom.allCases.count
    else { return [] }
    let lastDay = CivilDay(of: plan.end)
    return Story.all.enumerated().map { index, story in
      let room = story.room.rawValue
      let first = story.messages[0]
      return Session(
        kind: .story(index),
        room: room,
        person: Int(world.rooms.members[world.rooms.all[room].members.lowerBound]),
        start: first.time(lastDay: lastDay),
        count: story.messages.count
      )
    }
  }
}
