import Output

extension Oracle {
  private struct Like {
    let giver: Int
    let message: Message
    var receiver: Int? { message.item.author }
  }

  /// `reports/likes.md`.
  func likesReport() -> [Table] {
    let messages = messages
    let likes = messages.flatMap { message in
      message.item.likers.map { Like(giver: $0, message: message) }
    }
    let ids = Set(messages.map(\.item.id))
    let takenBack = model.pastLikes.filter { ids.contains($0.item) }
    let topTen = mostLiked(messages, limit: 10).reduce(0) { $0 + $1.item.likers.count }
    return [
      Table(
        "totals",
        "likes likedMessages givers receivers topTenShare",
        [
          [
            integer(likes.count), integer(Set(likes.map(\.message.item.id)).count),
            integer(Set(likes.map(\.giver)).count),
            integer(Set(likes.compactMap(\.receiver)).count), share(topTen, of: likes.count),
          ]
        ]
      ),
      reciprocity(likes), given(likes), received(messages), pairs(likes),
      Table(
        "conversations",
        "name likes messages people convId",
        ranked(byPlace(messages), by: self.likes).filter { self.likes($0.value) > 0 }.prefix(20)
          .map { place, messages in
            [
              placeName(place), integer(self.likes(messages)), integer(messages.count),
              integer(people(messages)), placeID(place),
            ]
          }
      ),
      likedTable(mostLiked(messages, limit: 100)),
      Table(
        "takenBack",
        "likes earliestTime latestTime",
        [
          [
            integer(takenBack.count), time(takenBack.map(\.after).min()),
            time(takenBack.map(\.before).max()),
          ]
        ]
      ),
    ]
  }

  private func reciprocity(_ likes: [Like]) -> Table {
    var pairs: [Set<Int>: Set<Int>] = [:]
    for like in likes {
      if let receiver = like.receiver, receiver != like.giver {
        pairs[[receiver, like.giver], default: []].insert(like.giver)
      }
    }
    let mutual = pairs.count { $0.value.count == 2 }
    return Table(
      "reciprocity",
      "pairs mutualPairs mutualShare",
      [
        [
          integer(pairs.count), pairs.isEmpty ? .null : integer(mutual),
          share(mutual, of: pairs.count),
        ]
      ]
    )
  }

  private func given(_ likes: [Like]) -> Table {
    Table(
      "given",
      "userId name likes people",
      ranked(Dictionary(grouping: likes, by: \.giver), by: \.count).prefix(most)
        .map { giver, likes in
          [
            personID(giver), personName(giver), integer(likes.count),
            integer(Set(likes.compactMap(\.receiver)).count),
          ]
        }
    )
  }

  private func received(_ messages: [Message]) -> Table {
    Table(
      "received",
      "userId name likes messages likesPerMessage",
      ranked(byAuthor(messages), by: likes).filter { likes($0.value) > 0 }.prefix(most)
        .map { author, messages in
          [
            personID(author), personName(author), integer(likes(messages)),
            integer(messages.count), .real(Double(likes(messages)) / Double(messages.count)),
          ]
        }
    )
  }

  private func pairs(_ likes: [Like]) -> Table {
    let none = Array(repeating: 0, count: model.people.count)
    var counts = model.people.map { _ in none }
    for like in likes { if let receiver = like.receiver { counts[like.giver][receiver] += 1 } }
    var rows: [(giver: Int, receiver: Int, count: Int)] = []
    for (giver, counts) in counts.enumerated() {
      for (receiver, count) in counts.enumerated() where count > 0 {
        rows.append((giver, receiver, count))
      }
    }
    // In the order of the people where counts are the same.
    let sorted = rows.enumerated().sorted { left, right in
      left.element.count != right.element.count
        ? left.element.count > right.element.count : left.offset < right.offset
    }
    return Table(
      "pairs",
      "giverId giver receiverId receiver likes",
      sorted.prefix(most).map(\.element).map { row in
        [
          personID(row.giver), personName(row.giver), personID(row.receiver),
          personName(row.receiver), integer(row.count),
        ]
      }
    )
  }
}
