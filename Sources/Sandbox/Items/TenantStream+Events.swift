extension TenantStream {
  /// Writes the item that says that a conversation was made.
  mutating func writeCreation(_ session: Session) {
    openSystemItem(session)
    pen.line.append("\"CONVERSATION_CREATED\"")
    closeSystemItem(session)
  }

  /// Writes the item that says that a conversation got a new topic.
  mutating func writeRename(_ session: Session) {
    openSystemItem(session)
    pen.line.append("\"CONVERSATION_RENAMED\",\"oldTopic\":\"")
    pen.line.append(bytes: world.topics.former(session.room))
    pen.line.append("\",\"newTopic\":\"")
    pen.line.append(bytes: world.topics.present(session.room))
    pen.line.append("\"")
    roomChanges[session.room] = max(roomChanges[session.room], session.start)
    closeSystemItem(session)
  }

  /// Writes the item that says that a conversation's people, rights or look changed.
  mutating func writeMembership(_ session: Session) {
    openSystemItem(session)
    let people = 1 + chance.skewed(below: 3)
    switch chance.below(100) {
    case ..<60:
      pen.line.append("\"PARTICIPANT_ADDED\"")
      writeUsers(
        "affectedParticipants",
        Set((0..<people).map { _ in world.rooms.member(of: session.room, &chance) }).sorted()
      )
    case ..<85:
      pen.line.append("\"PARTICIPANT_REMOVED\"")
      writeUsers("affectedParticipants", [chance.below(world.people.humanCount)])
    case ..<93: pen.line.append("\"AVATAR_CHANGED\"")
    case ..<97:
      pen.line.append("\"MODERATOR_RIGHTS_GRANTED\"")
      writeUsers("affectedParticipants", [world.rooms.member(of: session.room, &chance)])
    default: pen.line.append("\"GUEST_ACCESS_ENABLED\"")
    }
    roomChanges[session.room] = max(roomChanges[session.room], session.start)
    closeSystemItem(session)
  }

  private mutating func openSystemItem(_ session: Session) {
    openItem("SYSTEM", draft(of: session), isUnread: false)
    pen.line.append(",\"system\":{\"type\":")
  }

  private mutating func closeSystemItem(_ session: Session) {
    pen.line.append("}")
    closeItem()
    summary.system += 1
    itemIsDone(time: session.start)
  }

  /// What is common to an item that is no message and one that is.
  private func draft(of session: Session) -> Draft {
    Draft(
      room: session.room,
      author: session.person,
      time: session.start,
      content: .written("")
    )
  }

  /// Writes a call: ended, missed, still going on or moved to another conversation.
  mutating func writeCall(_ session: Session) {
    var session = session
    session.start = free(session.start)
    gatherCallers(session)
    openItem("RTC", draft(of: session), isUnread: true)
    pen.line.append(",\"rtc\":{\"type\":")
    let point = chance.below(100)
    switch point {
    case ..<76: pen.line.append("\"ENDED\"")
    case ..<88: pen.line.append("\"MISSED\"")
    case ..<96: pen.line.append("\"STARTED\"")
    default: pen.line.append("\"MOVED\"")
    }
    writeCallers()
    switch point {
    case ..<76:
      // Minutes mostly, an hour or two at times.
      pen.line.append(",\"ended\":{\"duration\":")
      pen.line.append(number: 4_000 + chance.below(40_000 << chance.below(8)))
      pen.line.append(member: "maxNumberOfAttendees", cast.count)
      pen.line.append("}")
    case ..<88:
      pen.line.append(
        chance.perMille(500) ? ",\"missed\":\"CANCELLED\"" : ",\"missed\":\"NOT_ANSWERED\""
      )
    case ..<96: break
    default:
      pen.line.append(",\"moved\":{\"conversationId\":\"")
      let other = world.rooms.draw(&chance)
      pen.line.append(world.roomIDs, other * 36..<(other + 1) * 36)
      pen.line.append("\",\"direction\":\"FROM\"}")
    }
    pen.line.append("}")
    closeItem()
    summary.calls += 1
    itemIsDone(time: session.start)
  }

  private mutating func gatherCallers(_ session: Session) {
    cast.removeAll(keepingCapacity: true)
    cast.append(session.person)
    for _ in 0..<1 + chance.skewed(below: 12) {
      let person = world.rooms.member(of: session.room, &chance)
      if !cast.contains(person) { cast.append(person) }
    }
  }

  private mutating func writeCallers() {
    pen.line.append(",\"rtcParticipants\":[")
    for (index, person) in cast.enumerated() {
      pen.line.append(index == 0 ? "{\"userId\":\"" : ",{\"userId\":\"")
      pen.append(userID: person)
      pen.line.append("\"")
      pen.line.append(member: "displayName", world.people.all[person].displayName)
      pen.line.append(",\"type\":\"USER\"}")
    }
    if chance.perMille(60) {
      pen.line.append(
        ",{\"displayName\":\"+49 89 555 01\",\"phoneNumber\":\"+498955501\",\"type\":\"TELEPHONY\"}"
      )
    }
    pen.line.append("]")
  }
}
