/// Somebody, or something, that writes in the tenant.
struct Person: Sendable {
  /// What an account is.
  enum Kind: Sendable {
    case regular
    case guest
    /// Left the company; what they wrote stays.
    case deleted
    /// Posts what other systems have to say.
    case bot
  }

  let kind: Kind
  let displayName: String
  let given: String
  let family: String
  let emailAddress: String
  let locale: String
  let tongue: TongueName
  let company: String?
  let department: String?
  let jobTitle: String?
  let offsetMinutes: Int
  /// Hours that this person's day starts later than others'.
  let shift: Int
  /// Writes from here, in ms UTC.
  let joined: Int
  /// Writes until here, in ms UTC.
  let left: Int

  func isHere(at time: Int) -> Bool { joined <= time && time < left }
}
