extension TenantStream {
  /// Writes `users.ndjson`.
  mutating func writeUsers() throws(SandboxError) {
    var file = try ArchiveFile(.users, destination)
    for (index, person) in world.people.all.enumerated() {
      write(person, index: index, &file.buffer)
      try file.flushIfFull()
    }
    try file.flush()
    summary.users = world.people.all.count
    summary.bytes += file.byteCount
  }

  private func write(_ person: Person, index: Int, _ line: inout ByteBuffer) {
    line.append("{\"userId\":\"")
    line.append(world.userIDs, index * 36..<(index + 1) * 36)
    line.append("\"")
    line.append(member: "displayName", person.displayName)
    line.append(member: "firstName", person.given)
    line.append(member: "lastName", person.family)
    line.append(member: "emailAddress", person.emailAddress)
    switch person.kind {
    case .regular: line.append(",\"userType\":\"REGULAR\",\"userState\":\"ACTIVE\"")
    case .guest: line.append(",\"userType\":\"GUEST\",\"userState\":\"ACTIVE\"")
    case .deleted: line.append(",\"userType\":\"REGULAR\",\"userState\":\"DELETED\"")
    case .bot: line.append(",\"userType\":\"BOT\",\"userState\":\"ACTIVE\"")
    }
    line.append(member: "locale", person.locale)
    line.append(member: "primaryTenantId", world.identifiers.identifier(.tenant, 0))
    if let company = person.company { line.append(member: "company", company) }
    if let department = person.department { line.append(member: "department", department) }
    if let jobTitle = person.jobTitle { line.append(member: "jobTitle", jobTitle) }
    line.append("}\n")
  }
}
