extension QueryFilter {
  /// The key it was written with; none for dates, which have several.
  public var key: QueryKey? {
    switch self {
    case .from: .from
    case .mentions: .mentions
    case .conversation: .conversation
    case .topic: .topic
    case .partner: .with
    case .member: .member
    case .label: .label
    case .account: .account
    case .likedBy: .likedBy
    case .flaggedBy: .flaggedBy
    case .kind: .kind
    case .type: .type
    case .state: .state
    case .has: .has
    case .count(.likes, _): .likes
    case .count(.replies, _): .replies
    case .count(.files, _): .files
    case .created: nil
    case .subject: .subject
    case .exact: .exact
    case .fragment: .fragment
    case .file: .file
    case .fileExtension: .fileExtension
    case .mime: .mime
    case .size: .size
    case .scope: .scope
    case .item: .id
    case .thread: .thread
    }
  }
}
