// swift-format-ignore-file

extension ShippedQueries {
  /// A copy of `queries/vanished.query`.
  static let vanished = (
    name: "vanished",
    text: ###"""
    title: Vanished
    description: Items that the platform showed once and no longer has.
    query: is:gone
    sort: newest
    limit: 50

    """###
  )
}
