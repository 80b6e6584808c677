extension TenantStream {
  /// What happened to a message since it was posted.
  private enum State {
    case created
    case edited(Int)
    case deleted(Int)
  }

  /// Writes a message, and what hangs on it.
  ///
  /// - Parameter draft: The message.
  /// - Returns: The message as one that others can reply to, or nothing if it is not fit for that.
  mutating func writeMessage(_ draft: Draft) -> ThreadHead? {
    let item = summary.items
    let oddity = draft.story == nil ? oddities.deal() : nil
    let state = oddity == nil ? drawState(draft) : .created
    var modified = draft.time
    var isDeleted = false
    switch state {
    case .created: break
    case .edited(let time): modified = time
    case .deleted(let time):
      modified = time
      isDeleted = true
    }
    let type: StaticString = oddity == .unknownType ? "POLL" : "TEXT"
    openItem(type, draft, modified: modified, isUnread: true, oddity)
    if oddity == .unknownType {
      pen.line.append(",\"poll\":{\"question\":\"tea?\",\"options\":[\"yes\",\"no\",null]}}\n")
      summary.unknownTypes += 1
    } else {
      writeText(draft, item: item, state, oddity)
      if !isDeleted { writeFiles(draft, item: item) }
      closeItem(oddity)
    }
    summary.odd += oddity == nil ? 0 : 1
    itemIsDone(time: draft.time)
    guard oddity == nil, !isDeleted else { return nil }
    mark(draft, item: item)
    return ThreadHead(
      item: item,
      time: draft.time,
      author: draft.author,
      isQuestion: draft.role == .question
    )
  }

  private mutating func drawState(_ draft: Draft) -> State {
    let left = world.plan.end - draft.time
    if let story = draft.story {
      guard let hours = story.editedAfter else { return .created }
      return .edited(draft.time + min(left, hours * 3_600_000))
    }
    let point = chance.below(1_000)
    guard point < 45, left > 1 else { return .created }
    // Most changes come within minutes, some after weeks.
    let delay = 1 + chance.below(min(left, 30_000 << chance.below(17)))
    return point < 34 ? .edited(draft.time + delay) : .deleted(draft.time + delay)
  }

  private mutating func writeText(_ draft: Draft, item: Int, _ state: State, _ oddity: Oddity?) {
    let isRich = draft.story != nil || chance.perMille(700)
    pen.line.append(",\"text\":{")
    if case .deleted = state {
      pen.line.append(chance.perMille(500) ? "\"content\":\"\"," : "")
    } else {
      pen.line.append("\"content\":\"")
      writeContent(draft, isRich: isRich)
      if let oddity { pen.line.append(json: oddity) }
      pen.line.append("\",")
    }
    pen.line.append(isRich ? "\"contentType\":\"RICH\"" : "\"contentType\":\"PLAIN\"")
    switch state {
    case .created:
      pen.line.append(oddity == .unknownState ? ",\"state\":\"PENDING\"" : ",\"state\":\"CREATED\"")
    case .edited: pen.line.append(",\"state\":\"EDITED\"")
    case .deleted: pen.line.append(",\"state\":\"DELETED\"")
    }
    if let parent = draft.parent {
      pen.line.append(member: "parentId", world.identifiers.identifier(.item, parent.item))
    }
    if case .deleted = state {
      summary.deleted += 1
    } else {
      count(draft, state, isRich: isRich)
      writeExtras(draft, oddity)
    }
    pen.line.append("}")
  }

  private mutating func count(_ draft: Draft, _ state: State, isRich: Bool) {
    summary.messages += 1
    summary.rich += isRich ? 1 : 0
    summary.replies += draft.parent == nil ? 0 : 1
    summary.webhook += draft.isWebhook ? 1 : 0
    if case .edited = state { summary.edited += 1 }
  }

  private mutating func writeContent(_ draft: Draft, isRich: Bool) {
    switch draft.content {
    case .written(let html):
      pen.link = nil
      pen.line.append(json: html.utf8)
    case .drawn(let role):
      pen.content(role, setting(of: draft.room, isRich: isRich))
    }
  }

  /// How things are said in `room`: there one message in twelve is English whatever its language.
  mutating func setting(of room: Int, isRich: Bool) -> Composer.Setting {
    let it = world.rooms.all[room]
    let isEnglish = it.tongue == .english || chance.perMille(80)
    return Composer.Setting(
      isRich: isRich,
      tongue: isEnglish ? .english : it.tongue,
      subject: it.subject,
      project: it.project,
      room: room
    )
  }
}
