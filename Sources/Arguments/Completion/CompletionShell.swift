/// A shell that completion scripts can be written for.
public enum CompletionShell: String, Sendable, CaseIterable, ArgumentValue {
  /// GNU bash, 4.0 or later.
  case bash
  /// zsh, with its own completion system (`compinit`).
  case zsh
  /// fish, 3.0 or later.
  case fish

  /// A script that teaches the shell a program's commands, options and values.
  ///
  /// - Parameter program: The program.
  /// - Returns: The script, for the shell to read at its start.
  public func script(for program: ProgramInfo) -> String {
    switch self {
    case .bash: BashCompletion(program: program).script
    case .zsh: ZshCompletion(program: program).script
    case .fish: FishCompletion(program: program).script
    }
  }
}

extension CompletionShell {
  /// What a script says of itself.
  static func heading(_ shell: Self, of program: ProgramInfo) -> String {
    "# Completions of \(program.name) \(program.version) for \(shell.rawValue), "
      + "written by '\(program.name) completions \(shell.rawValue)'.\n"
  }
}

extension ArgumentInfo {
  /// The option that every command has.
  static let help = ArgumentInfo(
    form: .flag(negatable: false),
    names: ["-h", "--help"],
    help: "Show this help.",
    choices: [],
    isRepeatable: false
  )

  /// The program's own option.
  static let version = ArgumentInfo(
    form: .flag(negatable: false),
    names: ["--version"],
    help: "Show the version.",
    choices: [],
    isRepeatable: false
  )

  /// Whether it takes one word at most.
  var isOneWord: Bool {
    if case .positional(_, let arity) = form { arity == .one || arity == .optional } else { false }
  }

  /// The first sentence of its help, without the full stop: what fits beside a name.
  var gist: String { help.gist }
}

extension String {
  /// The first sentence, without its full stop.
  var gist: String {
    let sentence = self[..<(firstRange(of: ". ")?.lowerBound ?? endIndex)]
    return String(sentence.hasSuffix(".") ? sentence.dropLast() : sentence)
  }

  /// The text as one word of bash or zsh.
  var shellQuoted: String {
    let isPlain = utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || UInt8(ascii: "+")...UInt8(ascii: ":") ~= byte || byte == UInt8(ascii: "@")
    }
    return isPlain && !isEmpty ? self : inSingleQuotes
  }

  /// The text between single quotes, after the rules of bash and zsh.
  var inSingleQuotes: String {
    "'\(split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
  }
}
