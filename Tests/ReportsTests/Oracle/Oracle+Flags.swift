import Output

extension Oracle {
  private typealias Open = (flag: TenantModel.Flag, message: Message)

  /// `reports/flags.md`.
  func flagsReport() -> [Table] {
    let open = openFlags
    let bounds = bounds
    let past = model.pastFlags.compactMap { past in message(past.item).map { (past, $0) } }
    let unflagged = past.filter { bounds.contains($0.0.before) }
    let holders = Set(
      (model.flags.map { ($0.person, $0.item) } + model.pastFlags.map { ($0.person, $0.item) })
        .filter { exists($0.1) }.map(\.0)
    )
    return [
      Table(
        "totals",
        "openFlags items people newlyFlagged unflagged",
        [
          [
            integer(open.count), integer(Set(open.map(\.flag.item)).count),
            integer(Set(open.map(\.flag.person)).count),
            integer(open.count { bounds.contains($0.flag.seen) }), integer(unflagged.count),
          ]
        ]
      ),
      Table("flaggers", "people", [[integer(holders.count)]]),
      ages(open), byFlagger(open), byAuthor(open), byConversation(open), newlyFlagged(open),
      Table(
        "unflagged",
        "goneAfterTime goneBeforeTime flaggerName creationTime conversation text itemId convId flaggerId",
        sorted(unflagged) { ($0.0.before, $0.1, $0.0.person) }.prefix(most).map { past, message in
          [
            time(past.after), time(past.before), personName(past.person), time(message.time),
            placeName(message.item.place), quote(message), .text(message.item.id),
            placeID(message.item.place), personID(past.person),
          ]
        }
      ),
      oldestOpen(open),
    ]
  }

  private func ages(_ open: [Open]) -> Table {
    let limits: [(Int64, String)] = [
      (7, "under 1 week"), (28, "1 to 4 weeks"), (91, "4 to 13 weeks"), (365, "13 weeks to 1 year"),
      (.max, "over 1 year"),
    ]
    let end = bounds.upperBound
    let groups = Dictionary(grouping: open) { open in
      limits.first { (end - open.message.time) / 86_400_000 < $0.0 }?.1 ?? ""
    }
    return Table(
      "age",
      "age flags people",
      limits.map(\.1).compactMap { label in
        groups[label].map { open in
          [.text(label), integer(open.count), integer(Set(open.map(\.flag.person)).count)]
        }
      }
    )
  }

  private func byFlagger(_ open: [Open]) -> Table {
    Table(
      "byFlagger",
      "userId name flags oldestTime",
      ranked(Dictionary(grouping: open, by: \.flag.person), by: \.count).prefix(most)
        .map { person, open in
          [
            personID(person), personName(person), integer(open.count),
            time(open.map(\.message.time).min()),
          ]
        }
    )
  }

  private func byAuthor(_ open: [Open]) -> Table {
    var groups: [Int: [Open]] = [:]
    for open in open {
      if let author = open.message.item.author { groups[author, default: []].append(open) }
    }
    return Table(
      "byAuthor",
      "userId name flags items",
      ranked(groups, by: \.count).prefix(most).map { author, open in
        [
          personID(author), personName(author), integer(open.count),
          integer(Set(open.map(\.flag.item)).count),
        ]
      }
    )
  }

  private func byConversation(_ open: [Open]) -> Table {
    var groups: [Int: [Open]] = [:]
    for open in open {
      if let place = open.message.item.place { groups[place, default: []].append(open) }
    }
    return Table(
      "byConversation",
      "convId name flags items people",
      ranked(groups, by: \.count).prefix(most).map { place, open in
        [
          placeID(place), placeName(place), integer(open.count),
          integer(Set(open.map(\.flag.item)).count), integer(Set(open.map(\.flag.person)).count),
        ]
      }
    )
  }

  private func newlyFlagged(_ open: [Open]) -> Table {
    let bounds = bounds
    let new = open.filter { bounds.contains($0.flag.seen) }
    return Table(
      "newlyFlagged",
      "seenTime flaggerName creatorName creationTime conversation text itemId convId flaggerId",
      sorted(new) { ($0.flag.seen, $0.message, $0.flag.person) }.prefix(most)
        .map { flag, message in
          let item = message.item
          return [
            time(flag.seen), personName(flag.person), personName(item.author), time(item.time),
            placeName(item.place), quote(message), .text(item.id), placeID(item.place),
            personID(flag.person),
          ]
        }
    )
  }

  private func oldestOpen(_ open: [Open]) -> Table {
    let inOrder = sorted(open) { (0, $0.message, -$0.flag.person) }.reversed()
    return Table(
      "open",
      "creationTime flaggerName creatorName conversation text seenTime itemId convId flaggerId creatorId",
      inOrder.prefix(most).map { flag, message in
        let item = message.item
        return [
          time(item.time), personName(flag.person), personName(item.author),
          placeName(item.place), quote(message), time(flag.seen), .text(item.id),
          placeID(item.place), personID(flag.person), personID(item.author),
        ]
      }
    )
  }

  /// The latest look first, in it the newest message, on it the people in their order.
  private func sorted<Mark>(_ marks: [Mark], by key: (Mark) -> (Int64, Message, Int)) -> [Mark] {
    marks.sorted { left, right in
      let (one, other) = (key(left), key(right))
      if one.0 != other.0 { return one.0 > other.0 }
      if one.1.time != other.1.time { return one.1.time > other.1.time }
      let ids = (one.1.item.id, other.1.item.id)
      return ids.0 != ids.1 ? ids.1.utf8.lexicographicallyPrecedes(ids.0.utf8) : one.2 < other.2
    }
  }
}
