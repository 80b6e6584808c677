import Output

extension Oracle {
  /// `reports/tenant.md`.
  func tenant() -> [Table] {
    let messages = messages
    var newcomers: [String: Int] = [:]
    for (_, first) in newPeople() { newcomers[first.day.monthName, default: 0] += 1 }
    var kinds: [String: [Message]] = [:]
    var kindPlaces: [String: Int] = [:]
    for (place, messages) in byPlace(messages) {
      let kind = model.places[place].type ?? "other"
      kinds[kind, default: []] += messages
      kindPlaces[kind, default: 0] += 1
    }
    return [
      totals(), byMonth(), byWeek(), byHour(),
      Table(
        "newcomers",
        "month people",
        newcomers.sorted { $0.key < $1.key }.map { [.text($0.key), integer($0.value)] }
      ),
      Table(
        "conversations",
        "convId name type participants messages replies likes files calls",
        ranked(byPlace(messages), by: \.count).prefix(most).map { place, messages in
          [
            placeID(place), placeName(place), placeType(place),
            integer(model.places[place].members.count), integer(messages.count),
            integer(replies(messages)), integer(likes(messages)), integer(files(messages)),
            integer(calls.count { $0.item.place == place }),
          ]
        }
      ),
      writers(),
      Table(
        "kinds",
        "type messages conversations replies",
        ranked(kinds, by: \.count).map { kind, messages in
          [
            .text(kind), integer(messages.count), integer(kindPlaces[kind] ?? 0),
            integer(replies(messages)),
          ]
        }
      ),
    ]
  }

  private func byMonth() -> Table {
    let months = Dictionary(grouping: items(in: span), by: \.day.monthName)
    return Table(
      "months",
      "month messages people replies likes files calls",
      names(\.monthName).map { month in
        let items = months[month] ?? []
        let messages = items.filter(\.item.isMessage)
        return [
          .text(month), integer(messages.count), integer(people(messages)),
          integer(replies(messages)), integer(likes(messages)), integer(files(messages)),
          integer(items.count { $0.item.isCall }),
        ]
      }
    )
  }

  private func byWeek() -> Table {
    func week(_ day: CalendarDay) -> String {
      day.weekName(daysBeforeMonday: span.daysBeforeMonday)
    }
    let names = Dictionary(uniqueKeysWithValues: span.days.map { ($0, week($0)) })
    let weeks = Dictionary(grouping: messages) { names[$0.day] ?? "" }
    return Table(
      "weeks",
      "week messages people replies",
      self.names { names[$0] ?? "" }.map { week in
        let messages = weeks[week] ?? []
        return [
          .text(week), integer(messages.count), integer(people(messages)),
          integer(replies(messages)),
        ]
      }
    )
  }

  /// The names of the period's days, each once.
  private func names(_ name: (CalendarDay) -> String) -> [String] {
    var names: [String] = []
    for day in span.days.map(name) where names.last != day { names.append(day) }
    return names
  }
}
