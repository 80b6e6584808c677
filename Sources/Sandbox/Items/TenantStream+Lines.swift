extension TenantStream {
  /// Writes the start of an item's line, up to its times.
  mutating func openItem(
    _ type: StaticString,
    _ draft: Draft,
    modified: Int? = nil,
    isUnread: Bool,
    _ oddity: Oddity? = nil
  ) {
    pen.line.append("{\"itemId\":\"")
    if oddity == .opaqueIdentifier { pen.line.append("item ") }
    pen.line.append(world.identifiers.identifier(.item, summary.items))
    pen.line.append("\",\"convId\":\"")
    pen.line.append(world.roomIDs, draft.room * 36..<(draft.room + 1) * 36)
    pen.line.append("\",\"type\":\"")
    pen.line.append(type)
    if oddity != .noCreator {
      pen.line.append("\",\"creatorId\":\"")
      pen.append(userID: draft.author)
    }
    pen.line.append("\"")
    writeTimes(draft.time, modified ?? draft.time, oddity)
    guard oddity != .missingFields else { return }
    pen.line.append(",\"includeInUnreadCount\":")
    pen.line.append(isUnread)
  }

  private mutating func writeTimes(_ created: Int, _ modified: Int, _ oddity: Oddity?) {
    switch oddity {
    case .fractionalTimes:
      pen.line.append(member: "creationTime", created)
      pen.line.append(".0")
      pen.line.append(member: "modificationTime", modified)
      pen.line.append("e0")
    case .textTimes:
      pen.line.append(member: "creationTime", String(created))
      pen.line.append(member: "modificationTime", modified)
    case .noCreationTime:
      pen.line.append(member: "modificationTime", modified)
    case .missingFields:
      pen.line.append(member: "creationTime", created)
    case .hugeNumbers:
      pen.line.append(member: "creationTime", created)
      pen.line.append(",\"modificationTime\":99999999999999999999,\"weight\":1e300")
    default:
      pen.line.append(member: "creationTime", created)
      pen.line.append(member: "modificationTime", modified)
    }
  }

  /// Writes the end of an item's line.
  mutating func closeItem(_ oddity: Oddity? = nil) {
    if oddity == .unknownFields {
      pen.line.append(",\"zone\":{\"codes\":[1,2.5,{\"deep\":null}],\"ok\":true}")
    }
    pen.line.append("}\n")
  }

  /// Writes a list of users as the value of `name`, after a comma.
  mutating func writeUsers(_ name: StaticString, _ users: some Collection<Int>) {
    pen.line.append(",\"")
    pen.line.append(name)
    pen.line.append("\":[")
    for (index, user) in users.enumerated() {
      pen.line.append(index == 0 ? "\"" : ",\"")
      pen.append(userID: user)
      pen.line.append("\"")
    }
    pen.line.append("]")
  }
}
