import Output

extension Oracle {
  /// `reports/person.md`.
  func person(_ person: Int) -> [Table] {
    let messages = messages
    let own = messages.filter { $0.item.author == person }
    let life = allMessages.filter { $0.item.author == person }
    let liked = messages.filter { $0.item.likers.contains(person) }
    let ids = Set(messages.map(\.item.id))
    var likedBy: [Int: Int] = [:]
    for message in own { for liker in message.item.likers { likedBy[liker, default: 0] += 1 } }
    let byDay = Dictionary(grouping: own, by: \.day)
    return [
      Table(
        "totals",
        "messages conversations replies questions files likesReceived repliesReceived",
        [
          [
            integer(own.count), integer(placeCount(own)), integer(replies(own)),
            integer(own.count { $0.item.isQuestion }), integer(files(own)), integer(likes(own)),
            integer(own.reduce(0) { $0 + replies(to: $1).count }),
          ]
        ]
      ),
      Table(
        "gave",
        "likes flags calls",
        [
          [
            integer(liked.count),
            integer(model.flags.count { $0.person == person && ids.contains($0.item) }),
            integer(calls.count { $0.item.author == person }),
          ]
        ]
      ),
      Table(
        "life",
        "messages conversations firstTime lastTime",
        [
          [
            integer(life.count), integer(placeCount(life)), time(life.first?.time),
            time(life.last?.time),
          ]
        ]
      ),
      Table(
        "days",
        "date messages replies likesReceived",
        span.days.map { day in
          let own = byDay[day] ?? []
          return [
            .text("\(day)"), integer(own.count), integer(replies(own)), integer(likes(own)),
          ]
        }
      ),
      Table(
        "conversations",
        "convId name messages replies likesReceived",
        ranked(byPlace(own), by: \.count).prefix(most).map { place, own in
          [
            placeID(place), placeName(place), integer(own.count), integer(replies(own)),
            integer(likes(own)),
          ]
        }
      ),
      people("likedBy", likedBy), people("likes", byAuthor(liked).mapValues(\.count)),
      Table(
        "liked",
        "likes creationTime conversation text itemId convId",
        mostLiked(own, limit: most).map { message in
          [
            integer(message.item.likers.count), time(message.time),
            placeName(message.item.place), quote(message), .text(message.item.id),
            placeID(message.item.place),
          ]
        }
      ),
    ]
  }

  private func placeCount(_ messages: [Message]) -> Int { byPlace(messages).count }

  private func people(_ name: String, _ likes: [Int: Int]) -> Table {
    Table(
      name,
      "userId name likes",
      ranked(likes) { $0 }.prefix(most).map { person, likes in
        [personID(person), personName(person), integer(likes)]
      }
    )
  }

  /// `reports/conversation.md`.
  func conversation(_ place: Int) -> [Table] {
    let own = allMessages.filter { $0.item.place == place }
    let about = model.places[place]
    let writers = Set(own.compactMap(\.item.author))
    return [
      Table(
        "totals",
        "messages people replies likes files firstTime lastTime",
        [
          [
            integer(own.count), integer(people(own)), integer(replies(own)), integer(likes(own)),
            integer(files(own)), time(own.first?.time), time(own.last?.time),
          ]
        ]
      ),
      Table(
        "about",
        "type creationTime participants silent",
        [
          [
            Cell(about.type), time(about.created), integer(about.members.count),
            integer(about.members.count { !writers.contains($0) }),
          ]
        ]
      ),
      Table(
        "creator",
        "userId name",
        about.creator.map { [[personID($0), personName($0)]] } ?? []
      ),
      months(own), hours(own),
      Table(
        "people",
        "userId name messages replies likesReceived firstTime lastTime",
        ranked(byAuthor(own), by: \.count).prefix(most).map { person, own in
          [
            personID(person), personName(person), integer(own.count), integer(replies(own)),
            integer(likes(own)), time(own.first?.time), time(own.last?.time),
          ]
        }
      ),
      threads(own), likedHere(own),
      Table(
        "calls",
        "type calls totalDuration medianDuration",
        callRows(
          entries.filter { $0.item.isCall && $0.item.place == place },
          withAttendees: false
        )
      ),
    ]
  }

  private func months(_ own: [Message]) -> Table {
    Table(
      "months",
      "month messages people replies likes files",
      Dictionary(grouping: own, by: \.day.monthName).sorted { $0.key < $1.key }
        .map { month, own in
          [
            .text(month), integer(own.count), integer(people(own)), integer(replies(own)),
            integer(likes(own)), integer(files(own)),
          ]
        }
    )
  }

  private func hours(_ own: [Message]) -> Table {
    let hours = Dictionary(grouping: own) { $0.weekday * 24 + $0.hour }
    return Table(
      "hours",
      "weekday hour messages",
      hours.sorted { $0.key < $1.key }.map {
        [integer($0.key / 24), integer($0.key % 24), integer($0.value.count)]
      }
    )
  }

  private func threads(_ own: [Message]) -> Table {
    let heads = own.reversed().filter { !$0.item.isReply && !replies(to: $0).isEmpty }
    let sorted = heads.enumerated().sorted { left, right in
      let (one, other) = (replies(to: left.element).count, replies(to: right.element).count)
      return one != other ? one > other : left.offset < right.offset
    }
    return Table(
      "threads",
      "replies creationTime creatorName text itemId creatorId",
      sorted.prefix(most).map(\.element).map { head in
        [
          integer(replies(to: head).count), time(head.time), personName(head.item.author),
          quote(head), .text(head.item.id), personID(head.item.author),
        ]
      }
    )
  }

  private func likedHere(_ own: [Message]) -> Table {
    Table(
      "liked",
      "likes creationTime creatorName text itemId creatorId",
      mostLiked(own, limit: most).map { message in
        [
          integer(message.item.likers.count), time(message.time),
          personName(message.item.author), quote(message), .text(message.item.id),
          personID(message.item.author),
        ]
      }
    )
  }
}
