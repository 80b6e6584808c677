internal import Circuit
internal import Index

extension WalkPage {
  /// What a walk needs to know of a page of items.
  init(_ page: ItemPage) {
    self.init(
      entries: (0..<page.items.count).map { place in
        let item = page.items[place]
        return Entry(id: WireID(item.itemId.bytes).digest, modified: item.modificationTime)
      },
      count: page.elementCount
    )
  }

  /// What a walk needs to know of a page of conversations.
  init(_ list: RecordList<Conversation>) {
    self.init(
      entries: list.map { conversation in
        Entry(
          id: WireID(conversation.convId).digest,
          modified: conversation.modificationTime ?? conversation.creationTime
        )
      },
      count: list.count + list.rejected.count
    )
  }
}

extension PageWalk.Request {
  /// The moment it names, ms since 1970 UTC.
  var moment: Int64 {
    switch self {
    case .after(let moment), .before(let moment): moment
    }
  }

  /// The way it goes from there.
  var direction: PageDirection {
    switch self {
    case .after: .after
    case .before: .before
    }
  }
}
