import Output

/// What tables show of people, conversations and counts.
extension Oracle {
  func integer(_ number: Int) -> Cell { .integer(Int64(number)) }
  func integer(_ number: Int64?) -> Cell { number.map(Cell.integer) ?? .null }
  func duration(_ milliseconds: Double?) -> Cell {
    milliseconds.map { .quantity(.real($0), .duration) } ?? .null
  }
  func time(_ time: Int64?) -> Cell { time.map(Cell.time) ?? .null }
  func share(_ part: Int, of whole: Int) -> Cell {
    whole == 0 ? .null : .quantity(.real(Double(part) / Double(whole)), .share)
  }

  func personID(_ person: Int?) -> Cell { person.map { .text(model.people[$0].id) } ?? .null }
  func personName(_ person: Int?) -> Cell {
    person.map { .text(model.people[$0].shownName) } ?? .null
  }
  func placeID(_ place: Int?) -> Cell { place.map { .text(model.places[$0].id) } ?? .null }
  func placeName(_ place: Int?) -> Cell { place.map { .text(placeName($0)) } ?? .null }
  func placeType(_ place: Int) -> Cell { Cell(model.places[place].type) }

  private func placeName(_ number: Int) -> String {
    let place = model.places[number]
    if let topic = place.topic, !topic.isEmpty { return topic }
    if let placeholder = place.placeholder, !placeholder.isEmpty { return placeholder }
    if place.members.isEmpty { return place.id }
    return place.members.prefix(5).map { model.people[$0].shownName }.joined(separator: ", ")
  }

  func quote(_ message: Message) -> Cell { Cell(message.item.quote) }

  func sum(_ messages: [Message], _ count: (TenantModel.Item) -> Int) -> Int {
    messages.reduce(0) { $0 + count($1.item) }
  }
  func replies(_ messages: [Message]) -> Int { messages.count { $0.item.isReply } }
  func likes(_ messages: [Message]) -> Int { sum(messages) { $0.likers.count } }
  func files(_ messages: [Message]) -> Int { sum(messages) { $0.files.count } }
  /// How many wrote; somebody whom the API does not name is nobody.
  func people(_ messages: [Message]) -> Int { Set(messages.compactMap(\.item.author)).count }

  /// Messages by who wrote them, without those of nobody.
  func byAuthor(_ messages: [Message]) -> [Int: [Message]] {
    var groups: [Int: [Message]] = [:]
    for message in messages {
      if let author = message.item.author { groups[author, default: []].append(message) }
    }
    return groups
  }

  /// Messages by conversation, without those in none.
  func byPlace(_ messages: [Message]) -> [Int: [Message]] {
    var groups: [Int: [Message]] = [:]
    for message in messages {
      if let place = message.item.place { groups[place, default: []].append(message) }
    }
    return groups
  }

  /// The keys of groups, the greatest first, ties in the order of the keys.
  func ranked<Key: Comparable, Value>(_ groups: [Key: Value], by size: (Value) -> Int) -> [(
    key: Key, value: Value
  )] {
    groups.sorted { left, right in
      let (one, other) = (size(left.value), size(right.value))
      return one != other ? one > other : left.key < right.key
    }
  }

  /// The most liked messages first, among equals the newest.
  func mostLiked(_ messages: [Message], limit: Int) -> [Message] {
    let liked = Array(messages.reversed().filter { !$0.item.likers.isEmpty }.enumerated())
    return liked.sorted { left, right in
      let (one, other) = (left.element.item.likers.count, right.element.item.likers.count)
      return one != other ? one > other : left.offset < right.offset
    }.prefix(limit).map(\.element)
  }

  /// The value below which a share of the values lies, between two of them by the distance from each.
  func quantile(_ values: [Int64], _ share: Double) -> Double? {
    let sorted = values.sorted().map(Double.init)
    guard let last = sorted.last else { return nil }
    let position = share * Double(sorted.count - 1)
    let lower = Int(position.rounded(.down))
    guard lower + 1 < sorted.count else { return last }
    return sorted[lower] + (position - Double(lower)) * (sorted[lower + 1] - sorted[lower])
  }

  /// The rows of calls by type.
  func callRows(_ calls: [Entry], withAttendees: Bool) -> [[Cell]] {
    var types: [String: [TenantModel.Call]] = [:]
    for call in calls {
      types[call.item.call?.type ?? "other", default: []].append(call.item.call ?? .init())
    }
    return ranked(types, by: \.count).map { type, calls in
      let durations = calls.compactMap(\.duration)
      let total: Cell =
        durations.isEmpty ? .null : .quantity(.integer(durations.reduce(0, +)), .duration)
      return [
        .text(type), integer(calls.count), total, duration(quantile(durations, 0.5)),
      ] + (withAttendees ? [integer(calls.compactMap(\.attendees).max())] : [])
    }
  }
}
