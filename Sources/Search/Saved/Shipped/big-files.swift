// swift-format-ignore-file

extension ShippedQueries {
  /// A copy of `queries/big-files.query`.
  static let bigFiles = (
    name: "big-files",
    text: ###"""
    title: Big files
    description: Messages with an attachment above a size, newest first.
    parameter: size = 10M
    parameter: within = 1y
    query: size:>{{size}} newer:{{within}}
    sort: newest
    limit: 50

    """###
  )
}
