/// Some items that belong together: an exchange of messages, a call, an event.
///
/// Sessions are written one after the other, so that the lines of two that overlap in time are as
/// disordered as in a real export.
struct Session: Sendable {
  /// What happens.
  enum Kind: Sendable {
    case created
    case renamed
    case membership
    case thread
    case webhook
    /// Many webhook messages in one millisecond.
    case burst
    case call
    /// A story of `Story.all`.
    case story(Int)
  }

  let kind: Kind
  let room: Int
  /// Who starts it.
  let person: Int
  /// When it starts, in ms UTC.
  var start: Int
  /// How many items it has.
  let count: Int
  /// Orders sessions that start at the same time.
  var number = 0

  /// The order in which sessions are written; total, so that it cannot differ between versions of the
  /// standard library.
  static func isBefore(_ one: Session, _ other: Session) -> Bool {
    (one.start, one.number) < (other.start, other.number)
  }
}
