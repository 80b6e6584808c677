extension TenantStream {
  /// Writes messages of a bot; of a burst all in one millisecond.
  mutating func writeWebhook(_ session: Session, isBurst: Bool) {
    guard let bot = world.rooms.all[session.room].bot else { return }
    var time = free(session.start)
    for index in 0..<session.count {
      if index > 0, !isBurst { time = free(time + 1 + chance.below(900)) }
      let head = writeMessage(
        Draft(
          room: session.room,
          author: bot,
          time: time,
          content: .drawn(.webhook),
          isWebhook: true
        )
      )
      if let head, chance.perMille(200) { threads.begin(head, in: session.room) }
    }
  }

  /// Writes a story, as it stands.
  mutating func writeStory(_ story: Story, _ session: Session) {
    let room = world.rooms.all[session.room]
    let lastDay = CivilDay(of: world.plan.end)
    var head: ThreadHead?
    for message in story.messages {
      let time = min(free(message.time(lastDay: lastDay)), world.plan.end)
      let author = room.members.lowerBound + message.author % room.humanCount
      let written = writeMessage(
        Draft(
          room: session.room,
          author: Int(world.rooms.members[author]),
          time: time,
          content: .written(message.content),
          title: message.subject.map { .written($0) } ?? .none,
          parent: head,
          story: message
        )
      )
      if head == nil { head = written }
    }
  }
}
