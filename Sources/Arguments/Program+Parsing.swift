extension Program {
  /// Finds the command and fills it; answers `--help`, `help …` and `--version` with their text.
  ///
  /// - Parameters:
  ///   - words: The command line without the program's name.
  ///   - width: How many columns help may take.
  /// - Returns: What to do.
  /// - Throws: `UsageError`, naming its command.
  public func parse(_ words: [String], width: Int = 80) throws(UsageError) -> Invocation<Context> {
    guard let first = words.first else {
      throw UsageError(.missingCommand(entries.map(\.name)), command: [name])
    }
    switch first {
    case "--help", "-h": return .print(help(width: width))
    case "--version": return .print("\(name) \(version)\n")
    case "help" where words.count == 1: return .print(help(width: width))
    case "help": return try parse(Array(words.dropFirst()) + ["--help"], width: width)
    case _ where first.hasPrefix("-"):
      throw UsageError(.optionBeforeCommand(first), command: [name])
    default: break
    }
    guard let entry = entries.first(where: { $0.name == first }) else {
      throw unknownCommand(first, among: entries.map(\.name), in: [name])
    }
    switch entry {
    case .command(let type):
      return try parse(type, words.dropFirst(), path: [name, first], width: width)
    case .family(let family):
      return try parse(family, words.dropFirst(), width: width)
    }
  }

  private func parse(
    _ family: CommandFamily<Context>,
    _ words: ArraySlice<String>,
    width: Int
  ) throws(UsageError) -> Invocation<Context> {
    let path = [name, family.name]
    let names = family.commands.map { $0.name }
    guard let first = words.first else {
      throw UsageError(.missingCommand(names), command: path)
    }
    if first == "--help" || first == "-h" {
      return .print(help(for: family, width: width))
    }
    if let type = family.commands.first(where: { $0.name == first }) {
      return try parse(type, words.dropFirst(), path: path + [first], width: width)
    }
    if let shorthand = family.shorthand {
      return try parse(shorthand, words, path: path + [shorthand.name], width: width)
    }
    if first.hasPrefix("-") { throw UsageError(.optionBeforeCommand(first), command: path) }
    throw unknownCommand(first, among: names, in: path)
  }

  private func parse<Root: Command>(
    _ type: Root.Type,
    _ words: ArraySlice<String>,
    path: [String],
    width: Int
  ) throws(UsageError) -> Invocation<Context> where Root.Context == Context {
    let options = words.prefix { $0 != "--" }
    if options.contains(where: { $0 == "--help" || $0 == "-h" }) {
      return .print(help(for: type, path: path, width: width))
    }
    do {
      return .run(try CommandParser<Root>.parse(words), words: path)
    } catch {
      throw error.inCommand(path)
    }
  }

  private func unknownCommand(
    _ word: String,
    among names: [String],
    in path: [String]
  ) -> UsageError {
    UsageError(
      .unknownCommand(word),
      suggestion: nearestName(to: word, among: names),
      command: path
    )
  }
}
