// swift-format-ignore-file

extension ShippedQueries {
  /// A copy of `queries/edited-after-the-fact.query`.
  static let editedAfterTheFact = (
    name: "edited-after-the-fact",
    text: ###"""
    # A message that was edited when others had already replied may no longer say what they agreed to.
    title: Edited under discussion
    description: Edited messages that have replies.
    query: is:edited has:reply
    sort: newest
    limit: 20

    """###
  )
}
