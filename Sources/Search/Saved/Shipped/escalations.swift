// swift-format-ignore-file

extension ShippedQueries {
  /// A copy of `queries/escalations.query`.
  static let escalations = (
    name: "escalations",
    text: ###"""
    # Where something burned, and whether it still does.
    title: Escalations
    description: Messages by people, not bots, about escalations and blockers, newest first.
    query: (escalat* OR blocker OR "needs attention") -is:webhook
    sort: newest
    limit: 20

    """###
  )
}
