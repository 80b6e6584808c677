/// A command of a program: a plain struct with one table that says how its properties are filled.
///
/// The table feeds parsing and `--help`, so the two cannot disagree. Parsing fills values and does
/// nothing else; all work happens in `run(in:)`.
///
///     struct Count: Command {
///       static let name = "count"
///       static let summary = "Count messages."
///       var limit = 20
///       static var arguments: [Argument<Self>] {
///         [.option("-n", "--limit", to: \.limit, value: "count", help: "Most to count.")]
///       }
///       func run(in context: Console) async throws -> Outcome { .done }
///     }
public protocol Command<Context>: Sendable {
  /// What the program hands to a running command: its output, its environment.
  associatedtype Context

  /// The word that selects the command.
  static var name: String { get }
  /// One sentence: what it does.
  static var summary: String { get }
  /// Paragraphs below the summary in `--help`, apart by empty lines; indented lines stay as they are.
  static var discussion: String { get }
  /// Complete command lines worth copying.
  static var examples: [Example] { get }
  /// How words on the command line fill the properties, in the order that `--help` shows.
  ///
  /// Computed, not stored: key paths are not `Sendable`.
  static var arguments: [Argument<Self>] { get }
  /// What `-word` means when no option is called so.
  static var dashedWords: DashedWords { get }

  /// A command with every default in place.
  init()

  /// Checks what the table cannot: arguments that exclude or need each other.
  ///
  /// - Throws: `UsageError`; its command is filled in by the parser.
  func validate() throws(UsageError)

  /// Does the work.
  ///
  /// - Parameter context: The program's surroundings.
  /// - Returns: How it ended.
  /// - Throws: Any library's error; the program turns it into text.
  func run(in context: Context) async throws -> Outcome
}

extension Command {
  /// Nothing beyond the summary.
  public static var discussion: String { "" }
  /// No examples.
  public static var examples: [Example] { [] }
  /// An unknown `-word` is an error.
  public static var dashedWords: DashedWords { .areOptions }
  /// Accepts everything that parsed.
  public func validate() throws(UsageError) {}
}

/// What a word with one leading dash means when the command has no such option.
public enum DashedWords: Sendable, Equatable {
  /// An unknown option, an error.
  case areOptions
  /// A positional, so that `search macro -from:alice` needs no `--`. A word with two dashes stays an
  /// error.
  case arePositionals
}

/// A command line worth copying, and what it does.
public struct Example: Sendable, Equatable {
  /// The whole line, as typed at a shell.
  public let line: String
  /// What it does, in a few words.
  public let note: String

  /// An example for `--help`.
  ///
  /// - Parameters:
  ///   - line: The whole line, as typed at a shell.
  ///   - note: What it does.
  public init(_ line: String, _ note: String) {
    self.line = line
    self.note = note
  }
}

/// Options that several commands share, kept as one property and lifted into their tables.
///
///     .group(\.global)   // in the table of a command with `var global = GlobalOptions()`
public protocol OptionGroup: Sendable {
  /// How words on the command line fill the properties.
  static var arguments: [Argument<Self>] { get }
  /// The group with every default in place.
  init()
}
