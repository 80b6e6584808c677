// swift-format-ignore-file

extension ShippedQueries {
  /// A copy of `queries/files-shared-in-communities.query`.
  static let filesSharedInCommunities = (
    name: "files-shared-in-communities",
    text: ###"""
    title: Files shared in communities
    description: Messages with attachments in communities and large conversations, seen by many.
    query: has:file (kind:community OR kind:large)
    sort: newest
    limit: 20

    """###
  )
}
