// swift-format-ignore-file

extension ShippedQueries {
  /// A copy of `queries/files-without-a-message.query`.
  static let filesWithoutAMessage = (
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
  )
}
