/// How many people a row of a block is about: `group=` of its fence.
public enum BlockGroup: Sendable, Equatable {
  /// One person, such as who wrote a message.
  case one
  /// All of the tenant, or nobody in particular.
  case all
  /// As many as a column of the row says.
  case column(String)

  init(_ word: String) {
    switch word {
    case "one": self = .one
    case "all": self = .all
    default: self = .column(word)
    }
  }

  /// The column that is looked at where a block does not say.
  static let usualColumn = "people"
}
