internal import Circuit

/// A list of conversations, and whether it is all of them.
struct ConversationListing: Sendable {
  /// By id, without duplicates.
  var conversations: [String: Conversation] = [:]
  /// Whether nothing was left out.
  var isWhole = true
  /// Records that could not be taken.
  var rejected: [RejectedElement] = []

  /// Takes a page; how many of its conversations were new.
  @discardableResult
  mutating func add(_ page: RecordList<Conversation>) -> Int {
    let before = conversations.count
    for conversation in page { conversations[conversation.convId] = conversation }
    rejected += page.rejected
    if !page.rejected.isEmpty { isWhole = false }
    return conversations.count - before
  }
}

extension ConversationListing {
  /// All conversations that an account's user takes part in, walked through by their modificationTime.
  ///
  /// - Parameters:
  ///   - client: The account's client.
  ///   - now: The present, ms.
  ///   - proceed: Called before each request; false breaks the list off.
  ///   - onPage: Told of each page.
  /// - Returns: The list.
  /// - Throws: `APIError`.
  static func own(
    _ client: APIClient,
    now: Int64,
    proceed: () -> Bool,
    onPage: (RecordList<Conversation>) -> Void
  ) throws(APIError) -> ConversationListing {
    var listing = ConversationListing()
    var walk = PageWalk(from: 0, size: APILimit.results, now: now)
    while let request = walk.request {
      guard proceed() else { throw .stopped }
      let page = try client.send(
        .conversations(modTime: request.moment, direction: request.direction)
      )
      listing.add(page)
      onPage(page)
      walk.take(WalkPage(page))
    }
    if !walk.gaps.isEmpty { listing.isWhole = false }
    return listing
  }

  /// The communities that an account's user could join.
  ///
  /// The list cannot be read past a certain place, so a long one is read from both ends of several orders.
  ///
  /// - Parameters:
  ///   - client: The account's client.
  ///   - proceed: Called before each request; false breaks the list off.
  /// - Returns: The list.
  /// - Throws: `APIError`.
  static func communities(
    _ client: APIClient,
    proceed: () -> Bool
  ) throws(APIError) -> ConversationListing {
    var listing = ConversationListing()
    for sort in CommunitySort.allCases {
      var reaches: [Set<String>] = []
      for order in ListOrder.allCases {
        var reach = ConversationListing()
        let reachesEnd = try read(sort, order, into: &reach, client, proceed)
        for conversation in reach.conversations.values {
          listing.conversations[conversation.convId] = conversation
        }
        listing.rejected += reach.rejected
        if reachesEnd {
          listing.isWhole = listing.rejected.isEmpty
          return listing
        }
        reaches.append(Set(reach.conversations.keys))
      }
      // An order that both ends of meet has been read as a whole.
      if sort == .alphabetically, !reaches[0].isDisjoint(with: reaches[1]) {
        listing.isWhole = listing.rejected.isEmpty
        return listing
      }
    }
    listing.isWhole = false
    return listing
  }

  /// Reads as far as the API lets; whether that was to the end.
  private static func read(
    _ sort: CommunitySort,
    _ order: ListOrder,
    into listing: inout ConversationListing,
    _ client: APIClient,
    _ proceed: () -> Bool
  ) throws(APIError) -> Bool {
    var start = 0
    while true {
      guard proceed() else { throw .stopped }
      let page = try client.send(
        .communities(sort: sort, order: order, includeOwn: false, startIndex: start)
      )
      let count = page.count + page.rejected.count
      let isNews = listing.add(page) > 0
      guard count >= APILimit.results, isNews else { return count < APILimit.results }
      guard start < APILimit.startIndex else { return false }
      start = min(start + count, APILimit.startIndex)
    }
  }
}
