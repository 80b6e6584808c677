/// The API's objects as JSON.
extension TenantState {
  /// A conversation, with as many participants as it may name.
  func json(conversation index: Int, _ call: Call) -> [UInt8] {
    let conversation = conversations[index]
    var result = Array(conversation.json.dropLast())
    if result.count > 1 { result.append(UInt8(ascii: ",")) }
    result += "\"participants\":".utf8
    result += JSON.strings(
      conversation.participants.prefix(call.participantLimit).map { users[$0].id }
    )
    result.append(UInt8(ascii: "}"))
    return result
  }

  func json(conversations indices: some Sequence<Int>, _ call: Call) -> [UInt8] {
    JSON.list(indices.map { json(conversation: $0, call) })
  }

  /// Items, byte for byte as they came.
  func json(items indices: [Int]) -> [UInt8] {
    var result: [UInt8] = [UInt8(ascii: "[")]
    result.reserveCapacity(indices.reduce(2) { $0 + Int(items.entries[$1].count) + 1 })
    for index in indices {
      if result.count > 1 { result.append(UInt8(ascii: ",")) }
      items.append(index, to: &result)
    }
    result.append(UInt8(ascii: "]"))
    return result
  }

  /// A user; one of whom only the id is known has nothing else.
  func json(user index: Int) -> [UInt8] {
    users[index].json ?? JSON.object(["userId": JSON.string(users[index].id)])
  }
}
