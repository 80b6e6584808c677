// swift-format-ignore-file: its lines are those of the queries.

/// The saved queries that every Trawl has: copies of the files in `queries/`, so that an installed binary
/// needs no other file.
///
/// Made by `make embed`; a test tells when it is out of step.
enum ShippedQueries {
  /// Name and text of each.
  static let texts: [(name: String, text: String)] = [
    (
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
    ),
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
      name: "files-without-a-message",
      text: ###"""
      # Nobody can search for what nobody described.
      title: Files without a message
      description: Attachments that were posted without a subject or a word about them.
      parameter: within = 90d
      query: has:file -has:text newer:{{within}}
      sort: newest
      limit: 50

      """###
    ),
    (
      name: "flagged-and-waiting",
      text: ###"""
      # A flag is a promise to come back. These are old enough to have been forgotten.
      title: Flagged and waiting
      description: Flagged messages older than two weeks, the oldest first.
      parameter: age = 2w
      query: is:flagged older:{{age}}
      sort: oldest
      limit: 50

      """###
    ),
    (
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
    ),
    (
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
    ),
    (
      name: "most-liked",
      text: ###"""
      title: Most liked
      description: What the tenant was glad about this month, the most liked first.
      parameter: period = this-month
      query: is:liked during:{{period}}
      sort: likes
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
    (
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
    ),
    (
      name: "vanished",
      text: ###"""
      title: Vanished
      description: Items that the platform showed once and no longer has.
      query: is:gone
      sort: newest
      limit: 50

      """###
    ),
  ]
}
