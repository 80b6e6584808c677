import Arguments
import Output

/// `trawl man`.
struct ManCommand: Command {
  static let name = "man"
  static let summary = "Print the man page."
  static let discussion = """
    All commands and options on one page, in roff. 'make install' puts it where man looks.
    """
  static let examples = [
    Example("trawl man | man -l -", "Read it without installing."),
    Example("trawl man > ~/.local/share/man/man1/trawl.1", "For man to find."),
  ]

  static var arguments: [Argument<Self>] { [] }

  func run(in console: Console) async throws -> Outcome {
    try console.output.write(Trawl.program.info.manualPage(Trawl.manual))
    return .done
  }
}
