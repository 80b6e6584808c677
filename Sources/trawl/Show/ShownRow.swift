import Output
import Search

/// An item of an answer of `show`, as a row.
struct ShownRow {
  /// How it stands to the item that was asked for.
  enum Place: String {
    /// It is that item.
    case item
    /// It comes before it in the conversation.
    case before
    /// It comes after it in the conversation.
    case after
    /// It is of the same thread.
    case thread
  }

  let place: Place
  /// The id that was asked for.
  let asked: String
  let item: ItemDetails

  static let columns: [Column] = [
    Column("asked", audience: .programs),
    Column("place", title: "Place"),
    Column("itemId", audience: .programs, isIdentifier: true),
    Column("convId", audience: .programs),
    Column("creatorId", audience: .programs),
    Column("creationTime", title: "Time"),
    Column("modificationTime", audience: .programs),
    Column("type", audience: .programs),
    Column("state", audience: .programs),
    Column("gone", audience: .programs),
    Column("parentId", audience: .programs),
    Column("subject", title: "Subject"),
    Column("creatorName", title: "Author"),
    Column("conversation", title: "Conversation"),
    Column("text", title: "Text"),
    Column("likedBy", title: "Liked by"),
    Column("flaggedBy", title: "Flagged by"),
    Column("replies", title: "Replies", alignment: .trailing),
    Column("attachments", title: "Files"),
  ]

  var cells: [Cell] {
    let hit = item.hit
    return [
      .text(asked),
      .text(place.rawValue),
      .text(hit.itemId),
      .text(hit.convId),
      .text(hit.creatorId),
      .time(hit.creationTime),
      hit.modificationTime.map(Cell.time) ?? .null,
      .text(hit.type),
      Cell(hit.state),
      .boolean(hit.isGone),
      Cell(hit.parentId),
      Cell(hit.subject),
      .text(hit.creatorName),
      .text(hit.conversation),
      .text(item.text),
      .list(item.likedBy.map(\.name)),
      .list(item.flaggedBy.map(\.person.name)),
      Cell(hit.replies),
      .list(hit.attachments.map { $0.fileName ?? $0.fileId ?? "" }),
    ]
  }
}

extension JSONWriter {
  /// Writes a row of `show` as an object.
  mutating func value(_ row: ShownRow) {
    object { json in
      json.member("asked", row.asked)
      json.member("place", row.place.rawValue)
      json.members(of: row.item)
    }
  }

  /// Writes an item with all that is known of it.
  mutating func value(_ item: ItemDetails) {
    object { json in json.members(of: item) }
  }

  /// Writes an item's members: those of a hit, with the whole text and with people's names.
  mutating func members(of item: ItemDetails) {
    members(ofItem: item.hit)
    member("text", item.text)
    members(ofMarks: item.hit)
    array("likedBy") { json in for person in item.likedBy { json.value(person) } }
    array("flaggedBy") { json in
      for flagging in item.flaggedBy {
        json.object { json in
          json.members(of: flagging.person)
          json.member("firstSeen", flagging.firstSeen)
        }
      }
    }
  }

  private mutating func value(_ person: ItemDetails.Person) {
    object { json in json.members(of: person) }
  }

  private mutating func members(of person: ItemDetails.Person) {
    member("userId", person.userId)
    member("name", person.name)
  }
}
