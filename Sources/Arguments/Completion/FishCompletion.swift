/// The completion script for fish: a line of `complete` for each command, option and value.
struct FishCompletion {
  let program: ProgramInfo

  var script: String {
    var lines = [CompletionShell.heading(.fish, of: program), helpers]
    lines.append("complete -c \(program.name) -f")
    let bare = "\(function)_is"
    lines += [ArgumentInfo.help, .version].map { option($0, when: bare) }
    lines += program.commands.map { word($0, when: bare) }
    lines.append(
      "complete -c \(program.name) -n \(bare) -a help -d \("Show the help of a command".fishQuoted)"
    )
    for command in program.commands {
      lines.append("")
      if command.commands.isEmpty {
        lines += leaf(command, when: "\(function)_at \(command.name)")
      } else {
        lines += family(command)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var function: String { "__" + program.name }

  private var helpers: String {
    """
    # The words before the one that is typed, without the program's name and 'help'.
    function \(function)_words
        set -l words (commandline -opc)
        set -e words[1]
        if set -q words[1]; and test $words[1] = help
            set -e words[1]
        end
        string join \\n -- $words
    end

    # Whether these words are all there is so far.
    function \(function)_is
        test (count (\(function)_words)) -eq (count $argv); and \(function)_at $argv
    end

    # Whether the words begin with these.
    function \(function)_at
        set -l words (\(function)_words)
        for index in (seq (count $argv))
            test "$words[$index]" = $argv[$index]; or return 1
        end
    end

    # The lines that \(program.name) prints for these arguments, each after a prefix.
    function \(function)_lines
        set -l prefix $argv[1]
        set -e argv[1]
        for line in (command \(program.name) $argv 2>/dev/null </dev/null)
            echo -- $prefix$line
        end
    end

    """
  }

  private func family(_ family: CommandInfo) -> [String] {
    let isThere = "\(function)_at \(family.name)"
    var lines = [option(.help, when: "\(function)_is \(family.name)")]
    lines += family.commands.map { word($0, when: "\(function)_is \(family.name)") }
    for command in family.commands {
      lines += leaf(command, when: "\(function)_at \(command.path.joined(separator: " "))")
      guard command.name == family.shorthand else { continue }
      let others = family.commands.map { other in
        "; and not \(function)_at \(other.path.joined(separator: " "))"
      }
      lines += leaf(command, when: isThere + others.joined())
    }
    return lines
  }

  private func leaf(_ command: CommandInfo, when condition: String) -> [String] {
    let values = command.positionals.filter { $0.completion != .nothing }.map { positional in
      "\(start(condition))\(offer(for: positional))"
    }
    return (command.options + [.help]).map { option($0, when: condition) } + values
  }

  private func word(_ command: CommandInfo, when condition: String) -> String {
    "\(start(condition)) -a \(command.name) -d \(command.summary.gist.fishQuoted)"
  }

  private func option(_ option: ArgumentInfo, when condition: String) -> String {
    let names = option.spellings.map { name in
      name.hasPrefix("--") ? " -l \(name.dropFirst(2))" : " -s \(name.dropFirst())"
    }
    let value = option.valueName == nil ? "" : (option.completion == .files ? " -r" : " -x")
    return start(condition) + names.joined() + value + offer(for: option)
      + " -d \(option.gist.fishQuoted)"
  }

  private func start(_ condition: String) -> String {
    "complete -c \(program.name) -n \(condition.fishQuoted)"
  }

  private func offer(for argument: ArgumentInfo) -> String {
    switch argument.completion {
    case .nothing: ""
    case .words(let words): " -a \(words.joined(separator: " ").fishQuoted)"
    case .files: " -F"
    case .folders: " -a '(__fish_complete_directories (commandline -ct))'"
    case .lines(let arguments, let prefix):
      " -a "
        + "(\(function)_lines \(([prefix] + arguments).map(\.fishQuoted).joined(separator: " ")))"
        .fishQuoted
    }
  }
}

extension String {
  /// The text as one word, in quotes where it must be.
  fileprivate var fishQuoted: String {
    let quoted = reduce(into: "") { $0 += $1 == "'" || $1 == "\\" ? "\\\($1)" : String($1) }
    return "'\(quoted)'"
  }
}
