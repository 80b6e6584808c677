// swift-format-ignore-file

extension ShippedQueries {
  /// A copy of `queries/mentions.query`.
  static let mentions = (
    name: "mentions",
    text: ###"""
    title: Mentions
    description: Where someone is mentioned; yourself, unless a person is set.
    parameter: person = me
    parameter: within = 14d
    query: mentions:"{{person}}" newer:{{within}}
    sort: newest
    limit: 50

    """###
  )
}
