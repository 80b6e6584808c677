/// What a conversation is, in the platform's words.
enum RoomKind: Int, Sendable, CaseIterable {
  case direct
  case group
  case community
  case large

  /// The value of the API's `type`.
  var type: StaticString {
    switch self {
    case .direct: "DIRECT"
    case .group: "GROUP"
    case .community: "COMMUNITY"
    case .large: "LARGE"
    }
  }
}

/// A conversation of the tenant.
struct Room: Sendable {
  let kind: RoomKind
  let tongue: TongueName
  /// Index of the subject in its language.
  let subject: Int
  /// Index of the project that it is mostly about.
  let project: Int
  /// Where `Rooms.members` has its people, the busiest first; a bot comes last.
  let members: Range<Int>
  /// Its bot, which posts what other systems say.
  let bot: Int?
  let created: Int
  /// Nobody writes here from this time on.
  let ended: Int
  /// When it got its present topic, if it had another one before.
  let renamed: Int?
  let isModerated: Bool
  let isGuestAccessDisabled: Bool

  /// How many of `members` are people.
  var humanCount: Int { bot == nil ? members.count : members.count - 1 }

  func isOpen(at time: Int) -> Bool { created < time && time < ended }
}
