// swift-format-ignore-file

extension ShippedQueries {
  /// A copy of `queries/unanswered-questions.query`.
  static let unansweredQuestions = (
    name: "unanswered-questions",
    text: ###"""
    # Older than two days, so that everybody had the time; not older than a month, so that it still matters.
    title: Unanswered questions
    description: Questions that nobody else has replied to, the oldest first.
    parameter: wait = 2d
    parameter: within = 30d
    query: is:unanswered older:{{wait}} newer:{{within}}
    sort: oldest
    limit: 50

    """###
  )
}
