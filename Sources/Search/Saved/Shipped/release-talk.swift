// swift-format-ignore-file

extension ShippedQueries {
  /// A copy of `queries/release-talk.query`.
  static let releaseTalk = (
    name: "release-talk",
    text: ###"""
    title: Release talk
    description: What people, not bots, say about releases, rollbacks and hotfixes.
    query: ("release notes" OR rollback OR hotfix) -is:webhook
    sort: newest
    limit: 20

    """###
  )
}
