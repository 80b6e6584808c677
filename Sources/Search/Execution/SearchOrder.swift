/// The order of a search's answer.
public enum SearchOrder: String, Sendable, CaseIterable {
  /// By creationTime, the latest first, ties by itemId, the greatest first.
  case newest
  /// By creationTime, the earliest first, ties by itemId.
  case oldest
  /// The best first among the newest matches, ties by the newest.
  case relevance
  /// The most liked first, ties by the newest.
  case likes
  /// Those with most replies first, ties by the newest.
  case replies
}
