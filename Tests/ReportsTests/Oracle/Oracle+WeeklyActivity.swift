import Output

extension Oracle {
  /// `reports/weekly-activity.md`.
  func weeklyActivity() -> [Table] {
    let messages = messages
    return [
      totals(), trend(), byDay(), byHour(),
      Table(
        "conversations",
        "convId name type messages people replies likes files",
        ranked(byPlace(messages), by: \.count).prefix(most).map { place, messages in
          [
            placeID(place), placeName(place), placeType(place), integer(messages.count),
            integer(people(messages)), integer(replies(messages)), integer(likes(messages)),
            integer(files(messages)),
          ]
        }
      ),
      writers(), members(), newcomers(), fileKinds(),
      Table(
        "calls",
        "type calls totalDuration medianDuration mostAttendees",
        callRows(calls, withAttendees: true)
      ),
      likedTable(mostLiked(messages, limit: 100)),
      flagged(),
    ]
  }

  /// Counts of the period and of the one before.
  func totals() -> Table {
    func counts(_ span: OracleSpan) -> [(String, Int)] {
      let items = items(in: span)
      let messages = items.filter(\.item.isMessage)
      return [
        ("messages", messages.count), ("people", people(messages)),
        ("conversations", byPlace(messages).count), ("replies", replies(messages)),
        ("likes", likes(messages)), ("flags", flagCount(of: messages)),
        ("files", files(messages)), ("calls", items.count { $0.item.isCall }),
      ]
    }
    return Table(
      "totals",
      "metric value previous change",
      zip(counts(span), counts(span.previous)).map { now, before in
        [.text(now.0), integer(now.1), integer(before.1), integer(now.1 - before.1)]
      }
    )
  }

  private func trend() -> Table {
    var spans = [span]
    for _ in 0..<11 { spans.append(spans[spans.count - 1].previous) }
    return Table(
      "trend",
      "name messages replies likes",
      spans.reversed().map { span in
        let messages = items(in: span).filter(\.item.isMessage)
        return [
          .text(span.name), integer(messages.count), integer(replies(messages)),
          integer(likes(messages)),
        ]
      }
    )
  }

  private func byDay() -> Table {
    let days = Dictionary(grouping: messages, by: \.day)
    let calls = Dictionary(grouping: calls, by: \.day)
    return Table(
      "days",
      "date messages people replies likes files calls",
      span.days.map { day in
        let messages = days[day] ?? []
        return [
          .text("\(day)"), integer(messages.count), integer(people(messages)),
          integer(replies(messages)), integer(likes(messages)), integer(files(messages)),
          integer(calls[day]?.count ?? 0),
        ]
      }
    )
  }

  /// All hours of a week, those without messages too.
  func byHour() -> Table {
    var counts: [[Int]] = Array(repeating: Array(repeating: 0, count: 24), count: 8)
    for message in messages { counts[message.weekday][message.hour] += 1 }
    return Table(
      "hours",
      "weekday hour messages",
      (1...7).flatMap { weekday in
        (0..<24).map { hour in
          [integer(weekday), integer(hour), integer(counts[weekday][hour])]
        }
      }
    )
  }

  /// Who wrote most.
  func writers() -> Table {
    Table(
      "people",
      "userId name messages replies likesReceived files",
      ranked(byAuthor(messages), by: \.count).prefix(most).map { person, messages in
        [
          personID(person), personName(person), integer(messages.count),
          integer(replies(messages)), integer(likes(messages)), integer(files(messages)),
        ]
      }
    )
  }

  private func members() -> Table {
    let writers = Set(messages.compactMap(\.item.author))
    var silent: Set<Int> = []
    for place in byPlace(messages).keys { silent.formUnion(model.places[place].members) }
    silent.subtract(writers)
    return Table(
      "members",
      "members people",
      [
        [.text("new"), integer(newPeople().count)], [.text("silent"), integer(silent.count)],
      ]
    )
  }

  /// Whose first message in the whole index is of the period.
  func newPeople() -> [(person: Int, first: Message)] {
    var first: [Int: Message] = [:]
    for message in allMessages {
      if let author = message.item.author, first[author] == nil { first[author] = message }
    }
    return first.filter { span.contains($0.value.day) }.map { ($0.key, $0.value) }
  }

  private func newcomers() -> Table {
    let people = newPeople().sorted { left, right in
      let ids = (model.people[left.person].id, model.people[right.person].id)
      return left.first.time != right.first.time
        ? left.first.time < right.first.time : ids.0.utf8.lexicographicallyPrecedes(ids.1.utf8)
    }
    return Table(
      "newcomers",
      "userId name firstMessageTime",
      people.map { [personID($0.person), personName($0.person), time($0.first.time)] }
    )
  }

  private func fileKinds() -> Table {
    var kinds: [String: [(file: TenantModel.File, author: Int?)]] = [:]
    for message in messages {
      for file in message.item.files {
        kinds[file.ending ?? "other", default: []].append((file, message.item.author))
      }
    }
    return Table(
      "files",
      "ending files authors totalBytes",
      ranked(kinds, by: \.count).map { ending, files in
        let sizes = files.compactMap(\.file.size)
        return [
          .text(ending), integer(files.count), integer(Set(files.compactMap(\.author)).count),
          sizes.isEmpty ? .null : .quantity(.integer(sizes.reduce(0, +)), .size),
        ]
      }
    )
  }

  /// Messages with how many like them.
  func likedTable(_ messages: [Message]) -> Table {
    Table(
      "liked",
      "likes creationTime creatorName conversation text itemId convId creatorId",
      messages.map { message in
        let item = message.item
        return [
          integer(item.likers.count), time(item.time), personName(item.author),
          placeName(item.place), quote(message), .text(item.id), placeID(item.place),
          personID(item.author),
        ]
      }
    )
  }

  private func flagged() -> Table {
    var rows: [[Cell]] = []
    for message in messages.reversed() {
      let flaggers = model.flags.filter { $0.item == message.item.id }.map(\.person)
        .sorted { model.people[$0].id.utf8.lexicographicallyPrecedes(model.people[$1].id.utf8) }
      for flagger in flaggers {
        rows.append([
          personName(flagger), time(message.time), personName(message.item.author),
          placeName(message.item.place), quote(message), .text(message.item.id),
          placeID(message.item.place), personID(message.item.author), personID(flagger),
        ])
      }
    }
    return Table(
      "flagged",
      "flaggerName creationTime creatorName conversation text itemId convId creatorId flaggerId",
      rows
    )
  }
}
