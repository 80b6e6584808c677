// swift-format-ignore-file

extension ShippedQueries {
  /// A copy of `queries/long-threads.query`.
  static let longThreads = (
    name: "long-threads",
    text: ###"""
    # A thread of that length wants a meeting, or a summary.
    title: Long threads
    description: Threads with many replies, those with most first.
    parameter: replies = 10
    parameter: within = 30d
    query: is:thread replies:>={{replies}} newer:{{within}}
    sort: replies
    limit: 20

    """###
  )
}
