extension TenantStream {
  /// Writes the optional fields of a message's `text`.
  mutating func writeExtras(_ draft: Draft, _ oddity: Oddity?) {
    writeSubject(draft)
    writeLikes(draft)
    if pen.link != nil, chance.perMille(500) { writePreview() }
    if draft.story == nil, chance.perMille(3) {
      pen.line.append(
        """
        ,"formMetaData":"{\\"id\\":\\"poll\\",\\"controls\\":[{\\"type\\":\\"RADIO\\",\
        \\"name\\":\\"q1\\",\\"options\\":[{\\"text\\":\\"yes\\",\\"value\\":\\"1\\"},\
        {\\"text\\":\\"no\\",\\"value\\":\\"0\\"}]}]}"
        """
      )
      summary.forms += 1
    }
    if draft.isWebhook { pen.line.append(",\"isWebhookMessage\":true") }
    if oddity == .nulls { pen.line.append(",\"formId\":null,\"mood\":null") }
  }

  private mutating func writeSubject(_ draft: Draft) {
    switch draft.title {
    case .none: return
    case .written(let subject): pen.line.append(member: "subject", subject)
    case .drawn:
      // A subject is plain text, whatever the content is.
      let setting = setting(of: draft.room, isRich: false)
      pen.line.append(",\"subject\":\"")
      pen.fill(chance.perMille(500) ? .project : .customer, setting)
      pen.line.append(": ")
      pen.fill(.noun, setting)
      if chance.perMille(400) {
        pen.line.append(" ")
        pen.fill(.rareWord, setting)
      }
      pen.line.append("\"")
    }
    summary.subjects += 1
  }

  private mutating func writeLikes(_ draft: Draft) {
    let room = world.rooms.all[draft.room]
    let people = room.humanCount
    let wanted = likeCount(draft, people: people)
    guard wanted > 0 else { return }
    let first = draft.story == nil ? chance.skewed(below: people) : 0
    var written = 0
    for step in 0..<people where written < wanted {
      let user = Int(world.rooms.members[room.members.lowerBound + (first + step) % people])
      if user == draft.author { continue }
      pen.line.append(written == 0 ? ",\"likedUserIds\":[\"" : ",\"")
      pen.append(userID: user)
      pen.line.append("\"")
      written += 1
    }
    guard written > 0 else { return }
    pen.line.append("]")
    summary.liked += 1
    summary.likes += written
  }

  private mutating func likeCount(_ draft: Draft, people: Int) -> Int {
    if let story = draft.story { return people * story.likes / 1_000 }
    guard people > 1, !draft.isWebhook else { return 0 }
    if draft.role == .announcement {
      return chance.perMille(800) ? 1 + chance.skewed(below: people - 1) : 0
    }
    return chance.perMille(150) ? 1 + chance.skewed(below: min(people - 1, 60)) : 0
  }

  private mutating func writePreview() {
    guard let link = pen.link else { return }
    let identifier = world.identifiers.identifier(.item, summary.items)
    pen.line.append(",\"preview\":{\"title\":\"")
    pen.line.append(copyOf: link)
    pen.line.append("\",\"type\":\"URL\",\"srcURL\":\"")
    pen.line.append(copyOf: link)
    pen.line.append("\",\"imageURI\":\"https://circuit.nordwind.example/preview/")
    pen.line.append(identifier)
    pen.line.append(".png\"}")
    summary.previews += 1
  }
}
