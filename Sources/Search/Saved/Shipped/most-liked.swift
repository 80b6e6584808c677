// swift-format-ignore-file

extension ShippedQueries {
  /// A copy of `queries/most-liked.query`.
  static let mostLiked = (
    name: "most-liked",
    text: ###"""
    title: Most liked
    description: What the tenant was glad about this month, the most liked first.
    parameter: period = this-month
    query: is:liked during:{{period}}
    sort: likes
    limit: 20

    """###
  )
}
