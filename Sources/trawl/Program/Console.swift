internal import Foundation
import Output

/// What a running command has around it: where results and messages go, and the environment.
final class Console {
  /// The process's environment.
  let environment: [String: String]
  /// Standard output, for results only; finished when the command ends.
  let output = PagedSink(DescriptorSink.standardOutput())
  /// What standard output may assume of the place it goes to.
  let terminal: Terminal
  /// A line on standard error while a job runs; nothing when that is no terminal.
  let progress: ProgressBar

  /// The moment of the run, in ms since 1970 UTC: one for all its dates and ages.
  let now = Console.presentTime()

  private let messages = DescriptorSink.standardError()
  /// What is to be said once the results are out.
  private var waiting: [String] = []

  init(environment: [String: String]) {
    self.environment = environment
    terminal = Terminal(descriptor: STDOUT_FILENO, environment: environment)
    progress = ProgressBar(environment: environment)
  }

  /// Whether someone may be watching standard error as it is written.
  var messagesAreInteractive: Bool {
    Terminal(descriptor: STDERR_FILENO, environment: environment).isInteractive
  }

  /// How wide help may be: long lines read badly, so a wide terminal makes no difference.
  var helpWidth: Int { min(80, terminal.columns) }

  /// The present moment, in ms since 1970 UTC.
  static func presentTime() -> Int64 {
    Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))
  }

  /// The running program's file, for what is installed beside it.
  var executable: String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  }

  /// Lets a pager show results that are longer than the screen, where there are both.
  func page() {
    guard terminal.isInteractive,
      let pager = Pager(variable: "TRAWL_PAGER", environment: environment)
    else { return }
    output.page(with: pager, on: terminal)
  }

  /// Ends the results, and says what had to wait for that.
  ///
  /// - Throws: `OutputError`.
  func finish() throws(OutputError) {
    defer {
      for text in waiting { say(text) }
      waiting = []
    }
    try output.finish()
  }

  /// Says something on standard error, made safe for a terminal; after the results that were written.
  func note(_ text: String) {
    if output.isHolding { waiting.append(text) } else { say(text) }
  }

  private func say(_ text: String) {
    progress.clear()
    let lines = TerminalText.safeLines(text)
    // When nobody can be told, there is nobody to tell that.
    try? messages.write(lines.hasSuffix("\n") ? lines : lines + "\n")
  }
}
