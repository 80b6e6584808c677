internal import Foundation
import Output

/// What a running command has around it: where results and messages go, and the environment.
final class Console {
  /// The process's environment.
  let environment: [String: String]
  /// Standard output, for results only; flushed when the command ends.
  let output = DescriptorSink.standardOutput()
  /// What standard output may assume of the place it goes to.
  let terminal: Terminal
  /// A line on standard error while a job runs; nothing when that is no terminal.
  let progress: ProgressBar

  private let messages = DescriptorSink.standardError()

  init(environment: [String: String]) {
    self.environment = environment
    terminal = Terminal(descriptor: STDOUT_FILENO, environment: environment)
    progress = ProgressBar(environment: environment)
  }

  /// How wide help may be: long lines read badly, so a wide terminal makes no difference.
  var helpWidth: Int { min(80, terminal.columns) }

  /// Says something on standard error, made safe for a terminal.
  func note(_ text: String) {
    progress.clear()
    let lines = TerminalText.safeLines(text)
    // When nobody can be told, there is nobody to tell that.
    try? messages.write(lines.hasSuffix("\n") ? lines : lines + "\n")
  }
}
