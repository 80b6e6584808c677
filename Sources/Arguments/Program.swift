/// A program: its commands under headings, and the way from words to a command ready to run.
public struct Program<Context>: Sendable {
  /// A command, or a family of them one level down.
  public enum Entry: Sendable {
    /// `program name …`
    case command(any Command<Context>.Type)
    /// `program family name …`
    case family(CommandFamily<Context>)
  }

  /// Commands under one heading of `--help`.
  public struct Section: Sendable {
    /// The heading, without a colon.
    public let title: String
    /// The commands, in the order shown.
    public let entries: [Entry]

    /// A heading with its commands.
    ///
    /// - Parameters:
    ///   - title: The heading, without a colon.
    ///   - entries: The commands, in the order shown.
    public init(_ title: String, _ entries: [Entry]) {
      self.title = title
      self.entries = entries
    }
  }

  /// The word that starts it.
  public let name: String
  /// Its version, such as `0.1.0`.
  public let version: String
  /// One sentence: what it is for.
  public let summary: String
  /// Paragraphs at the end of its help: the environment, where to read on.
  public let notes: String
  /// Its commands.
  public let sections: [Section]

  /// A program.
  ///
  /// - Parameters:
  ///   - name: The word that starts it.
  ///   - version: Its version.
  ///   - summary: One sentence: what it is for.
  ///   - notes: Paragraphs at the end of its help.
  ///   - sections: Its commands.
  public init(
    name: String,
    version: String,
    summary: String,
    notes: String = "",
    sections: [Section]
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.notes = notes
    self.sections = sections
  }

  /// All commands, whatever their heading.
  public var entries: [Entry] { sections.flatMap(\.entries) }
}

/// Commands one level down, such as `query list`, `query show` and `query run`.
public struct CommandFamily<Context>: Sendable {
  /// The word that selects the family.
  public let name: String
  /// One sentence: what it does.
  public let summary: String
  /// Its commands, in the order shown.
  public let commands: [any Command<Context>.Type]
  /// The command that is meant when the next word is none of theirs: `report NAME` for
  /// `report run NAME`.
  public let shorthand: (any Command<Context>.Type)?

  /// A family of commands.
  ///
  /// - Parameters:
  ///   - name: The word that selects the family.
  ///   - summary: One sentence: what it does.
  ///   - commands: Its commands, in the order shown.
  ///   - shorthand: The command that is meant when the next word is none of theirs.
  public init(
    name: String,
    summary: String,
    commands: [any Command<Context>.Type],
    shorthand: (any Command<Context>.Type)? = nil
  ) {
    self.name = name
    self.summary = summary
    self.commands = commands
    self.shorthand = shorthand
  }
}

extension Program.Entry {
  /// The word that selects it.
  public var name: String {
    switch self {
    case .command(let type): type.name
    case .family(let family): family.name
    }
  }

  /// One sentence: what it does.
  public var summary: String {
    switch self {
    case .command(let type): type.summary
    case .family(let family): family.summary
    }
  }
}

/// What a command line asks for.
public enum Invocation<Context> {
  /// Run this command; `words` are the program's name and the command's.
  case run(any Command<Context>, words: [String])
  /// Print this text, which ends with a line break.
  case print(String)
}
