// swift-format-ignore-file: its lines are those of the queries.

/// The saved queries that every Trawl has: copies of the files in `queries/`, so that an installed binary
/// needs no other file.
///
/// Made by `make embed`; a test tells when it is out of step.
enum ShippedQueries {
  /// Name and text of each.
  static let texts: [(name: String, text: String)] = [
    (
      name: "edited-after-the-fact",
      text: ###"""
      # A message that was edited when others had already replied may no longer say what they agreed to.
      title: Edited under discussion
      description: Edited messages that have replies.
      query: is:edited has:reply
      sort: newest
      limit: 20

      """###
    ),
    (
      name: "escalations",
      text: ###"""
      # Where something burned, and whether it still does.
      title: Escalations
      description: Messages by people, not bots, about escalations and blockers, newest first.
      query: (escalat* OR blocker OR "needs attention") -is:webhook
      sort: newest
      limit: 20

      """###
    ),
    (
      name: "files-shared-in-communities",
      text: ###"""
      title: Files shared in communities
      description: Messages with attachments in communities and large conversations, seen by many.
      query: has:file (kind:community OR kind:large)
      sort: newest
      limit: 20

      """###
    ),
    (
      name: "flagged-with-files",
      text: ###"""
      title: Flagged, with files
      description: Flagged messages that carry a file, often something to sign, check or answer.
      query: is:flagged has:file
      sort: newest
      limit: 20

      """###
    ),
    (
      name: "most-liked",
      text: ###"""
      title: Most liked
      description: Messages that more than twenty people like: what the tenant was glad about.
      query: likes:>20
      sort: newest
      limit: 20

      """###
    ),
    (
      name: "release-talk",
      text: ###"""
      title: Release talk
      description: What people, not bots, say about releases, rollbacks and hotfixes.
      query: ("release notes" OR rollback OR hotfix) -is:webhook
      sort: newest
      limit: 20

      """###
    ),
  ]
}
