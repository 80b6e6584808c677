extension TenantStream {
  /// Lets people flag and pin a message.
  mutating func mark(_ draft: Draft, item: Int) {
    let flaggers = draft.story?.flags ?? drawFlaggers()
    if flaggers > 0 { writeFlags(flaggers, draft, item: item) }
    if draft.story == nil, !draft.isWebhook, chance.below(10_000) < 22 {
      writePin(draft, item: item)
    }
  }

  private mutating func drawFlaggers() -> Int {
    guard chance.perMille(11) else { return 0 }
    return chance.perMille(120) ? 2 : 1
  }

  private mutating func writeFlags(_ count: Int, _ draft: Draft, item: Int) {
    let room = world.rooms.all[draft.room]
    let first = draft.story == nil ? chance.skewed(below: room.humanCount) : 0
    for step in 0..<min(count, room.humanCount) {
      let member = room.members.lowerBound + (first + step) % room.humanCount
      flags.buffer.append("{\"userId\":\"")
      flags.buffer.append(world.userIDs, slot(Int(world.rooms.members[member])))
      flags.buffer.append("\"")
      flags.buffer.append(member: "itemId", world.identifiers.identifier(.item, item))
      flags.buffer.append(",\"convId\":\"")
      flags.buffer.append(world.roomIDs, slot(draft.room))
      flags.buffer.append("\"}\n")
      summary.flags += 1
    }
    summary.flagged += 1
  }

  private mutating func writePin(_ draft: Draft, item: Int) {
    let left = world.plan.end - draft.time
    pins.buffer.append("{\"convId\":\"")
    pins.buffer.append(world.roomIDs, slot(draft.room))
    pins.buffer.append("\"")
    pins.buffer.append(member: "itemId", world.identifiers.identifier(.item, item))
    pins.buffer.append(
      member: "pinnedTime",
      draft.time + chance.below(min(left, 3 * CivilDay.milliseconds) + 1)
    )
    pins.buffer.append(",\"userId\":\"")
    pins.buffer.append(world.userIDs, slot(world.rooms.member(of: draft.room, &chance)))
    pins.buffer.append("\"}\n")
    summary.pins += 1
  }

  /// Where an identifier stands among those of its kind.
  private func slot(_ index: Int) -> Range<Int> { index * 36..<(index + 1) * 36 }
}
