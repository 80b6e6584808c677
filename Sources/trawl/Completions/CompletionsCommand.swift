import Arguments
import Output

/// `trawl completions`.
struct CompletionsCommand: Command {
  static let name = "completions"
  static let summary = "Print a shell's completion script."
  static let discussion = """
    The script completes commands, options, the words that an option takes, files, and the names of \
    saved queries, reports and accounts. 'make install' puts it where the shell looks.
    """
  static let examples = [
    Example("source <(trawl completions bash)", "In ~/.bashrc: bash completes from now on."),
    Example(
      "trawl completions zsh > ~/.zfunc/_trawl",
      "With fpath+=~/.zfunc before compinit in ~/.zshrc."
    ),
    Example("trawl completions fish > ~/.config/fish/completions/trawl.fish", "For fish."),
  ]

  var shell = CompletionShell.bash

  static var arguments: [Argument<Self>] {
    [.positional("shell", to: \.shell, help: "The shell: bash, zsh or fish.")]
  }

  func run(in console: Console) async throws -> Outcome {
    try console.output.write(shell.script(for: Trawl.program.info))
    return .done
  }
}
