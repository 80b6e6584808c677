/// The completion script for bash: one function that finds the command and offers what may follow.
///
/// It needs nothing but bash: the package bash-completion loads it on demand, and a line in `.bashrc`
/// that sources it does as well.
struct BashCompletion {
  let program: ProgramInfo

  var script: String {
    """
    \(CompletionShell.heading(.bash, of: program))
    \(helpers)
    \(function)() {
      # bash takes '--format=json' and '@name' apart: here '=' goes and '@' is put back.
      local -a words=()
      local word glue=''
      for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        if [[ $glue ]]; then
          words[${#words[@]} - 1]+=$word
        elif [[ $word != '=' ]]; then
          words+=("$word")
        fi
        glue=''
        [[ $word == '@' ]] && glue=1
      done
      [[ $word == '=' ]] && words+=('')

      set -- "${words[@]}"
      [[ $# -gt 1 && $1 == help ]] && shift
      COMPREPLY=()
      local current=${!#} previous='' place command=$1
      if (($# == 1)); then
        \(function)_offer \(firstWords)
        return
      fi
      shift
    \(families)
      (($# > 1)) && previous=${*:$#-1:1}
      case $command in
    \(program.commands.flatMap(\.leaves).map(branch).joined(separator: "\n"))
      esac
    }

    complete -F \(function) \(program.name)

    """
  }

  private var function: String { "_" + program.name }

  private var helpers: String {
    """
    # Offers the words that begin with what is typed; options when a dash is.
    \(function)_offer() {
      local word
      for word; do
        [[ $word == "$current"* && ($word != -* || $current == -*) ]] && COMPREPLY+=("$word")
      done
    }

    # Offers the lines that \(program.name) prints for these arguments, each after a prefix.
    \(function)_lines() {
      local prefix=$1 line
      shift
      [[ $current == "$prefix"* || $prefix == "$current"* ]] || return
      while IFS= read -r line; do
        printf -v line %q "$line"
        \(function)_offer "$prefix$line"
      done < <(\(program.name) "$@" 2>/dev/null </dev/null)
    }

    # Offers files (-f) or folders (-d).
    \(function)_paths() {
      local line
      compopt -o filenames 2>/dev/null
      while IFS= read -r line; do
        COMPREPLY+=("$line")
      done < <(compgen "$1" -- "$current")
    }

    # Counts into 'place' the words before the last one that are neither options nor values of theirs.
    \(function)_count() {
      local valued=" $1 "
      shift
      place=0
      while (($# > 1)); do
        if [[ $1 != -?* ]]; then
          place=$((place + 1))
        elif [[ $valued == *" $1 "* ]]; then
          shift
        fi
        shift
      done
    }

    """
  }

  private var firstWords: String {
    let options = [ArgumentInfo.help, .version].flatMap(\.names)
    return Self.list(program.commands.map(\.name) + ["help"] + options)
  }

  /// Finds the command of a family, and offers those there are.
  private var families: String {
    let branches = program.commands.filter { !$0.commands.isEmpty }.map { family in
      let meant = family.shorthand.map { "command='\(family.name) \($0)'" } ?? "return"
      return """
            \(family.name))
              if (($# == 1)); then
                \(function)_offer \(Self.list(family.commands.map(\.name) + ArgumentInfo.help.names))
              fi
              case $1 in
                \(family.commands.map(\.name).joined(separator: " | ")))
                  (($# > 1)) || return
                  command+=" $1"
                  shift
                  ;;
                *) \(meant) ;;
              esac
              ;;
        """
    }
    return "  case $command in\n\(branches.joined(separator: "\n"))\n  esac"
  }

  private func branch(_ command: CommandInfo) -> String {
    let options = command.options + [.help]
    var values: [(names: [String], action: String)] = []
    for option in options where option.valueName != nil {
      let action = action(option.completion)
      if let index = values.firstIndex(where: { $0.action == action }) {
        values[index].names += option.names
      } else {
        values.append((option.names, action))
      }
    }
    var lines: [String] = []
    if !values.isEmpty {
      lines.append("case $previous in")
      for (names, action) in values {
        let call = action.isEmpty ? "" : "\(action); "
        lines.append("  \(names.joined(separator: " | "))) \(call)return ;;")
      }
      lines.append("esac")
    }
    lines += [
      "if [[ $current == -* ]]; then",
      "  \(function)_offer \(Self.list(options.flatMap(\.spellings)))",
      "  return",
      "fi",
    ]
    lines += positionals(of: command, valued: values.flatMap(\.names))
    let name = command.path.joined(separator: " ").shellQuoted
    return "    \(name))\n" + lines.map { "      \($0)\n" }.joined() + "      ;;"
  }

  private func positionals(of command: CommandInfo, valued: [String]) -> [String] {
    let actions = command.positionals.map { action($0.completion) }
    guard actions.contains(where: { !$0.isEmpty }) else { return [] }
    if command.positionals.count == 1, !command.positionals[0].isOneWord { return actions }
    var lines = ["\(function)_count \(valued.joined(separator: " ").shellQuoted) \"$@\""]
    lines.append("case $place in")
    for (index, action) in actions.enumerated() {
      let place = command.positionals[index].isOneWord ? String(index) : "*"
      lines.append("  \(place)) \(action.isEmpty ? ":" : action) ;;")
    }
    return lines + ["esac"]
  }

  /// What offers the values, or nothing.
  private func action(_ completion: ArgumentCompletion) -> String {
    switch completion {
    case .nothing: ""
    case .words(let words): "\(function)_offer \(Self.list(words))"
    case .files: "\(function)_paths -f"
    case .folders: "\(function)_paths -d"
    case .lines(let arguments, let prefix): "\(function)_lines \(Self.list([prefix] + arguments))"
    }
  }

  private static func list(_ words: [String]) -> String {
    words.map(\.shellQuoted).joined(separator: " ")
  }
}

extension CommandInfo {
  /// The command itself, or a family's commands.
  var leaves: [CommandInfo] { commands.isEmpty ? [self] : commands }
}
