/// The languages that people of the tenant write.
enum TongueName: Int, Sendable, CaseIterable {
  case english
  case german
  case french
  case spanish
  case portuguese
  case japanese
  case chinese
  case russian
  case arabic
  case hebrew
}

/// What can be said in a language: sentences with slots, a line each.
///
/// Slots: `{n}` a noun of the subject, `{x}` a rare word, `{p}` a project, `{t}` a ticket, `{u}` an
/// address on the web, `{m}` a mention, `{g}` a hashtag, `{f}` a file name, `{c}` code, `{d}` a number,
/// `{h}` a time of day, `{w}` a weekday, `{e}` an emoji, `{k}` a customer, `{r}` a version, `{q}` a
/// given name.
struct Tongue: Sendable {
  let name: TongueName
  /// How many of 1,000 conversations.
  let share: Int
  /// Between two sentences.
  let gap: String
  let weekdays: String
  let statements: String
  let questions: String
  let answers: String
  /// What is said in passing.
  let chat: String
  let announcements: String
  /// Words that stand before a noun and nouns that fit any subject; most languages have none here, as
  /// theirs would have to agree with each other.
  var adjectives = ""
  var commonNouns = ""
  let rareWords: RareWords
  let subjects: [Subject]

  /// All languages, in the order of `TongueName`.
  static let all: [Tongue] = [
    english, german, french, spanish, portuguese, japanese, chinese, russian, arabic, hebrew,
  ]
}

/// What a conversation is about.
struct Subject: Sendable {
  /// Names that such conversations have, with slots.
  let topics: String
  /// Nouns, divided by spaces, the frequent ones first; `_` stands for a space.
  let nouns: String
  /// Sentences that are only said here.
  let sentences: String
  /// The project key of its tickets.
  var ticketKey = "POL"
}

/// How a language's words look, for the many that no list has.
struct RareWords: Sendable {
  let starts: String
  let middles: String
  let ends: String
  /// How many such words there are, a power of two.
  let count: Int
}
