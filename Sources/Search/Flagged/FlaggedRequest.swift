/// Which flagged items to list.
public struct FlaggedRequest: Sendable {
  /// What a flagged item must be; everything for all of them.
  ///
  /// What it says of conversations holds for items that the index does not have as well, since the
  /// flag says where they are.
  public var query: Query
  /// Names of those whose flags are listed; any of them, or everyone when empty.
  public var flaggers: [String]
  /// How many entries are listed at most; `nil` for all.
  public var limit: Int?
  /// About how many characters a snippet has.
  public var snippetLength: Int

  /// A request for flags.
  ///
  /// - Parameters:
  ///   - query: What a flagged item must be.
  ///   - flaggers: Names of those whose flags are listed; any of them, or everyone when empty.
  ///   - limit: How many entries are listed at most; `nil` for all.
  ///   - snippetLength: About how many characters a snippet has.
  public init(
    query: Query,
    flaggers: [String] = [],
    limit: Int? = nil,
    snippetLength: Int = 160
  ) {
    self.query = query
    self.flaggers = flaggers
    self.limit = limit
    self.snippetLength = snippetLength
  }
}

/// One person's flag on one item.
public struct FlaggedEntry: Sendable, Equatable {
  /// Who flags it, by userId.
  public var flaggerId: String
  /// Who flags it, by name.
  public var flaggerName: String
  /// The flagged item's id.
  public var itemId: String
  /// The id of the conversation it is in, as the flag says.
  public var convId: String
  /// The conversation's name.
  public var conversation: String
  /// When the flag was seen first, in ms since 1970 UTC: it was set then or before.
  public var firstSeen: Int64?
  /// The item, unless the index does not have it.
  public var item: SearchHit?

  /// How old the item is at a moment, in ms.
  ///
  /// - Parameter now: Milliseconds since 1970 UTC.
  /// - Returns: The age, or `nil` when the index does not have the item.
  public func age(at now: Int64) -> Int64? {
    item.map { now - $0.creationTime }
  }
}

/// What a list of flagged items is grouped by.
public enum FlaggedGrouping: String, Sendable, CaseIterable {
  /// Who flags them.
  case flagger
  /// The conversation they are in.
  case conversation
  /// Who wrote them.
  case author
}

/// The flagged items of one flagger, conversation or author.
public struct FlaggedGroup: Sendable, Equatable {
  /// The userId or convId; empty for the authors of items that the index does not have.
  public var id: String
  /// The name.
  public var name: String
  /// The entries, in the order of the list.
  public var entries: [FlaggedEntry]

  /// Groups entries, the group with the most of them first, ties by name.
  ///
  /// - Parameters:
  ///   - entries: A list of flagged items.
  ///   - grouping: What to group by.
  /// - Returns: The groups, each with the entries in their order.
  public static func groups(of entries: [FlaggedEntry], by grouping: FlaggedGrouping) -> [Self] {
    var places: [String: Int] = [:]
    var groups: [Self] = []
    for entry in entries {
      let (id, name) =
        switch grouping {
        case .flagger: (entry.flaggerId, entry.flaggerName)
        case .conversation: (entry.convId, entry.conversation)
        case .author: (entry.item?.creatorId ?? "", entry.item?.creatorName ?? "")
        }
      if let place = places[id] {
        groups[place].entries.append(entry)
      } else {
        places[id] = groups.count
        groups.append(Self(id: id, name: name, entries: [entry]))
      }
    }
    return groups.sorted { first, second in
      (-first.entries.count, first.name, first.id) < (-second.entries.count, second.name, second.id)
    }
  }
}
