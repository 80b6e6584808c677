/// A page of a list that goes on where a pointer says: conversations with a label, participants.
public struct PointedPage<Record: Sendable>: Sendable {
  /// The page's records and what was refused.
  public let list: RecordList<Record>
  /// What to ask for the next page with; `nil` when the API gave none.
  public let nextPointer: String?
  /// Whether the API says that there is more.
  ///
  /// Without a pointer the rest cannot be had.
  public let hasMore: Bool

  /// A page.
  ///
  /// - Parameters:
  ///   - list: Its records and what was refused.
  ///   - nextPointer: What to ask for the next page with.
  ///   - hasMore: Whether there is more.
  public init(list: RecordList<Record>, nextPointer: String? = nil, hasMore: Bool = false) {
    self.list = list
    self.nextPointer = nextPointer
    self.hasMore = hasMore
  }
}
