extension TenantStream {
  /// Writes an exchange of messages.
  mutating func writeThread(_ session: Session) {
    gather(session)
    let isDirect = world.rooms.all[session.room].kind == .direct
    var time = session.start
    var head =
      !isDirect && chance.perMille(620)
      ? threads.draw(in: session.room, before: time, &chance) : nil
    var author = session.person
    var isAnswered = false
    for index in 0..<session.count {
      if index > 0 {
        time = next(after: time, left: session.count - index)
        author = another(than: author)
      }
      time = free(time)
      let replies = chance.perMille(isDirect ? 120 : 850)
      if let head, replies || index == 0 {
        let role = replyRole(head, isAnswered: isAnswered, by: author)
        isAnswered = true
        _ = writeMessage(
          Draft(
            room: session.room,
            author: author,
            time: time,
            content: .drawn(role),
            parent: head
          )
        )
      } else if let begun = writeHead(session, author: author, time: time) {
        head = begun
        isAnswered = false
      }
    }
  }

  /// Writes a message that replies to none; nothing comes back when nobody is going to reply.
  private mutating func writeHead(_ session: Session, author: Int, time: Int) -> ThreadHead? {
    let role = headRole(in: world.rooms.all[session.room].kind)
    let written = writeMessage(
      Draft(
        room: session.room,
        author: author,
        time: time,
        content: .drawn(role),
        title: drawTitle(role, in: session.room)
      )
    )
    let isLeftAlone = role == .chat || role == .question && chance.perMille(250)
    guard !isLeftAlone, let head = written else { return nil }
    threads.begin(head, in: session.room)
    return head
  }

  private mutating func drawTitle(_ role: Composer.Role, in room: Int) -> Draft.Title {
    let share =
      switch world.rooms.all[room].kind {
      case .direct: 0
      case .group: 50
      case .community, .large: role == .announcement ? 900 : 220
      }
    return role != .chat && chance.perMille(share) ? .drawn : .none
  }

  private mutating func headRole(in kind: RoomKind) -> Composer.Role {
    let point = chance.below(100)
    switch kind {
    case .direct: return point < 25 ? .question : point < 60 ? .chat : .statement
    case .group: return point < 40 ? .question : point < 50 ? .chat : .statement
    case .community, .large:
      return point < 40 ? .question : point < 46 ? .chat : point < 52 ? .announcement : .statement
    }
  }

  private mutating func replyRole(
    _ head: ThreadHead,
    isAnswered: Bool,
    by author: Int
  ) -> Composer.Role {
    let point = chance.below(100)
    guard head.isQuestion, !isAnswered, author != head.author else {
      return point < 22 ? .chat : point < 32 ? .question : .statement
    }
    return point < 85 ? .answer : .statement
  }

  /// Puts together who takes part in `session`.
  private mutating func gather(_ session: Session) {
    cast.removeAll(keepingCapacity: true)
    cast.append(session.person)
    for _ in 0..<1 + chance.below(4) {
      let person = world.rooms.member(of: session.room, &chance)
      if world.people.all[person].isHere(at: session.start), !cast.contains(person) {
        cast.append(person)
      }
    }
  }

  /// Who speaks next; mostly somebody else.
  private mutating func another(than last: Int) -> Int {
    let person = cast[chance.below(cast.count)]
    return person == last ? cast[chance.below(cast.count)] : person
  }

  /// The time of the next message when `left` are still to come: after seconds, at times hours.
  private mutating func next(after time: Int, left: Int) -> Int {
    // One in 8,000 is posted in the same millisecond by a client that retries.
    if chance.below(16_000) == 0 {
      taken.remove(time)
      return time
    }
    let gap = 3_000 + chance.below(4_000 << chance.skewed(below: 12))
    return time + min(gap, max(1, (world.plan.end - time) / (left + 1)))
  }
}
