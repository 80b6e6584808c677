// swift-format-ignore-file

extension ShippedQueries {
  /// A copy of `queries/flagged-and-waiting.query`.
  static let flaggedAndWaiting = (
    name: "flagged-and-waiting",
    text: ###"""
    # A flag is a promise to come back. These are old enough to have been forgotten.
    title: Flagged and waiting
    description: Flagged messages older than two weeks, the oldest first.
    parameter: age = 2w
    query: is:flagged older:{{age}}
    sort: oldest
    limit: 50

    """###
  )
}
