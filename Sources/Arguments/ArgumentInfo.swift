/// What there is to say about one argument: a row of `--help`, of a man page, of a completion script.
public struct ArgumentInfo: Sendable, Equatable {
  /// How an argument is given.
  public enum Form: Sendable, Equatable {
    /// `--name`; with `--no-name` beside it when negatable.
    case flag(negatable: Bool)
    /// `--name <value>`.
    case option(value: String)
    /// A word by its place.
    case positional(name: String, arity: Arity)
  }

  /// How many words a positional takes.
  public enum Arity: Sendable, Equatable {
    /// Exactly one.
    case one
    /// One or none.
    case optional
    /// All that are left, none included.
    case any
    /// All that are left, at least one.
    case some
  }

  /// How it is given.
  public let form: Form
  /// Every spelling, such as `-n` and `--limit`; none for a positional.
  public let names: [String]
  /// What it does: sentences.
  public let help: String
  /// The words its value may be, when they can be listed.
  public let choices: [String]
  /// Whether it may be given several times, each adding a value.
  public let isRepeatable: Bool
  /// What a shell may offer for its value.
  public internal(set) var completion = ArgumentCompletion.nothing
  /// The heading it stands under in `--help`, or nil for the general one.
  public internal(set) var section: String?
  /// The word for its default, when there is one to show.
  public internal(set) var defaultText: String?

  /// Every spelling that the parser accepts, `--no-name` included.
  public var spellings: [String] {
    guard case .flag(negatable: true) = form else { return names }
    return names + names.compactMap(Self.negation)
  }

  /// What its value is, or nil for a flag, which has none.
  var valueName: String? {
    switch form {
    case .flag: nil
    case .option(let value): value
    case .positional(let name, _): name
    }
  }

  static func negation(of name: String) -> String? {
    name.hasPrefix("--") ? "--no-" + name.dropFirst(2) : nil
  }
}
