/// All there is to say about a program: what its man page and its completion scripts are made from.
public struct ProgramInfo: Sendable, Equatable {
  /// Commands under one heading.
  public struct Section: Sendable, Equatable {
    /// The heading, without a colon.
    public let title: String
    /// The commands, in the order shown.
    public let commands: [CommandInfo]
  }

  /// The word that starts it.
  public let name: String
  /// Its version.
  public let version: String
  /// One sentence: what it is for.
  public let summary: String
  /// Its commands.
  public let sections: [Section]

  /// All commands, whatever their heading.
  public var commands: [CommandInfo] { sections.flatMap(\.commands) }
}

/// All there is to say about a command, or about a family of commands.
public struct CommandInfo: Sendable, Equatable {
  /// The words that select it, after the program's name: `["query", "run"]`.
  public let path: [String]
  /// One sentence: what it does.
  public let summary: String
  /// Paragraphs beyond the summary, apart by empty lines; indented lines stay as they are.
  public let discussion: String
  /// Complete command lines worth copying.
  public let examples: [Example]
  /// What it takes; nothing for a family.
  public let arguments: [ArgumentInfo]
  /// A family's commands; none for a command.
  public let commands: [CommandInfo]
  /// The one of a family's commands that is meant when the next word is none of theirs.
  public let shorthand: String?

  /// The word that selects it, after its family's.
  public var name: String { path.last ?? "" }
  /// The words of its usage line, such as `[options]` and `<name>`.
  public var usageWords: [String] { commands.isEmpty ? arguments.usageWords : ["<command>"] }
  /// What it takes by name.
  public var options: [ArgumentInfo] { arguments.filter { !$0.isPositional } }
  /// What it takes by place, in order.
  public var positionals: [ArgumentInfo] { arguments.filter(\.isPositional) }
}

extension Program {
  /// All there is to say about it.
  public var info: ProgramInfo {
    ProgramInfo(
      name: name,
      version: version,
      summary: summary,
      sections: sections.map { section in
        .init(
          title: section.title,
          commands: section.entries.map { entry in
            switch entry {
            case .command(let type): CommandInfo(type, path: [type.name])
            case .family(let family): CommandInfo(family)
            }
          }
        )
      }
    )
  }
}

extension CommandInfo {
  init(_ type: any Command.Type, path: [String]) {
    self.init(
      path: path,
      summary: type.summary,
      discussion: type.discussion,
      examples: type.examples,
      arguments: type.argumentInfos,
      commands: [],
      shorthand: nil
    )
  }

  init<Context>(_ family: CommandFamily<Context>) {
    self.init(
      path: [family.name],
      summary: family.summary,
      discussion: "",
      examples: [],
      arguments: [],
      commands: family.commands.map { CommandInfo($0, path: [family.name, $0.name]) },
      shorthand: family.shorthand?.name
    )
  }
}
