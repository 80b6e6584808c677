/// The completion script for zsh: a function a command, each with its table for `_arguments`.
struct ZshCompletion {
  let program: ProgramInfo

  var script: String {
    let commands = program.commands
    let functions = commands.flatMap { [$0] + $0.commands }.map { command in
      command.commands.isEmpty ? leaf(command) : family(command)
    }
    return """
      #compdef \(program.name)
      \(CompletionShell.heading(.zsh, of: program))
      \(helpers)
      \(functions.joined(separator: "\n\n"))

      \(selector(
        name: function,
        title: "\(program.name) command",
        commands: commands,
        options: [.help, .version],
        more: "    help) _describe -t commands '\(program.name) command' commands && result=0 ;;\n"
      ))

      # Sourced, it registers itself; found in $fpath, it is the function.
      if [[ $funcstack[1] == \(function) ]]; then
        \(function) "$@"
      else
        compdef \(function) \(program.name)
      fi

      """
  }

  private var function: String { "_" + program.name }

  private func function(_ command: CommandInfo) -> String {
    ([function] + command.path).joined(separator: "_")
  }

  /// A function for each kind of names that the program itself is asked for.
  private var helpers: String {
    let asked = questions.indices.map { index in
      let words = questions[index].words.map(\.shellQuoted).joined(separator: " ")
      return "\(function)_lines_\(index + 1)() { \(function)_lines \(words) }\n"
    }
    return """
      # Offers the lines that \(program.name) prints for these arguments, each after a prefix.
      \(function)_lines() {
        local prefix=$1
        shift
        local -a names
        names=(${(f)"$(\(program.name) "$@" 2>/dev/null </dev/null)"})
        (( $#names )) && compadd -- $prefix$^names
      }

      \(asked.joined())
      """
  }

  private struct Question: Equatable {
    let words: [String]

    init?(_ completion: ArgumentCompletion) {
      guard case .lines(let arguments, let prefix) = completion else { return nil }
      words = [prefix] + arguments
    }
  }

  private var questions: [Question] {
    var found: [Question] = []
    for argument in program.commands.flatMap(\.leaves).flatMap(\.arguments) {
      if let question = Question(argument.completion), !found.contains(question) {
        found.append(question)
      }
    }
    return found
  }

  private func leaf(_ command: CommandInfo) -> String {
    let specs = (command.options + [.help]).flatMap(specs) + command.positionals.map(spec)
    return "\(function(command))() {\n  _arguments -S \\\n"
      + specs.map { "    \($0)" }.joined(separator: " \\\n") + "\n}"
  }

  private func family(_ command: CommandInfo) -> String {
    var more = ""
    var first: String?
    if let meant = command.commands.first(where: { $0.name == command.shorthand }) {
      // The shorthand's function takes a word before its arguments, which is not there.
      more =
        "    *) words=($words[1] $words); (( CURRENT++ )); "
        + "\(function(meant)) && result=0 ;;\n"
      first = meant.positionals.first.flatMap { positional in
        Question(positional.completion).map { _ in action(positional.completion) }
      }
    }
    return selector(
      name: function(command),
      title: "\(program.name) \(command.name) command",
      commands: command.commands,
      options: [.help],
      more: more,
      first: first
    )
  }

  /// A function that chooses among commands by the first word.
  private func selector(
    name: String,
    title: String,
    commands: [CommandInfo],
    options: [ArgumentInfo],
    more: String,
    first: String? = nil
  ) -> String {
    let list = commands.map { "    \("\($0.name):\($0.summary.gist)".inSingleQuotes)\n" }.joined()
    let specs = options.flatMap(specs).map { "    \($0) \\\n" }.joined()
    let branches = commands.map { "    \($0.name)) \(function($0)) && result=0 ;;\n" }.joined()
    return """
      \(name)() {
        local curcontext=$curcontext result=1
        local -a state line commands
        commands=(
      \(list)  )
        _arguments -C \\
      \(specs)    '1:command:->command' '*::argument:->argument' && result=0
        case $state in
        command)
          _describe -t commands '\(title)' commands && result=0
      \(first.map { "    \($0) && result=0\n" } ?? "")    ;;
        argument)
          curcontext=${curcontext%:*:*}:\(name)-$words[1]:
          case $words[1] in
      \(branches)\(more)    esac
          ;;
        esac
        return result
      }
      """
  }

  /// An option: a spec for each spelling.
  private func specs(_ option: ArgumentInfo) -> [String] {
    let spellings = option.spellings
    return spellings.map { name in
      var spec = ""
      if option.isRepeatable {
        spec += "*"
      } else if option == .help || option == .version {
        spec += "(- *)"
      } else if spellings.count > 1 {
        spec += "(\(spellings.joined(separator: " ")))"
      }
      spec += name
      if option.valueName != nil, name.hasPrefix("--") { spec += "=" }
      spec += "[\(option.gist.zshEscaped)]"
      if let value = option.valueName {
        spec += ":\(value.zshEscaped):\(action(option.completion))"
      }
      return spec.inSingleQuotes
    }
  }

  private func spec(_ positional: ArgumentInfo) -> String {
    guard case .positional(let name, let arity) = positional.form else { return "" }
    let place =
      switch arity {
      case .one: ":"
      case .optional: "::"
      case .any, .some: "*:"
      }
    return "\(place)\(name.zshEscaped):\(action(positional.completion))".inSingleQuotes
  }

  private func action(_ completion: ArgumentCompletion) -> String {
    switch completion {
    case .nothing: return " "
    case .words(let words): return "(\(words.map(\.zshEscaped).joined(separator: " ")))"
    case .files: return "_files"
    case .folders: return "_files -/"
    case .lines:
      let index = Question(completion).flatMap(questions.firstIndex) ?? 0
      return "\(function)_lines_\(index + 1)"
    }
  }
}

extension String {
  /// The text within a spec of `_arguments`, where brackets, colons and the like have a meaning.
  fileprivate var zshEscaped: String {
    reduce(into: "") { $0 += "\\[]():$`\"".contains($1) ? "\\\($1)" : String($1) }
  }
}
